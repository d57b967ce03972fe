import type { HallFailure } from '../../platform/http/failure.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { textsFor } from '../portal/texts/index.ts';
import { kindOfFailure } from './kind-of-failure.ts';

/** A failure as programs read it. `code` is stable and in docs/operate/errors.md. @see RFC 9457 */
export function problemOf(failure: HallFailure, language: Language) {
  const told = textsFor(language, 'de').failures[kindOfFailure(failure)];
  return {
    type: `urn:schalterhalle:error:${failure.code}`,
    title: told.title,
    status: failure.status,
    code: failure.code,
    ...(told.todo && { detail: told.todo }),
  };
}
