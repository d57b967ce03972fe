export { type Application, type CaseRecord, type Pinned, totalFee } from './case-record.ts';
export { caseById } from './case-store.ts';
export { type CaseDesk, type Cases, type CasesWiring, createCases } from './cases.ts';
export { destroyCase } from './destroy-case.ts';
export type {
  CaseState,
  Delivery,
  Outcome,
  Status,
} from './engine/case-state.ts';
export { type Command, isPossible, type Refusal } from './engine/decide.ts';
export { type ProposedCertificate, proposeCertificate } from './jobs/certificate.ts';
export type { DecisionWords } from './jobs/write-letter.ts';
export { termOf, wordsOf } from './lists/case-terms.ts';
export {
  dueLoad,
  type InboxLine,
  type InboxPage,
  type InboxQuestion,
  inboxCounts,
  inboxPage,
  SCOPES,
  type Scope,
  SORTS,
  type Sort,
} from './lists/inbox.ts';
export { type Note, writeNote } from './notes.ts';
export { type OpenCase, type OpenEvent, openCase, openOwnCase, recordLook } from './open-case.ts';
export {
  type Counter,
  type Receipt,
  receive,
  type Submitted,
} from './submission/submit-application.ts';
export type { Surroundings } from './surroundings.ts';
export { type Acted, actOnCase, type Wish } from './workflow/act-on-case.ts';
