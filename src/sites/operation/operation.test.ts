import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../../../tests/hall.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

test('up, ready, and counted by route pattern, without what anybody looked at', async () => {
  const visitor = hall.visitor();
  assert.deepEqual(await (await visitor.get('/healthz')).json(), { status: 'up' });
  assert.deepEqual(await (await visitor.get('/readyz')).json(), { status: 'ready' });
  await (await visitor.get('/gl/de/contact')).text();
  await (await visitor.get('/gl/de/contact')).text();
  await (await visitor.get('/gl/de/secret-thing?q=my-name')).text();
  const metrics = await (await visitor.get('/metrics')).text();
  assert.match(metrics, /hall_http_answers_total\{method="GET",route="\/gl\/:lang\/contact",status="200"\} 2/);
  assert.match(metrics, /hall_http_answer_seconds_bucket/);
  assert.doesNotMatch(metrics, /secret-thing|my-name/);
});

test('through a proxy the metrics do not exist; with a token they are for who shows it', async () => {
  const forwarded = await fetch(`${hall.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
  assert.equal(forwarded.status, 404);
  const guarded = await startTestHall({ environment: { METRICS_TOKEN: 'a-token' } });
  try {
    assert.equal((await fetch(`${guarded.url}/metrics`)).status, 404);
    const shown = await fetch(`${guarded.url}/metrics`, { headers: { authorization: 'Bearer a-token' } });
    assert.equal(shown.status, 200);
  } finally {
    await guarded.close();
  }
});
