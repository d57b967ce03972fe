import { caseById, markTold } from '../case-store.ts';
import { textsFor } from '../pages/texts/index.ts';
import type { CaseJob } from './case-jobs.ts';

/** Tells the office by e-mail that somebody has withdrawn, once: the number, and nothing of what is in the case. */
export async function tellAuthority({ desk, database, clock, principal, caseId }: CaseJob): Promise<void> {
  await database.transaction(principal, async (tx) => {
    const record = await caseById(tx, caseId);
    if (record?.status !== 'withdrawn') return;
    const email = desk.surroundings.officeEmail(record);
    if (!email || !(await markTold(tx, caseId, clock.now()))) return;
    const portal = desk.surroundings.portal(record.portal);
    const language = portal.languages[0];
    const t = textsFor(language, portal.country).letter;
    await desk.sendMail(tx, {
      to: email,
      subject: t.withdrawnSubject(record.number),
      text: t.withdrawnText(record.number),
      language,
    });
  });
}
