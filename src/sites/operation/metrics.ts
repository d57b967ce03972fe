import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Logger } from '../../platform/log/log.ts';

/** What the server tells about itself. Routes by their pattern; nothing that says who or what. */
export interface Metrics {
  /** Counts what `app` answers from here on; `log` is told of each at level debug. */
  watch(app: FastifyInstance, log: Logger): void;
  /** A value that is looked up when somebody asks. */
  gauge(name: string, help: string, look: () => number): void;
  readonly type: string;
  text(): Promise<string>;
}

const BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const answered = new Counter({
    name: 'hall_http_answers_total',
    help: 'Answers by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    registers: [register],
  });
  const took = new Histogram({
    name: 'hall_http_answer_seconds',
    help: 'Time until an answer was sent, by route pattern',
    labelNames: ['route'],
    buckets: BUCKETS_SECONDS,
    registers: [register],
  });
  return {
    watch(app, log) {
      const tells = log.isLevelEnabled('debug');
      app.addHook('onResponse', (request, reply, done) => {
        const route = request.routeOptions.url ?? 'none';
        answered.inc({ method: request.method, route, status: reply.raw.statusCode });
        took.observe({ route }, reply.elapsedTime / 1000);
        if (tells) log.debug({ method: request.method, route, status: reply.raw.statusCode, ms: reply.elapsedTime });
        done();
      });
    },
    gauge(name, help, look) {
      new Gauge({
        name,
        help,
        registers: [register],
        collect() {
          this.set(look());
        },
      });
    },
    type: register.contentType,
    text: () => register.metrics(),
  };
}
