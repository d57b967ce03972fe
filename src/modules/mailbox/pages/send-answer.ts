import { isId } from '../../../platform/crypto/ids.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Received } from '../../documents/index.ts';
import type { Visit } from '../../identity/index.ts';
import { answerMessage } from '../answer-message.ts';
import type { MailboxWiring } from '../mailbox.ts';
import { type Draft, messagePage } from './message-page.ts';
import { answerField, messageAddress, openForVisitor } from './open-message.ts';
import { textsFor } from './texts/index.ts';

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
export async function sendAnswer(wiring: MailboxWiring, visit: Visit): Promise<Answer> {
  const { message: id = '' } = visit.params;
  if (!isId(id)) throw notFound();
  wiring.limiter.take('write', visit.session?.personId ?? visit.address);
  const open = () => visit.database.transaction(visit.principal, (tx) => openForVisitor(tx, wiring, visit, id));
  const { message } = await open();
  if (!message.wantsAnswer || message.answeredAt !== null) return redirect(messageAddress(visit, id));
  const typed = visit.parts ? await readParts(wiring, visit, message.caseId, id) : readBody(visit);
  if (typed.remove !== '') await removeAttached(wiring, visit, id, typed.remove);
  const draft = draftOf(visit, typed);
  const opened = await open();
  const fileIds = opened.attached.filter((file) => file.state !== 'refused').map((file) => file.id);
  const isSending = typed.remove === '' && typed.act !== 'attach';
  if (isSending && draft.errors.length === 0 && draft.text === '' && fileIds.length === 0)
    draft.errors = [{ field: 'answer', text: textsFor(visit.language, visit.portal.country).empty }];
  if (!isSending || draft.errors.length > 0) return withClose(messagePage(visit, opened, draft), typed);
  const answer = { messageId: id, text: draft.text, fileIds };
  await visit.database.transaction(visit.principal, (tx) => answerMessage(tx, wiring, answer, wiring.clock.now()));
  return redirect(messageAddress(visit, id));
}

async function readParts(wiring: MailboxWiring, visit: Visit, caseId: string, id: string): Promise<Typed> {
  const typed: Typed = { text: '', act: '', remove: '', refusals: [] };
  for await (const part of visit.parts?.() ?? []) {
    if (part.kind === 'field') {
      if (part.name === 'answer') typed.text = part.value;
      if (part.name === 'do') typed.act = part.value;
      if (part.name === 'remove') typed.remove = part.value;
      continue;
    }
    if (part.name !== 'files' || part.fileName === '') {
      part.stream.resume();
      continue;
    }
    wiring.limiter.take('upload', visit.session?.personId ?? visit.address);
    const upload = { caseId, field: answerField(id), fileName: part.fileName, stream: part.stream };
    const received = await wiring.documents.receiveUpload(visit.database, visit.principal, upload);
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
async function removeAttached(wiring: MailboxWiring, visit: Visit, id: string, fileId: string): Promise<void> {
  if (!isId(fileId)) return;
  await visit.database.transaction(visit.principal, async (tx) => {
    const { attached } = await openForVisitor(tx, wiring, visit, id);
    if (attached.some((file) => file.id === fileId)) await wiring.documents.removeFile(tx, fileId);
  });
}

function draftOf(visit: Visit, typed: Typed): Draft {
  const t = textsFor(visit.language, visit.portal.country);
  const text = typed.text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
  const errors: Draft['errors'][number][] = typed.refusals.map(({ reason, fileName }) => ({
    field: 'files',
    text: `${fileName}: ${t.upload[reason]}`,
  }));
  if (text.length > MOST_LETTERS) errors.unshift({ field: 'answer', text: t.tooLong });
  return { text, errors };
}

/** A request that was not read to its end can't be followed by another on the same connection. */
function withClose(answer: Answer, typed: Typed): Answer {
  if (answer.kind !== 'page' || !typed.refusals.some(({ isCutOff }) => isCutOff)) return answer;
  return { ...answer, headers: { ...answer.headers, connection: 'close' } };
}
