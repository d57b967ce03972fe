import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildStyles } from '../../../scripts/build-styles.ts';
import { startTestHall, type TestHall } from '../../../tests/hall.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

const KIB = 1024;
const UI = new URL('../../ui/', import.meta.url);

test('the part of KERN is the one that our sources use', async () => {
  const { css, pictures } = await buildStyles();
  assert.equal(readFileSync(new URL('kern.generated.css', UI), 'utf8'), css, 'run: npm run styles');
  assert.deepEqual(readdirSync(new URL('kern-pictures/', UI)).sort(), [...pictures.keys()].sort());
});

test('a first view weighs little, and everything it loads is ours and kept for a year', async () => {
  const page = await (await hall.visitor().get('/gl/de')).text();
  const addresses = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address = '']) => address);
  const sheet = addresses.find((address) => address.endsWith('.css'));
  assert.ok(sheet, 'there is a stylesheet');
  let weight = gzipSync(page).length;
  let fonts = 0;
  let scripts = 0;
  for (const address of addresses) {
    const answer = await fetch(hall.url + address, { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(answer.status, 200, address);
    assert.match(String(answer.headers.get('cache-control')), /immutable/);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const packed = gzipSync(bytes, { level: 9 }).length;
    if (address.endsWith('.woff2')) fonts += bytes.length;
    else weight += packed;
    if (address.endsWith('.js')) scripts += packed;
  }
  assert.ok(weight <= 45 * KIB, `${weight} bytes of HTML, CSS and JS`);
  assert.ok(scripts <= 10 * KIB, `${scripts} bytes of script`);
  assert.ok(fonts > 0 && fonts <= 60 * KIB, `${fonts} bytes of fonts`);
});

test('no stylesheet needs what the content security policy forbids', async () => {
  const page = await (await hall.visitor().get('/gl/de')).text();
  const sheet = /href="(\/assets\/portal\.[^"]+\.css)"/.exec(page)?.[1] ?? '';
  const css = await (await fetch(hall.url + sheet)).text();
  assert.doesNotMatch(css, /data:|https?:|@import/);
  assert.match(css, /--portal-accent:#0b5d66/);
  for (const [, address = ''] of css.matchAll(/url\("([^"]+)"\)/g))
    assert.equal((await fetch(hall.url + address)).status, 200, address);
  assert.doesNotMatch(page, /<script>|<style|\sstyle=|\son[a-z]+=/);
});

test('an asset that does not exist, or no longer, is not found', async () => {
  assert.equal((await fetch(`${hall.url}/assets/portal.0000000000.css`)).status, 404);
});
