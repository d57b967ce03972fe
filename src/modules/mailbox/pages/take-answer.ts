import { isId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import { HallFailure } from '../../../platform/http/failure.ts';
import type { Received, StoredFile } from '../../documents/index.ts';
import type { Visit } from '../../identity/index.ts';
import { answerMessage } from '../answer-message.ts';
import type { MailboxWiring } from '../mailbox.ts';
import { lockAwaited } from '../message-store.ts';
import { type AnswerDraft, answerField } from './answer-fields.ts';
import { textsFor } from './texts/index.ts';

/** The question that is answered, and under which context: a person's, or a case's whose number and code were said. */
export interface Asked {
  principal: Principal;
  caseId: string;
  messageId: string;
}

export type TakenAnswer =
  | { kind: 'sent' }
  /** Files were laid to it or taken away, or something is wrong: the form is shown again with `draft`. */
  | { kind: 'again'; draft: AnswerDraft; isCutOff: boolean }
  /** It was answered before, or the case goes on without an answer. */
  | { kind: 'late'; draft: AnswerDraft };

const MOST_LETTERS = 10_000;

/** What came with the form. */
interface Typed {
  text: string;
  act: string;
  /** Id of a file that was laid to the answer before. */
  remove: string;
  refusals: (Extract<Received, { kind: 'refused' }> & { fileName: string })[];
}

/**
 * Takes files into quarantine as they stream in, then sends the answer, once. Whatever is wrong, what was typed and what
 * was uploaded stay.
 */
export async function takeAnswer(wiring: MailboxWiring, visit: Visit, asked: Asked): Promise<TakenAnswer> {
  const isAwaited = await visit.database.transaction(asked.principal, (tx) => isAsked(tx, asked));
  const typed = visit.parts ? await readParts(wiring, visit, asked, isAwaited) : readBody(visit);
  if (!isAwaited) return { kind: 'late', draft: draftOf(visit, typed) };
  if (typed.remove !== '') await removeAttached(wiring, visit, asked, typed.remove);
  const draft = draftOf(visit, typed);
  const attached = await visit.database.transaction(asked.principal, (tx) => attachedTo(tx, wiring, asked));
  const fileIds = attached.filter((file) => file.state !== 'refused').map((file) => file.id);
  const isSending = typed.remove === '' && typed.act !== 'attach';
  if (isSending && draft.errors.length === 0 && draft.text === '' && fileIds.length === 0)
    draft.errors = [{ field: 'answer', text: textsFor(visit.language, visit.portal.country).empty }];
  if (!isSending || draft.errors.length > 0)
    return { kind: 'again', draft, isCutOff: typed.refusals.some(({ isCutOff }) => isCutOff) };
  const answer = { messageId: asked.messageId, text: draft.text, fileIds };
  const outcome = await visit.database
    .transaction(asked.principal, (tx) => answerMessage(tx, wiring, answer, wiring.clock.now()))
    .catch((error: unknown) => {
      if (error instanceof HallFailure && error.code === 'changed') return 'late' as const;
      throw error;
    });
  return outcome === 'answered' ? { kind: 'sent' } : { kind: 'late', draft };
}

/** Nobody has answered it yet. What was sent with an answer is the authority's too: it is neither added to nor taken back. */
const isAsked = (tx: Tx, { messageId, caseId }: Asked): Promise<boolean> => lockAwaited(tx, messageId, caseId);

/** Files laid to an answer that is not sent yet. */
async function attachedTo(tx: Tx, wiring: MailboxWiring, { caseId, messageId }: Asked): Promise<StoredFile[]> {
  const files = await wiring.documents.filesOf(tx, { caseId });
  return files.filter((file) => file.field === answerField(messageId));
}

async function readParts(wiring: MailboxWiring, visit: Visit, asked: Asked, takesFiles: boolean): Promise<Typed> {
  const typed: Typed = { text: '', act: '', remove: '', refusals: [] };
  for await (const part of visit.parts?.() ?? []) {
    if (part.kind === 'field') {
      if (part.name === 'answer') typed.text = part.value;
      if (part.name === 'do') typed.act = part.value;
      if (part.name === 'remove') typed.remove = part.value;
      continue;
    }
    if (!takesFiles || part.name !== 'files' || part.fileName === '') {
      part.stream.resume();
      continue;
    }
    wiring.limiter.take('upload', visit.session?.personId ?? visit.address);
    const field = answerField(asked.messageId);
    const upload = { caseId: asked.caseId, field, fileName: part.fileName, stream: part.stream };
    const received = await wiring.documents.receiveUpload(visit.database, asked.principal, upload);
    if (received.kind !== 'refused') continue;
    typed.refusals.push({ ...received, fileName: part.fileName.slice(0, 80) });
    if (received.isCutOff) break;
  }
  return typed;
}

function readBody({ body }: Visit): Typed {
  const one = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
  return { text: one('answer'), act: one('do'), remove: one('remove'), refusals: [] };
}

/** Only what was laid to this very answer can be taken away again. */
async function removeAttached(wiring: MailboxWiring, visit: Visit, asked: Asked, fileId: string): Promise<void> {
  if (!isId(fileId)) return;
  await visit.database.transaction(asked.principal, async (tx) => {
    if (!(await isAsked(tx, asked))) return;
    const attached = await attachedTo(tx, wiring, asked);
    if (attached.some((file) => file.id === fileId)) await wiring.documents.removeFile(tx, fileId);
  });
}

function draftOf(visit: Visit, typed: Typed): AnswerDraft {
  const t = textsFor(visit.language, visit.portal.country);
  const text = typed.text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
  const errors: AnswerDraft['errors'][number][] = typed.refusals.map(({ reason, fileName }) => ({
    field: 'files',
    text: `${fileName}: ${t.upload[reason]}`,
  }));
  if (text.length > MOST_LETTERS) errors.unshift({ field: 'answer', text: t.tooLong });
  return { text, errors };
}
