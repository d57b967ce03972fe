export { type Look, looksAt, looksConcerning } from './audit-store.ts';
export { type Act, type Entry, genesis, hashOf, hashOfDetails } from './entry.ts';
export { recordActs } from './record-acts.ts';
