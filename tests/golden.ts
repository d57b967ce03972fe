import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Compares `text` with the golden file at `place`; `npm run golden` writes it anew, to be read as a diff.
 */
export function assertGolden(place: URL, text: string): void {
  const path = fileURLToPath(place);
  if (process.env.GOLDEN === 'write') writeFileSync(path, text);
  const written = existsSync(path) ? readFileSync(path, 'utf8') : '';
  assert.equal(text, written, `${path}: run \`npm run golden\` and read the diff`);
}
