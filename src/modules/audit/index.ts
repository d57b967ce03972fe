export { headsOf, type Look, looksAt, looksConcerning } from './audit-store.ts';
export {
  brokenCheckpoints,
  type Checkpoint,
  checkpointKey,
  checkpointWriter,
  readCheckpoints,
  writeCheckpoint,
} from './checkpoint.ts';
export type { Act } from './entry.ts';
export { recordActs } from './record-acts.ts';
export { type Fault, verifyChains } from './verify-chains.ts';
