/**
 * `node scripts/subset-fonts.ts`: Fira Sans in two weights, cut down to the letters that our languages are written with.
 * KERN's own files are 130 KB each; a page may load 60 KB of fonts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const KERN_FONTS = join(ROOT, 'node_modules/@kern-ux/native/dist/fonts/fira-sans');
const OURS = join(ROOT, 'src/ui/fonts');
const MOST_BYTES = 60 * 1024;

const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
/** Basic Latin and Latin-1 (German, French, Italian, Romansh), names with letters of neighbours, and punctuation. */
const LETTERS = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķŁłŃńŅņŇňŐőŒœŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŸŹźŻżŽžȘșȚțẞ–—‘’‚“”„‹›•…′″€−→←↑↓✓\u202f\u2009\u2011`;

mkdirSync(OURS, { recursive: true });
let bytes = 0;
for (const [file, weight] of [
  ['FiraSans-Regular.woff2', 'regular'],
  ['FiraSans-SemiBold.woff2', 'semi-bold'],
] as const) {
  const font = await subsetFont(readFileSync(join(KERN_FONTS, file)), LETTERS, {
    targetFormat: 'woff2',
    keepFeatures: ['kern', 'mark', 'ccmp', 'locl', 'tnum', 'lnum'],
    noHinting: true,
  });
  bytes += font.length;
  writeFileSync(join(OURS, `fira-sans-${weight}.generated.woff2`), font);
  console.log(`fira-sans-${weight}.generated.woff2: ${font.length} bytes`);
}
if (bytes > MOST_BYTES) throw new Error(`${bytes} bytes of fonts; ${MOST_BYTES} is the most`);
