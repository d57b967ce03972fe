import { idOfKey } from '../../../platform/crypto/ids.ts';
import type { CertificateFields, LetterAsk, LetterStatement } from '../../documents/index.ts';
import { caseById } from '../case-store.ts';
import { type OpenCase, openOwnCase } from '../open-case.ts';
import { textsFor } from '../pages/texts/index.ts';
import { actOnCase } from '../workflow/act-on-case.ts';
import type { CaseJob } from './case-jobs.ts';
import { proposeCertificate } from './certificate.ts';
import { feeOf, letterFrame } from './letter-frame.ts';

/** The words that were written with a decision: what a certificate says, or why something is refused. */
export interface DecisionWords {
  certificate?: CertificateFields;
  reasons?: readonly string[];
}

/**
 * Writes the letter of a decision: rendered outside of any transaction, kept inside one with its code and its event, and
 * only if the decision is still the same. Its number is given by case and revision: two jobs at once keep one letter.
 */
export async function writeLetter(job: CaseJob): Promise<void> {
  const { desk, database, clock, principal, caseId } = job;
  const opened = await database.transaction(principal, (tx) => openOwnCase(tx, desk.documents, caseId));
  if (opened?.state.status !== 'decided') return;
  const at = clock.now();
  const documentId = idOfKey(`letter:${caseId}:${opened.state.revision}`);
  const code = desk.documents.newCode();
  const statement = statementOf(job, opened, at);
  const bytes = await desk.documents.renderLetter(letterAsk(job, opened, code, at));
  await database
    .transaction(principal, async (tx) => {
      const before = await caseById(tx, caseId);
      if (before?.revision !== opened.state.revision) throw new Overtaken();
      const name = `${statement.title} ${opened.record.number}.pdf`;
      await desk.documents.keepFile(tx, {
        id: documentId,
        caseId,
        kind: 'letter',
        name,
        type: 'application/pdf',
        bytes,
      });
      await desk.documents.issueCode(tx, {
        code,
        documentId,
        caseId,
        authorityId: opened.record.authorityId,
        statement,
        bytes,
      });
      const acted = await actOnCase(tx, desk.documents, at, {
        caseId,
        command: { kind: 'keep-letter', documentId },
        seenRevision: opened.state.revision,
      });
      if (acted.kind !== 'done') throw new Overtaken();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Overtaken)) throw error;
    });
}

/** Meanwhile the decision was taken back, or another job has written the letter: this one leaves no trace. */
class Overtaken extends Error {}

/** The words of the decision that holds: the last one. */
function wordsOf({ events }: OpenCase): DecisionWords {
  const decision = events.findLast(({ event }) => event.kind === 'approved' || event.kind === 'refused');
  return (decision?.words ?? {}) as DecisionWords;
}

function letterAsk({ desk }: CaseJob, opened: OpenCase, code: string, at: Temporal.Instant): LetterAsk {
  const { record, state } = opened;
  const words = wordsOf(opened);
  const portal = desk.surroundings.portal(record.portal);
  const address = desk.documents.verifyAddress(desk.surroundings.addressOf(portal), record.language, code);
  const frame = { ...letterFrame(desk, record, at), verification: { code, address } };
  const recipient =
    record.delivery === 'mailbox'
      ? undefined
      : addressLines(words.certificate ?? proposeCertificate(opened.application));
  const around = { ...frame, ...(recipient && { recipient }) };
  if (state.outcome === 'approved' && words.certificate)
    return { ...around, template: 'certificate', fields: { ...words.certificate, ...feeOf(record) } };
  return {
    ...around,
    template: 'decision',
    fields: {
      outcome: state.outcome ?? 'refused',
      subject: desk.surroundings.title(record.portal, record.service, record.language).text,
      receivedOn: record.receivedAt.toTemporalInstant().toZonedDateTimeISO(portal.timeZone).toPlainDate().toString(),
      reasons: words.reasons ?? [],
      remedy: desk.surroundings.remedy(record),
      ...(state.outcome === 'approved' && feeOf(record)),
    },
  };
}

/**
 * A letter by post goes to where the register says that the first person lives. A refusal certifies nothing: it goes to
 * the address that was given.
 */
function addressLines({ persons, address }: Pick<CertificateFields, 'persons' | 'address'>): string[] | undefined {
  const [person] = persons;
  const { street, postcode, locality } = address;
  if (!person || locality === '') return undefined;
  return [`${person.givenNames} ${person.familyName}`, street, `${postcode} ${locality}`];
}

/** What the page says to who verifies the letter: no more than the letter itself. */
function statementOf({ desk }: CaseJob, opened: OpenCase, at: Temporal.Instant): LetterStatement {
  const { record, state, application } = opened;
  const portal = desk.surroundings.portal(record.portal);
  const { certificate } = wordsOf(opened);
  const t = textsFor(record.language, portal.country).letter;
  const lines = certificate
    ? [
        {
          label: t.address,
          value: `${certificate.address.street}, ${certificate.address.postcode} ${certificate.address.locality}`,
        },
        ...(certificate.purpose ? [{ label: t.purpose, value: certificate.purpose }] : []),
      ]
    : [{ label: t.outcome, value: state.outcome === 'approved' ? t.approved : t.refused }];
  const named = certificate?.persons.map(({ givenNames, familyName }) => `${givenNames} ${familyName}`).join(', ');
  return {
    title: desk.surroundings.title(record.portal, record.service, record.language).text,
    language: record.language,
    concerns: named || application.label,
    authority: desk.surroundings.authority(record.authorityId)?.name ?? '',
    number: record.number,
    issuedOn: at.toZonedDateTimeISO(portal.timeZone).toPlainDate().toString(),
    lines,
  };
}
