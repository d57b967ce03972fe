import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../../../../tests/hall.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

test('a form is had as data: pages, conditions, and a schema of what it submits', async () => {
  const response = await hall.visitor().get('/api/v1/services/residence-certificate/form?portal=sg&lang=fr');
  assert.equal(response.status, 200);
  const form = await response.json();
  assert.deepEqual(
    form.pages.map(({ key }: { key: string }) => key),
    ['whose', 'applicant', 'address', 'people', 'purpose', 'delivery', 'proof', 'contact'],
  );
  assert.equal(form.schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.match(form.href, /\/sg\/fr\/services\/residence-certificate\/apply$/);
  assert.equal((await hall.visitor().get(new URL(form.href).pathname)).status, 200);
});

test('a service without a form has none, and an unknown one neither', async () => {
  for (const key of ['dog-registration', 'no-such-service', '..%2f..%2fetc'])
    assert.equal((await hall.visitor().get(`/api/v1/services/${key}/form?portal=gl`)).status, 404, key);
});
