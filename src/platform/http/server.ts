import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { HallFailure } from './failure.ts';
import { parseFields } from './fields.ts';

export interface ServerOptions {
  log: Logger;
  /** Turns a failure into the answer for this request: a page or problem+json. Must not throw. */
  onFailure(failure: HallFailure, request: FastifyRequest, reply: FastifyReply): void;
  /** Served over TLS by a proxy in front of it. */
  secure: boolean;
}

/** A file of 20 MB over a slow line in the mountains; a body that stalls is ended by `connectionTimeout`. */
const REQUEST_MS = 180_000;
const BODY_LIMIT_BYTES = 64 * 1024;

/**
 * An HTTP server in which every outcome has an answer: bad URLs, bodies too large, unknown routes and bugs all end in
 * `onFailure`, so that nobody sees a bare error of the framework.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    options.onFailure(asFailure(error, request, options.log), request, reply);
  const app = fastify({
    loggerInstance: options.log.child({}, { level: 'silent' }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_MS,
    connectionTimeout: 60_000,
    keepAliveTimeout: 15_000,
    forceCloseConnections: 'idle',
    trustProxy: options.secure ? 'loopback' : false,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: fail,
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      else socket.destroy();
    },
  }) as unknown as FastifyInstance;
  await app.register(cookie);
  await app.register(formbody, { parser: parseFields });
  await app.register(multipart, { limits: { files: 10, fields: 50, parts: 60, headerPairs: 50 } });
  app.setErrorHandler(fail);
  app.setNotFoundHandler((request, reply) => fail(new HallFailure('not-found', 404, 'no route'), request, reply));
  app.addHook('onRequest', refuseCrossSite);
  return app;
}

/**
 * State changes only come from our own pages. `Origin` and `Sec-Fetch-Site` decide before the body is read, since a
 * token may stand behind a file in a multipart body. @see https://web.dev/articles/fetch-metadata
 */
async function refuseCrossSite(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite(`sec-fetch-site ${site}`);
  if (origin !== undefined && hostOf(origin) !== request.headers.host) throw crossSite('foreign origin');
  if (origin === undefined && site === undefined) throw crossSite('neither origin nor sec-fetch-site');
}

const crossSite = (detail: string) => new HallFailure('cross-site', 403, detail);

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

const DATABASE_AWAY = /^(08|57P0|53|ECONN|ENOENT|EPIPE)/;

/** Expected failures as they are; the framework's and the database's by what they mean; anything else is a bug. */
function asFailure(error: unknown, request: FastifyRequest, log: Logger): HallFailure {
  if (error instanceof HallFailure) return error;
  const known = error as { code?: string; statusCode?: number; message?: string };
  const code = known.code ?? '';
  const status = known.statusCode ?? 0;
  if (status === 414) return new HallFailure('not-found', 404, 'a part of the path is longer than any name', error);
  if (status === 413) return new HallFailure('too-large', 413, code, error);
  if (status === 415) return new HallFailure('unsupported-type', 415, code, error);
  if (status >= 400 && status < 500) return new HallFailure('bad-request', 400, code, error);
  const away =
    DATABASE_AWAY.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(known.message ?? '');
  const failure = away
    ? new HallFailure('database-away', 503, code || 'connection', error)
    : new HallFailure('bug', 500, known.message ?? String(error), error);
  log.error({ err: error, route: request.routeOptions?.url, code: failure.code }, 'request failed');
  return failure;
}
