import { createHash } from 'node:crypto';
import type { Database, Tx } from '../../../platform/db/database.ts';
import { ANONYMOUS } from '../../../platform/db/principal.ts';
import { openBytes, sealBytes } from '../keys/aes-gcm.ts';
import { hashOfCode, keyOfCode, newCode, readCode } from './code.ts';
import { findByCode, insertCode, markRevoked } from './code-store.ts';
import type { LetterStatement, Verified } from './statement.ts';

export interface CodedLetter {
  code?: string;
  documentId: string;
  caseId: string;
  authorityId: string;
  statement: LetterStatement;
  /** The finished letter. */
  bytes?: Buffer;
}

interface Sealed {
  statement: LetterStatement;
  sha256?: string;
}
const PLACE = 'letter statement';

/** Makes a letter verifiable. The code is kept nowhere: who has no letter finds nothing out, with the database neither. */
export async function issueCode(tx: Tx, letter: CodedLetter, at: Temporal.Instant): Promise<string> {
  const code = letter.code ?? newCode();
  const plain = readCode(code);
  if (plain === undefined) throw new Error('not a code from newCode');
  const sealed: Sealed = {
    statement: letter.statement,
    ...(letter.bytes && { sha256: createHash('sha256').update(letter.bytes).digest('hex') }),
  };
  await insertCode(tx, {
    codeHash: hashOfCode(plain),
    documentId: letter.documentId,
    caseId: letter.caseId,
    authorityId: letter.authorityId,
    sealedStatement: sealBytes(keyOfCode(plain), PLACE, Buffer.from(JSON.stringify(sealed), 'utf8')),
    issuedAt: at.toString(),
  });
  return code;
}

/** From now on the letter verifies as revoked. Twice is the same as once. */
export async function revokeCode(tx: Tx, documentId: string, at: Temporal.Instant): Promise<void> {
  await markRevoked(tx, documentId, at.toString());
}

/** What the letter with this code says. The same answer for a wrong code, a misspelt one and one that was never issued. */
export async function verifyCode(database: Database, typed: string): Promise<Verified> {
  const code = readCode(typed);
  if (code === undefined) return { kind: 'unknown' };
  const row = await database.transaction(ANONYMOUS, (tx) => findByCode(tx, hashOfCode(code)));
  if (!row) return { kind: 'unknown' };
  const { statement, sha256 } = JSON.parse(
    openBytes(keyOfCode(code), PLACE, row.sealed_statement).toString('utf8'),
  ) as Sealed;
  return {
    kind: 'genuine',
    statement,
    ...(row.revoked_at && { revokedAt: row.revoked_at }),
    ...(sha256 && { sha256 }),
  };
}
