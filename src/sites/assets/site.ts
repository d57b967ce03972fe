/** The sides of the hall; each has a layout, a stylesheet and a script of its own. Clerks and operators share staff's. */
export const SITES = ['portal', 'workbench'] as const;
export type Site = (typeof SITES)[number];

const STAFF_SIDE = /^sites\/(workbench|admin)\//;
const PUBLIC_SIDE = /^sites\/portal\//;

/** Whether the file at `path` (below src/) is for `site`. What belongs to neither side is for both. */
export const belongsTo = (path: string, site: Site): boolean =>
  site === 'portal' ? !STAFF_SIDE.test(path) : !PUBLIC_SIDE.test(path);
