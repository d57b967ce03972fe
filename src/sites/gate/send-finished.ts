import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Portal } from '../../modules/territory/index.ts';
import type { FinishedPage } from '../../platform/http/page-cache.ts';

const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-)?hall-/;

/**
 * The key of a page that may be the same for everybody, or undefined when this visitor brings something of their own. The
 * place is taken from the very cookie that the page itself looks at, whole: were it only part of it, or another one of
 * that name, somebody could have a page kept for those who have chosen otherwise.
 */
export function cacheKeyOf(request: FastifyRequest, portal: Portal, secure: boolean): string | undefined {
  if (request.method !== 'GET' || SESSION_COOKIE.test(request.headers.cookie ?? '')) return undefined;
  const place = request.cookies[secure ? '__Host-place' : 'place'] ?? '';
  return /^[a-z0-9-]{0,40}$/.test(place) ? `${portal.key} ${request.url} ${place}` : undefined;
}

/** Sends bytes that are ready; only that they are still the same to who has them already. @see RFC 9110 §13.1.2 */
export function sendFinished(request: FastifyRequest, reply: FastifyReply, finished: FinishedPage): FastifyReply {
  reply.hijack();
  const { etag } = finished.headers;
  if (etag !== undefined && request.headers['if-none-match'] === etag) {
    reply.raw.writeHead(304, finished.headers);
    reply.raw.end();
    return reply;
  }
  const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = packed ? finished.packed() : finished.plain;
  const headers: Record<string, string | number> = { ...finished.headers, 'content-length': bytes.length };
  if (packed) headers['content-encoding'] = 'gzip';
  reply.raw.writeHead(200, headers);
  reply.raw.end(bytes);
  return reply;
}
