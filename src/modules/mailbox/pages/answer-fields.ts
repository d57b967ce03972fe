import { type Html, html } from '../../../platform/html/html.ts';
import { submitButton } from '../../../ui/button/button.ts';
import { fieldTextsFor, fileField, textArea } from '../../../ui/fields/index.ts';
import type { StoredFile } from '../../documents/index.ts';
import type { Visit } from '../../identity/index.ts';
import { type Texts, textsFor } from './texts/index.ts';

/** What was typed into an answer that is not sent yet, and why it could not be. */
export interface AnswerDraft {
  text: string;
  errors: readonly { readonly field: 'answer' | 'files'; readonly text: string }[];
}

/** Files that are uploaded for the answer to a message lie under this name until it is sent. */
export const answerField = (messageId: string): string => `answer:${messageId}`;

/** The fields of an answer, for a form with `enctype="multipart/form-data"`: words, files that are laid to it, files to lay. */
export function answerFields(
  visit: Visit,
  { attached, draft }: { attached: readonly StoredFile[]; draft?: AnswerDraft | undefined },
): Html {
  const t = textsFor(visit.language, visit.portal.country);
  const fieldTexts = fieldTextsFor(visit.language);
  const errorOf = (field: 'answer' | 'files') => draft?.errors.find((error) => error.field === field)?.text;
  return html`${textArea({ id: 'answer', name: 'answer', label: t.answerLabel, hint: t.answerHint, value: draft?.text, error: errorOf('answer'), rows: 8 }, fieldTexts)}
${attached.length > 0 && html`<h3 class="kern-heading-small">${t.attached}</h3><ul class="document-list">${attached.map((file) => attachedFile(t, file))}</ul>`}
${fileField({ id: 'files', name: 'files', label: t.filesLabel, hint: t.filesHint, isMultiple: true, isOptional: true, accept: '.pdf,.jpg,.jpeg,.png,.docx,.odt,.txt', error: errorOf('files') }, fieldTexts)}
<p class="answer-form__acts">${submitButton({ label: t.send, name: 'do', value: 'send' })} ${submitButton({ label: t.attach, look: 'secondary', name: 'do', value: 'attach' })}</p>`;
}

const attachedFile = (t: Texts, file: StoredFile): Html =>
  html`<li>${file.name}${file.state === 'refused' && html` (${t.upload[file.reason ?? 'suspicious']})`}
${submitButton({ label: t.remove(file.name), look: 'tertiary', name: 'remove', value: file.id })}</li>`;
