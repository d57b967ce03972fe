import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayBack } from './way-back.ts';

test('a path of this portal is gone back to', () => {
  assert.equal(wayBack('/gl/de/drafts/1?x=%C3%BC', '/gl', '/gl/de'), '/gl/de/drafts/1?x=%C3%BC');
  assert.equal(wayBack('/de/account', '', '/de'), '/de/account');
});

test('nothing else is', () => {
  const elsewhere = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/gl//../..//evil.example',
    '/sg/de',
    '/glarus',
    '/gl/../sg/de',
    'javascript:alert(1)',
    '/gl/\t/evil',
    '/gl/de\r\nset-cookie: x',
    '/%2F/evil',
    '',
    'gl/de',
    '/gl/de/sign-in',
    '/gl/de/sign-out',
    `/gl/${'x'.repeat(600)}`,
    '/gl/de#x',
    undefined,
  ];
  for (const asked of elsewhere) assert.equal(wayBack(asked, '/gl', 'home'), 'home', String(asked));
});
