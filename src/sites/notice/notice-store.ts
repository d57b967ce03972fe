import { newId } from '../../platform/crypto/ids.ts';
import { statement, type Tx } from '../../platform/db/database.ts';
import type { Notice, NoticeKind } from './notice.ts';

interface Row {
  id: string;
  portal: string | null;
  kind: NoticeKind;
  text: Notice['text'];
  shown_from: Date;
  shown_until: Date | null;
}

const OPEN = statement<Row>(
  'notice.open',
  `select id, portal, kind, text, shown_from, shown_until from hall.notice
    where ended_at is null and (shown_until is null or shown_until > now())
    order by shown_from desc, id desc limit 20`,
);
/** Notices that are shown now or will be, newest first. */
export const openNotices = async (tx: Tx): Promise<Notice[]> =>
  (await tx.many(OPEN)).map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    from: row.shown_from.toTemporalInstant(),
    ...(row.portal && { portal: row.portal }),
    ...(row.shown_until && { until: row.shown_until.toTemporalInstant() }),
  }));

const SET = statement(
  'notice.set',
  `insert into hall.notice (id, portal, kind, text, shown_from, shown_until, set_at, set_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
/** Sets a notice, as the operator of this transaction. Returns its id. */
export async function setNotice(
  tx: Tx,
  notice: Omit<Notice, 'id'>,
  by: { personId: string; at: Temporal.Instant },
): Promise<string> {
  const id = newId<'notice'>();
  await tx.run(
    SET,
    id,
    notice.portal ?? null,
    notice.kind,
    JSON.stringify(notice.text),
    notice.from.toString(),
    notice.until?.toString() ?? null,
    by.at.toString(),
    by.personId,
  );
  return id;
}

const END = statement('notice.end', 'update hall.notice set ended_at = $2 where id = $1 and ended_at is null');
/** Takes a notice back. False when it was not shown any more. */
export const endNotice = async (tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> =>
  (await tx.run(END, id, at.toString())) > 0;
