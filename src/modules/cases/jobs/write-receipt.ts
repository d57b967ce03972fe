import { idOfKey } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { localeOf } from '../../../platform/i18n/language.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { LetterAsk } from '../../documents/index.ts';
import type { Application, CaseRecord } from '../case-record.ts';
import { caseById, lockCase } from '../case-store.ts';
import { applicationOf } from '../open-case.ts';
import { textsFor } from '../pages/texts/index.ts';
import { weekdayOf } from '../pages/when.ts';
import { codeOf } from '../submission/case-number.ts';
import type { CaseJob } from './case-jobs.ts';
import { feeOf, letterFrame } from './letter-frame.ts';

/** Writes the receipt of a case, once. Its number is given by the case, so that two jobs at once can't keep two. */
export async function writeReceipt(job: CaseJob): Promise<void> {
  const { desk, database, principal, caseId } = job;
  const isWritten = async (tx: Tx) =>
    (await desk.documents.filesOf(tx, { caseId })).some(({ kind }) => kind === 'receipt');
  const found = await database.transaction(principal, async (tx) => {
    const record = await caseById(tx, caseId);
    const application = record && (await applicationOf(tx, desk.documents, caseId));
    return record && application && !(await isWritten(tx)) ? { record, application } : undefined;
  });
  if (!found) return;
  const bytes = await desk.documents.renderLetter(receiptAsk(job, found.record, found.application));
  await database.transaction(principal, async (tx) => {
    await lockCase(tx, caseId);
    if (await isWritten(tx)) return;
    await desk.documents.keepFile(tx, {
      id: idOfKey(`receipt:${caseId}`),
      caseId,
      kind: 'receipt',
      name: `${receiptName(job, found.record)} ${found.record.number}.pdf`,
      type: 'application/pdf',
      bytes,
    });
  });
}

const receiptName = ({ desk }: CaseJob, { language, portal }: CaseRecord): string =>
  textsFor(language, desk.surroundings.portal(portal).country).letter.receiptName;

function receiptAsk({ desk, clock }: CaseJob, record: CaseRecord, application: Application): LetterAsk {
  const portal = desk.surroundings.portal(record.portal);
  const { language } = record;
  const { steps } = textsFor(language, portal.country).receipt;
  const due = weekdayOf({ portal, locale: localeOf(language, portal.country) }, record.dueOn);
  const address = desk.surroundings.addressOf(portal) + to(urls.portal.status, { lang: language });
  return {
    ...letterFrame(desk, record, clock.now()),
    template: 'receipt',
    fields: {
      title: desk.surroundings.title(record.portal, record.service, language).text,
      receivedAt: record.receivedAt.toISOString(),
      timeZone: portal.timeZone,
      code: codeOf(desk.codeKey, record.id),
      statusAddress: address.replace(/^https?:\/\//, ''),
      nextSteps: [
        steps.check.text,
        `${steps.decided.title}: ${steps.decided.text(due)}`,
        `${steps.delivery.title}: ${steps.delivery[record.delivery]}`,
      ],
      dueOn: record.dueOn,
      ...feeOf(record),
      sections: application.summary.map(({ section, rows }) => ({ title: section, rows })),
      files: application.files.map(({ name }) => name),
    },
  };
}
