import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../../../tests/hall.ts';
import { buildHall } from '../../build.ts';

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

test('in production there is neither a page of sent mail nor a sandbox, and pages do not speak of a demonstration', async () => {
  const settings = { ...hall.settings, production: true, port: 0, uploadsPort: 0, sandboxPort: 1 };
  const production = await buildHall(settings, { byHost: false });
  try {
    const url = await production.listen();
    assert.equal((await fetch(`${url}/dev/outbox`)).status, 404);
    assert.equal((await fetch(`${url}/gl/de/sign-in/sandbox`)).status, 404);
    assert.equal((await fetch(`${url}/gl/de/sign-in`)).status, 200);
    assert.match(await (await fetch(`${hall.url}/gl/de/sign-in`)).text(), /Vorführung/);
    assert.doesNotMatch(await (await fetch(`${url}/gl/de/sign-in`)).text(), /Vorführung|sandbox/);
  } finally {
    await production.close();
  }
});
