import { newId } from '../../platform/crypto/ids.ts';
import { statement, type Tx } from '../../platform/db/database.ts';
import { type Definition, hashOfDefinition, type PackKind, type Scope, type Version } from './version.ts';

interface Row {
  id: string;
  kind: PackKind;
  key: string;
  scope: Scope;
  origin: 'files' | 'overlay';
  number: number;
  based_on: number | null;
  authority_id: string | null;
  definition: Definition;
  hash: Buffer;
  written_at: Date;
  written_by: string | null;
  withdrawn: boolean;
}

const CURRENT = statement<Row>(
  'packs.current',
  `select distinct on (kind, key, scope, origin) id, kind, key, scope, origin, number, based_on, authority_id,
          definition, hash, written_at, written_by, withdrawn
     from hall.pack_version order by kind, key, scope, origin, number desc`,
);
/** The newest version of every piece of content in every scope. */
export const currentVersions = async (tx: Tx): Promise<Version[]> => (await tx.many(CURRENT)).map(versionOf);

const BY_ID = statement<Row>('packs.by-id', 'select * from hall.pack_version where id = $1');
/** The version with this id, however old: drafts and cases are pinned to it. */
export async function versionById(tx: Tx, id: string): Promise<Version | undefined> {
  const row = await tx.one(BY_ID, id);
  return row && versionOf(row);
}

const HISTORY = statement<Row>(
  'packs.history',
  `select id, kind, key, scope, origin, number, based_on, authority_id, definition, hash, written_at, written_by, withdrawn
     from hall.pack_version where kind = $1 and key = $2 order by written_at desc, number desc limit 100`,
);
export const historyOf = async (tx: Tx, kind: PackKind, key: string): Promise<Version[]> =>
  (await tx.many(HISTORY, kind, key)).map(versionOf);

const REVISION = statement<{ revision: string }>('packs.revision', 'select revision from hall.content_revision');
/** Grows with every change of content; whoever keeps content in memory compares it. */
export const contentRevision = async (tx: Tx): Promise<string> => (await tx.one(REVISION))?.revision ?? '0';

const INSERT = statement(
  'packs.insert',
  `insert into hall.pack_version (id, kind, key, scope, origin, number, based_on, authority_id, definition, hash,
                                  written_at, written_by, withdrawn)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

export type Draft = Pick<Version, 'kind' | 'key' | 'scope' | 'origin' | 'basedOn' | 'authorityId' | 'definition'> & {
  number: number;
  writtenBy?: string;
  withdrawn?: boolean;
};

/** Publishes `draft` as version `draft.number`. A number that is taken fails: somebody else was quicker. */
export async function insertVersion(tx: Tx, draft: Draft, at: Temporal.Instant): Promise<void> {
  await tx.run(
    INSERT,
    newId(),
    draft.kind,
    draft.key,
    draft.scope,
    draft.origin,
    draft.number,
    draft.basedOn,
    draft.authorityId,
    JSON.stringify(draft.definition),
    hashOfDefinition(draft.definition),
    at.toString(),
    draft.writtenBy ?? null,
    draft.withdrawn ?? false,
  );
}

const versionOf = (row: Row): Version => ({
  id: row.id,
  kind: row.kind,
  key: row.key,
  scope: row.scope,
  origin: row.origin,
  number: row.number,
  basedOn: row.based_on,
  authorityId: row.authority_id,
  definition: row.definition,
  hash: row.hash,
  writtenAt: row.written_at,
  writtenBy: row.written_by,
  withdrawn: row.withdrawn,
});
