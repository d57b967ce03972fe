export { checkForm, type FormProblem, type FormToCheck, formSchema } from './engine/index.ts';
export { closeDraft, readForSubmission } from './read-for-submission.ts';
export type { Delivery, ReadySubmission, RefusedSubmission, ShownFee, SummarySection } from './submission.ts';
