/** Somebody else has published since the page was shown: the transaction is undone, and the clerk is told. */
export class Overtaken extends Error {}
