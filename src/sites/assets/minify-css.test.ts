import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifyCss } from './minify-css.ts';

test('space that only people need goes, space that means something stays', () => {
  assert.equal(
    minifyCss('a > b ,\n c  d {\n  color : red;\n  margin: 0  auto;\n}\n'),
    'a>b,c d{color :red;margin:0 auto}',
  );
  assert.equal(minifyCss('.x { width: calc(1rem + 2px) } /* why */ .y{}'), '.x{width:calc(1rem + 2px)}.y{}');
  assert.equal(minifyCss('.q::after { content: "a  ; b /* c */" }'), '.q::after{content:"a  ; b /* c */"}');
  assert.equal(
    minifyCss("@media (min-width: 40rem) and (prefers-color-scheme: dark) { :root { --x: ' {' } }"),
    "@media (min-width:40rem) and (prefers-color-scheme:dark){:root{--x:' {'}}",
  );
});
