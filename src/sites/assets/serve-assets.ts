import type { FastifyInstance } from 'fastify';
import { HallFailure } from '../../platform/http/failure.ts';
import { routes as urls } from '../../routes.ts';
import { FOR_EVERYBODY } from '../gate/gate.ts';
import { securityHeaders } from '../gate/send-answer.ts';
import type { Assets } from './assets.ts';

/** `/assets/<name>.<hash>.<ending>`: kept by browsers for a year, since other bytes have another name. */
export function serveAssets(app: FastifyInstance, assets: Assets, secure: boolean): void {
  app.get<{ Params: { file: string } }>(urls.platform.assets, { config: FOR_EVERYBODY }, (request, reply) => {
    const file = assets.file(request.params.file);
    if (!file) throw new HallFailure('not-found', 404, 'no such asset');
    const packed = file.gzip && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    return reply
      .headers({
        ...securityHeaders(undefined, secure),
        'content-type': file.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
        ...(packed && { 'content-encoding': 'gzip' }),
      })
      .send(packed ? file.gzip : file.plain);
  });
}
