import { statement, type Tx } from '../db/database.ts';

const INSERT = statement(
  'mail.insert',
  'insert into hall.outgoing_mail (id, sealed, written_at) values ($1, $2, now())',
);
export const insertMail = (tx: Tx, id: string, sealed: Buffer): Promise<number> => tx.run(INSERT, id, sealed);

const HOLD = statement<{ sealed: Buffer }>(
  'mail.hold',
  `update hall.outgoing_mail set held_until = now() + interval '1 minute'
    where id = $1 and sent_at is null and sealed is not null and (held_until is null or held_until < now())
   returning sealed`,
);
/** Takes the mail for one minute; undefined when it was sent, is being sent, or is not there. */
export const holdMail = async (tx: Tx, id: string): Promise<Buffer | undefined> => (await tx.one(HOLD, id))?.sealed;

const MARK_SENT = statement(
  'mail.mark-sent',
  'update hall.outgoing_mail set sent_at = now(), sealed = case when $2 then sealed end where id = $1',
);
/** `keep`: the text stays to be shown. */
export const markSent = (tx: Tx, id: string, keep: boolean): Promise<number> => tx.run(MARK_SENT, id, keep);

const LET_GO = statement(
  'mail.let-go',
  'update hall.outgoing_mail set held_until = null where id = $1 and sent_at is null',
);
export const letGo = (tx: Tx, id: string): Promise<number> => tx.run(LET_GO, id);

const IS_WAITING = statement<{ id: string }>(
  'mail.is-waiting',
  'select id from hall.outgoing_mail where id = $1 and sent_at is null and sealed is not null',
);
export const isWaiting = async (tx: Tx, id: string): Promise<boolean> => (await tx.one(IS_WAITING, id)) !== undefined;

const SWEEP = statement(
  'mail.sweep',
  'delete from hall.outgoing_mail where written_at < now() - make_interval(days => $1)',
);
export const sweepMails = (tx: Tx, olderThanDays: number): Promise<number> => tx.run(SWEEP, olderThanDays);

export interface MailRow {
  id: string;
  sealed: Buffer;
  written_at: Date;
}
const NEWEST = statement<MailRow>(
  'mail.newest',
  'select id, sealed, written_at from hall.outgoing_mail where sealed is not null order by written_at desc, id desc limit 100',
);
export const newestMails = (tx: Tx): Promise<MailRow[]> => tx.many(NEWEST);
