import { newId } from '../../platform/crypto/ids.ts';
import { statement, type Tx } from '../../platform/db/database.ts';
import type { Shelf } from './shelf.ts';
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

const NEWEST = statement<{ id: string; withdrawn: boolean }>(
  'packs.newest',
  `select id, withdrawn from hall.pack_version where kind = $1 and key = $2 order by written_at desc, number desc limit 1`,
);
/** Which version was written last, without what it says; undefined when there was never one. */
export const newestOf = (
  tx: Tx,
  kind: PackKind,
  key: string,
): Promise<{ id: string; withdrawn: boolean } | undefined> => tx.one(NEWEST, kind, key);

const ON_SHELVES = statement<Row>(
  'packs.on-shelves',
  `select id, kind, key, scope, origin, number, based_on, authority_id, definition, hash, written_at, written_by, withdrawn
     from hall.pack_version v
    where kind = $1 and exists (select from unnest($2::text[], $3::text[]) as shelf(key, scope)
                                 where shelf.key = v.key and shelf.scope = v.scope)
    order by written_at desc, number desc limit 1000`,
);
/** All versions on `shelves`, the newest first, at most 1,000. */
export const versionsOn = async (tx: Tx, kind: PackKind, shelves: readonly Shelf[]): Promise<Version[]> =>
  (
    await tx.many(
      ON_SHELVES,
      kind,
      shelves.map(({ key }) => key),
      shelves.map(({ scope }) => scope),
    )
  ).map(versionOf);

const OVERLAYS_OF = statement<Row>(
  'packs.overlays-of-authority',
  `select id, kind, key, scope, origin, number, based_on, authority_id, definition, hash, written_at, written_by, withdrawn
     from hall.pack_version where authority_id = $1 and origin = 'overlay' order by written_at desc, number desc limit 20`,
);
/** What an authority has changed in the browser, the newest first, at most 20. */
export const overlaysOf = async (tx: Tx, authorityId: string): Promise<Version[]> =>
  (await tx.many(OVERLAYS_OF, authorityId)).map(versionOf);

const IMPORTED = statement<{ imported_hash: Buffer | null }>(
  'packs.imported-hash',
  'select imported_hash from hall.content_revision',
);
/** What the files were that were imported last. */
export const importedHash = async (tx: Tx): Promise<Buffer | undefined> =>
  (await tx.one(IMPORTED))?.imported_hash ?? undefined;

const KEEP_IMPORTED = statement('packs.keep-imported-hash', 'update hall.content_revision set imported_hash = $1');
export const keepImportedHash = (tx: Tx, hash: Buffer): Promise<number> => tx.run(KEEP_IMPORTED, hash);

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
  await tx.run(INSERT, ...valuesOf(newId(), draft, at));
}

const INSERT_NEXT = statement(
  'packs.insert-next',
  `insert into hall.pack_version (id, kind, key, scope, origin, number, based_on, authority_id, definition, hash,
                                  written_at, written_by, withdrawn)
   select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
    where $6 = 1 + coalesce((select max(number) from hall.pack_version
                              where kind = $2 and key = $3 and scope = $4 and origin = $5), 0)
   on conflict (kind, key, scope, origin, number) do nothing`,
);
/** The same when `draft.number` is the next one: returns the version's id. Undefined when somebody else was quicker. */
export async function insertNext(tx: Tx, draft: Draft, at: Temporal.Instant): Promise<string | undefined> {
  const id = newId();
  return (await tx.run(INSERT_NEXT, ...valuesOf(id, draft, at))) > 0 ? id : undefined;
}

const valuesOf = (id: string, draft: Draft, at: Temporal.Instant): unknown[] => [
  id,
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
];

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
