import type { Job } from '../../platform/jobs/worker.ts';
import type { MailboxWiring } from './mailbox.ts';
import { markNotified } from './message-store.ts';
import { noticeTexts } from './notice-texts.ts';

/** `notify`: tells by e-mail that there is something new, once, unless it was read meanwhile. Without any content. */
export const notifyJob =
  (wiring: Pick<MailboxWiring, 'database' | 'clock' | 'sendMail' | 'noticeAddressOf'>): Job =>
  async ({ messageId = '', caseId = '' }) => {
    await wiring.database.transaction({ kind: 'job', caseId }, async (tx) => {
      if (!(await markNotified(tx, messageId, wiring.clock.now()))) return;
      const address = await wiring.noticeAddressOf(tx, caseId);
      if (!address) return;
      const texts = noticeTexts[address.language];
      await wiring.sendMail(tx, {
        to: address.email,
        subject: texts.subject(address.portalName),
        text: texts.text(address.portalName, address.href),
        language: address.language,
      });
    });
  };
