import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visit } from '../../modules/identity/index.ts';
import type { HallFailure } from '../../platform/http/failure.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Logger } from '../../platform/log/log.ts';
import type { Gatehouse } from '../gate/gate.ts';
import { OPEN_HEADERS, securityHeaders } from '../gate/send-answer.ts';
import { failurePage } from './failure-page.ts';
import { kindOfFailure, retryAfterSeconds } from './kind-of-failure.ts';
import { problemOf } from './problem.ts';
import type { Whereabouts } from './whereabouts.ts';

export interface FailureDesk {
  house: Pick<Gatehouse, 'layout' | 'secure'>;
  log: Logger;
  /** Where the request was going to. */
  whereaboutsOf(request: FastifyRequest): Whereabouts;
  /** A document for somebody who is at no portal. */
  plainDocument(language: Language, failure: HallFailure): string;
}

/**
 * The one place where a failure becomes an answer: a page in the person's language, or problem+json for a program. It
 * never throws; when even the page can't be made, a line of text is sent.
 */
export function answerFailure(
  desk: FailureDesk,
  failure: HallFailure,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (reply.sent || reply.raw.headersSent) return;
  try {
    const where = desk.whereaboutsOf(request);
    const wait = retryAfterSeconds(failure);
    reply.code(failure.status).headers({
      ...securityHeaders(where.visit?.portal, desk.house.secure),
      'cache-control': 'no-store',
      ...(wait !== undefined && { 'retry-after': String(wait) }),
      // What was not read of a body that is too large is not read any more.
      ...(failure.status === 413 && { connection: 'close' }),
    });
    if (where.isProgram)
      reply
        .headers({ ...OPEN_HEADERS, 'content-type': 'application/problem+json; charset=utf-8' })
        .send(JSON.stringify(problemOf(failure, where.language)));
    else
      reply
        .header('content-type', 'text/html; charset=utf-8')
        .send(where.visit ? pageOf(desk, where.visit, failure, request) : desk.plainDocument(where.language, failure));
  } catch (error) {
    desk.log.error({ err: error, code: failure.code }, 'a failure could not be shown as a page');
    sendLine(failure, reply);
  }
}

function pageOf(desk: FailureDesk, visit: Visit, failure: HallFailure, request: FastifyRequest): string {
  const wasSending = request.method === 'POST' && kindOfFailure(failure) !== 'not-found';
  return desk.house.layout(visit, failurePage(visit, failure, wasSending), 'portal');
}

function sendLine(failure: HallFailure, reply: FastifyReply): void {
  if (reply.sent || reply.raw.headersSent) return;
  reply.code(failure.status).type('text/plain; charset=utf-8').send(`${failure.status} ${failure.code}`);
}
