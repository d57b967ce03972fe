import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Portal } from '../../modules/territory/index.ts';
import type { FinishedPage } from '../../platform/http/page-cache.ts';

const PLACE_COOKIE = /(?:^|;\s*)(?:__Host-)?place=([\w-]{1,40})/;
const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-)?hall-/;

/** The key of a page that may be the same for everybody, or undefined when this visitor brings something of their own. */
export function cacheKeyOf(request: FastifyRequest, portal: Portal): string | undefined {
  if (request.method !== 'GET') return undefined;
  const { cookie } = request.headers;
  if (cookie === undefined) return `${portal.key} ${request.url}`;
  if (SESSION_COOKIE.test(cookie)) return undefined;
  return `${portal.key} ${request.url} ${PLACE_COOKIE.exec(cookie)?.[1] ?? ''}`;
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
