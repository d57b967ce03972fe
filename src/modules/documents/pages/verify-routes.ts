import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Answer } from '../../../platform/http/answer.ts';
import { HallFailure } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routes } from '../../../routes.ts';
import type { Limiter, Visit } from '../../identity/index.ts';
import { verifyCode } from '../codes/letter-codes.ts';
import { letterPage, verifyFormPage } from './verify-page.ts';

/** Larger than any letter. */
const MOST_FILE_BYTES = 20 * 1024 * 1024;

/**
 * Whether a letter is genuine, for whoever holds it. The code comes in the body of a request; the address with a code in
 * it is for who types one. Tries are limited by network, though nobody finds 140 bits by trying.
 */
export function verifyRoutes(limiter: Limiter): Route<Visit>[] {
  const answer = async (visit: Visit, typed: string, sha256?: string): Promise<Answer> => {
    limiter.take('verify-code', visit.address);
    const verified = await verifyCode(visit.database, typed);
    if (verified.kind === 'unknown') return verifyFormPage(visit, typed);
    return letterPage(visit, typed, verified, sha256 === undefined ? undefined : sha256 === verified.sha256);
  };
  return [
    { method: 'GET', path: routes.portal.verify, access: 'public', handle: (visit) => verifyFormPage(visit) },
    {
      method: 'POST',
      path: routes.portal.verify,
      access: 'public',
      raw: true,
      async handle(visit) {
        const { code, sha256 } = visit.parts ? await readParts(visit.parts()) : { code: visit.body.code };
        return answer(visit, typeof code === 'string' ? code : '', sha256);
      },
    },
    {
      method: 'GET',
      path: routes.portal.verifyCode,
      access: 'public',
      handle: (visit) => answer(visit, visit.params.code ?? ''),
    },
  ];
}

/** The code, and the checksum of the file that came with it; the file itself is kept nowhere. */
async function readParts(parts: ReturnType<NonNullable<Visit['parts']>>): Promise<{ code: string; sha256?: string }> {
  let code = '';
  let sha256: string | undefined;
  for await (const part of parts) {
    if (part.kind === 'field') {
      if (part.name === 'code') code = part.value;
    } else if (part.fileName === '') part.stream.resume();
    else sha256 = await checksum(part.stream);
  }
  return { code, ...(sha256 !== undefined && { sha256 }) };
}

async function checksum(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_FILE_BYTES) throw new HallFailure('too-large', 413, 'more than any letter has');
    hash.update(chunk);
  }
  return hash.digest('hex');
}
