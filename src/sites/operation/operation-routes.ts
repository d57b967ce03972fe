import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/db/database.ts';
import { HallFailure } from '../../platform/http/failure.ts';
import { routes as urls } from '../../routes.ts';
import { FOR_EVERYBODY, type RouteConfig } from '../gate/gate.ts';
import type { Metrics } from './metrics.ts';

export interface OperationWiring {
  database: Database;
  metrics: Metrics;
  /** Who shows it may read the metrics from anywhere; without one, only this machine may. */
  metricsToken?: string;
}

const FOR_OPERATORS: RouteConfig = { hall: { access: 'token or loopback', json: false } };
const PATIENCE_MS = 1_500;

/** For whoever runs the installation: is it up, is it ready, what does it do. */
export function operationRoutes(app: FastifyInstance, { database, metrics, metricsToken }: OperationWiring): void {
  app.get(urls.platform.health, { config: FOR_EVERYBODY }, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'up' }),
  );
  app.get(urls.platform.ready, { config: FOR_EVERYBODY }, async (_request, reply) => {
    const isReady = await database.answers(PATIENCE_MS);
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'database away' });
  });
  app.get(urls.platform.metrics, { config: FOR_OPERATORS }, async (request, reply) => {
    if (!mayRead(request, metricsToken)) throw new HallFailure('not-found', 404, 'metrics are for operators');
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.type)
      .send(await metrics.text());
  });
}

/** With the token from anywhere; without one only from this machine, and not through a proxy on it. */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) {
    const shown = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token}`);
    return shown.length === wanted.length && timingSafeEqual(shown, wanted);
  }
  const { remoteAddress } = request.socket;
  const isHere = remoteAddress === '127.0.0.1' || remoteAddress === '::1' || remoteAddress === '::ffff:127.0.0.1';
  return isHere && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
}
