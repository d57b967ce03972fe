import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { Unreadable } from '../errors.ts';
import { openFrames, sealFrames } from './frames.ts';

const KEY = randomBytes(32);

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const all = async (source: AsyncIterable<Buffer>): Promise<Buffer> => Buffer.concat(await Array.fromAsync(source));
const seal = (plain: Buffer, size = 50_000) => all(sealFrames(KEY, pieces(plain, size)));
const open = (sealed: Buffer, size = 50_000, key = KEY) => all(openFrames(key, pieces(sealed, size)));

const FRAME = 64 * 1024;
const SEALED_FRAME = FRAME + 16;
const HEADER = 11;

test('what is sealed opens again, whatever its length and however it arrives', async () => {
  const lengths = [0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 17];
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constantFrom(...lengths), fc.integer({ min: 0, max: 300_000 })),
      fc.integer({ min: 1_000, max: 200_000 }),
      fc.integer({ min: 1_000, max: 200_000 }),
      async (length, written, read) => {
        const plain = randomBytes(length);
        assert.ok((await open(await seal(plain, written), read)).equals(plain));
      },
    ),
    { numRuns: 60 },
  );
});

test('any changed bit, anywhere, is refused', async () => {
  const sealed = await seal(randomBytes(FRAME + 500));
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ (1 << bit);
      await assert.rejects(open(changed), Unreadable);
    }),
    { numRuns: 300 },
  );
});

test('a file cut off anywhere is refused, at the end of a frame too', async () => {
  const sealed = await seal(randomBytes(2 * FRAME + 500));
  const ends = [0, 3, HEADER, HEADER + SEALED_FRAME, HEADER + 2 * SEALED_FRAME, sealed.length - 1];
  for (const end of ends) await assert.rejects(open(sealed.subarray(0, end)), Unreadable, `cut at ${end}`);
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), async (end) => {
      await assert.rejects(open(sealed.subarray(0, end)), Unreadable);
    }),
    { numRuns: 100 },
  );
});

test('frames can’t be exchanged, repeated, left out, added or put into another file', async () => {
  const sealed = await seal(randomBytes(3 * FRAME + 9));
  const other = await seal(randomBytes(3 * FRAME + 9));
  const frame = (of: Buffer, index: number) =>
    of.subarray(HEADER + index * SEALED_FRAME, HEADER + (index + 1) * SEALED_FRAME);
  const head = sealed.subarray(0, HEADER);
  const build = (...parts: Buffer[]) => open(Buffer.concat([head, ...parts]));
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => frame(sealed, index)) as [Buffer, Buffer, Buffer, Buffer];
  assert.equal((await build(a, b, c, d)).length, 3 * FRAME + 9);
  await assert.rejects(build(b, a, c, d), Unreadable);
  await assert.rejects(build(a, a, b, c, d), Unreadable);
  await assert.rejects(build(a, c, d), Unreadable);
  await assert.rejects(build(a, b, c), Unreadable);
  await assert.rejects(build(a, b, c, d, d), Unreadable);
  await assert.rejects(build(a, frame(other, 1), c, d), Unreadable);
  await assert.rejects(open(sealed, 50_000, randomBytes(32)), Unreadable);
});
