import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../../platform/db/database.ts';
import { type HallFailure, notFound } from '../../../platform/http/failure.ts';
import { createServer } from '../../../platform/http/server.ts';
import type { Logger } from '../../../platform/log/log.ts';
import type { Documents } from '../documents.ts';

export interface UploadsServerOptions {
  port: number;
  /** Default: loopback; the proxy in front of it serves the uploads' own host. */
  host?: string;
  secure: boolean;
  database: Database;
  documents: Pick<Documents, 'openView'>;
  log: Logger;
}

/** What a browser shows by itself without running anything. All else is only saved. */
const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png']);

/**
 * Shows files from an origin of their own: no page, no session and no cookie of the portal lives there, so whatever a
 * file may try, there is nothing to reach. An address is a signed capability for one file and some minutes.
 */
export async function startUploadsServer(
  options: UploadsServerOptions,
): Promise<{ port: number; close(): Promise<void> }> {
  const app = await createServer({ log: options.log, secure: options.secure, onFailure: answerFailure });
  app.get('/f/:file', async (request, reply) => {
    const { file } = request.params as { file: string };
    const opened = await options.documents.openView(options.database, file, request.query as Record<string, string>);
    if (!opened) throw notFound();
    reply.raw.once('close', () => opened.bytes.destroy());
    return reply
      .headers({
        ...headersOf(options.secure),
        'content-type': opened.type === 'text/plain' ? 'text/plain; charset=utf-8' : opened.type,
        'content-length': opened.sizeBytes,
        'content-disposition': `${SHOWN.has(opened.type) ? 'inline' : 'attachment'}; ${nameOf(opened.name)}`,
      })
      .send(opened.bytes);
  });
  await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  const bound = app.server.address();
  return { port: typeof bound === 'object' && bound ? bound.port : options.port, close: () => app.close() };
}

/** Nothing runs, loads, sends or frames; tried: Chromium's viewer shows a PDF all the same. */
const headersOf = (secure: boolean): Record<string, string> => ({
  'content-security-policy':
    "default-src 'none'; img-src 'self'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'x-robots-tag': 'noindex, nofollow',
  ...(secure && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
});

/** @see RFC 6266 §4.3, RFC 8187 */
function nameOf(name: string): string {
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^\w .()+-]/g, '')
      .trim() || 'file';
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** One line, the same for what never was, what is not clean, what is not theirs and what is too old. */
function answerFailure(failure: HallFailure, _request: FastifyRequest, reply: FastifyReply): void {
  const text =
    failure.status === 404
      ? 'This link is no longer valid. Go back and open the file again.'
      : 'Not possible right now. Please try again.';
  void reply
    .code(failure.status)
    .headers({ ...headersOf(false), 'content-type': 'text/plain; charset=utf-8' })
    .send(`${text}\n`);
}
