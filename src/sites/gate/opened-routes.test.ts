import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertGolden } from '../../../tests/golden.ts';
import { startTestHall, type TestHall } from '../../../tests/hall.ts';
import { isAction } from '../../modules/identity/index.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

test('every route, and who may enter it', () => {
  const lines = hall.hall
    .openedRoutes()
    .map(({ site, method, path, access }) => `${site.padEnd(10)}${method.padEnd(5)}${path.padEnd(46)}${access ?? ''}`);
  assertGolden(new URL('./routes.golden.txt', import.meta.url), `${lines.join('\n')}\n`);
});

test('no route is without a permission', () => {
  const without = hall.hall.openedRoutes().filter(({ access }) => {
    return access === undefined || !(access === 'public' || access === 'token or loopback' || isAction(access));
  });
  const lines = without.map(({ site, method, path }) => `${site} ${method} ${path}\n`);
  assertGolden(new URL('./routes-without-permission.golden.txt', import.meta.url), lines.join(''));
  assert.deepEqual(lines, [], 'this list stays empty');
});
