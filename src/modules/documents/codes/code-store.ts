import { statement, type Tx } from '../../../platform/db/database.ts';

const INSERT = statement(
  'documents.insert-code',
  `insert into hall.document_code (code_hash, document_id, case_id, authority_id, sealed_statement, issued_at)
   values ($1, $2, $3, $4, $5, $6)`,
);
export interface NewCodeRow {
  codeHash: Buffer;
  documentId: string;
  caseId: string;
  authorityId: string;
  sealedStatement: Buffer;
  issuedAt: string;
}
export const insertCode = (tx: Tx, row: NewCodeRow): Promise<number> =>
  tx.run(INSERT, row.codeHash, row.documentId, row.caseId, row.authorityId, row.sealedStatement, row.issuedAt);

const REVOKE = statement(
  'documents.revoke-code',
  'update hall.document_code set revoked_at = $2 where document_id = $1 and revoked_at is null',
);
export const markRevoked = (tx: Tx, documentId: string, at: string): Promise<number> => tx.run(REVOKE, documentId, at);

const SET_KEY = statement<{ set: string }>(
  'documents.set-code-key',
  `select set_config('hall.code_key', $1, true) as set`,
);
const BY_CODE = statement<{ sealed_statement: Buffer; revoked_at: Date | null }>(
  'documents.by-code',
  'select sealed_statement, revoked_at from hall.document_code where code_hash = $1',
);
/** The letter with this code, found by who can name it; works under the principal `anonymous`. */
export async function findByCode(tx: Tx, codeHash: Buffer) {
  await tx.one(SET_KEY, codeHash.toString('hex'));
  return tx.one(BY_CODE, codeHash);
}
