import { createTransport, type Transporter } from 'nodemailer';
import type { Database } from '../db/database.ts';
import type { Principal } from '../db/principal.ts';
import type { Job } from '../jobs/worker.ts';
import type { Mail, MailSealer } from './mail.ts';
import { holdMail, isWaiting, letGo, markSent, sweepMails } from './mail-store.ts';
import { openMail } from './queue-mail.ts';

export interface MailWiring {
  database: Database;
  sealer: MailSealer;
  /** `smtp://user:password@host:587`; without it mails are only kept, to be shown at /dev/outbox. */
  smtpUrl?: string;
  /** `Kanton Glarus <no-reply@portal.gl.ch>`. */
  from: string;
}

const JOB: Principal = { kind: 'job' };
const CONNECT_MS = 8_000;
const SEND_MS = 20_000;
/** What is shown in development goes after a week; what could not be sent for that long is given up. */
const KEPT_DAYS = 7;

/**
 * `send-mail` and, by the clock, `sweep-mails`. A mail that was sent is not sent again; where the mail server took it but
 * we died before writing so, it goes out twice under the same `Message-ID`.
 */
export function mailJobs(wiring: MailWiring): Record<'send-mail' | 'sweep-mails', Job> {
  const { database, sealer } = wiring;
  const transport = wiring.smtpUrl === undefined ? undefined : transportTo(wiring.smtpUrl);
  return {
    async 'send-mail'({ mailId = '' }) {
      const sealed = await database.transaction(JOB, (tx) => holdMail(tx, mailId));
      if (!sealed) {
        if (await database.transaction(JOB, (tx) => isWaiting(tx, mailId))) throw new Error('the mail is being sent');
        return;
      }
      try {
        if (transport) await send(transport, wiring.from, mailId, openMail(sealer, mailId, sealed));
      } catch (error) {
        await database.transaction(JOB, (tx) => letGo(tx, mailId));
        throw withoutWords(error);
      }
      await database.transaction(JOB, (tx) => markSent(tx, mailId, transport === undefined));
    },
    async 'sweep-mails'() {
      await database.transaction(JOB, (tx) => sweepMails(tx, KEPT_DAYS));
    },
  };
}

/** Mail servers say whom they did not want, in words that the log and the queue would keep: only codes are kept. */
function withoutWords(error: unknown): Error {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const codes = [code, responseCode].filter((part) => typeof part === 'number' || /^[A-Z_]{1,30}$/.test(String(part)));
  return new Error(`the mail could not be sent: ${codes.join(' ') || 'no code'}`);
}

const transportTo = (url: string): Transporter =>
  createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SEND_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** Not longer than `SEND_MS`, whatever the mail server does. */
async function send(transport: Transporter, from: string, mailId: string, mail: Mail): Promise<void> {
  const host = from.split('@')[1]?.replace(/[^\w.-]/g, '') || 'localhost';
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('the mail server takes too long')), SEND_MS);
  try {
    await Promise.race([
      late.promise,
      transport.sendMail({
        from,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        messageId: `<${mailId}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
