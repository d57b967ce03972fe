export { closeDraft } from './drafts/draft-store.ts';
export { type DraftLine, draftsOfPerson } from './drafts/drafts-of-person.ts';
export { draftAccess } from './drafts/holder.ts';
export { readForSubmission } from './drafts/read-for-submission.ts';
export { checkForm } from './engine/index.ts';
export { createForms, type Forms, formsJobs } from './forms.ts';
export type { FormsWiring } from './forms-wiring.ts';
export type { ReadySubmission, RefusedSubmission, SummarySection } from './submission.ts';
