/** `npm run db:dump`: writes db/schema.sql, as the migrations make it. */
import { writeFileSync } from 'node:fs';
import { urlOn } from '../../src/platform/postgres/with-client.ts';
import { startTestCluster, TEMPLATE } from '../../tests/cluster.ts';
import { schemaOf } from './schema-of.ts';

const cluster = await startTestCluster();
try {
  const target = new URL('../../db/schema.sql', import.meta.url).pathname;
  writeFileSync(target, await schemaOf(urlOn(cluster.adminUrl, TEMPLATE)));
  console.log(`wrote ${target}`);
} finally {
  await cluster.stop();
}
