/**
 * `node scripts/build-styles.ts`: the part of KERN's stylesheet that our sources use, as src/ui/kern.generated.css, with
 * its pictures as files (a `data:` address is refused by our content security policy). Run it after using another class
 * of KERN; a test says when it is due.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PurgeCSS } from 'purgecss';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const KERN = join(ROOT, 'node_modules/@kern-ux/native/dist/kern.css');
const UI = join(ROOT, 'src/ui');

/** Classes whose names our sources put together out of parts. */
const COMPOSED = [
  ...['primary', 'secondary', 'tertiary'].map((look) => `kern-btn--${look}`),
  ...['info', 'success', 'warning', 'danger'].map((kind) => `kern-alert--${kind}`),
  ...['radio', 'checkbox'].flatMap((kind) => [`kern-form-check__${kind}`, `kern-form-check__${kind}--error`]),
];

export interface BuiltStyles {
  css: string;
  /** By file name. */
  pictures: ReadonlyMap<string, string>;
}

/** Builds without writing anything. */
export async function buildStyles(): Promise<BuiltStyles> {
  const ours = globSync('src/**/*.css', { cwd: ROOT })
    .filter((path) => !path.endsWith('.generated.css'))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  const asked = [...ours.matchAll(/var\((--kern-[\w-]+)/g)].map(([, name]) => name as string);
  const [purged] = await new PurgeCSS().purge({
    content: globSync('src/**/*.ts', { cwd: ROOT, exclude: ['**/*.test.ts'] }).map((path) => ({
      raw: readFileSync(join(ROOT, path), 'utf8'),
      extension: 'ts',
    })),
    css: [{ raw: withoutLevels(readFileSync(KERN, 'utf8')) }],
    defaultExtractor: (source) => source.match(/[A-Za-z][\w-]*/g) ?? [],
    safelist: { standard: ['html', 'body', ...COMPOSED], variables: asked },
    variables: true,
    keyframes: true,
  });
  if (!purged) throw new Error('KERN has no stylesheet where it used to be');
  return withPicturesAsFiles(tidy(purged.css));
}

/**
 * KERN sets its contextual colours for `:is(body, [data-kern-theme=…]):not(.kern-level-…)`, which purging can't see. We
 * have one level and leave the scheme to the browser: they are the body's.
 */
function withoutLevels(css: string): string {
  const rule = /:is\(body, [^)]*\):not\(\[class\*=kern-level-\]\),\s*\.kern-layer\.kern-level-0 \{/;
  if (!rule.test(css)) throw new Error('KERN sets its contextual colours in another way than before');
  return css.replace(rule, 'body {').replace(/^\[data-kern-theme=(light|dark)\],\n\.kern-\1 \{[\s\S]*?^\}/gm, '');
}

/** Without comments, without what only browsers of the past need. */
const tidy = (css: string): string =>
  css
    .replace(/@charset "UTF-8";/, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*-webkit-mask:.*;\n/gm, '')
    .replace(/\n\s*\n+/g, '\n')
    .trim();

function withPicturesAsFiles(css: string): BuiltStyles {
  const pictures = new Map<string, string>();
  const linked = css.replace(/url\("data:image\/svg\+xml,([^"]*)"\)/g, (_, encoded: string) => {
    const svg = decodeURIComponent(encoded).replace(/ (height|width)=''/g, '');
    const name = `kern-${createHash('sha256').update(svg).digest('hex').slice(0, 8)}.generated.svg`;
    pictures.set(name, `${svg}\n`);
    return `url("./kern-pictures/${name}")`;
  });
  if (linked.includes('data:')) throw new Error('a picture of KERN is of another kind than those known');
  const head = '/* Made by scripts/build-styles.ts out of @kern-ux/native (EUPL-1.2, KERN team). Do not edit. */';
  return { css: `${head}\n${linked}\n`, pictures };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { css, pictures } = await buildStyles();
  const folder = join(UI, 'kern-pictures');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, svg] of pictures) writeFileSync(join(folder, name), svg);
  writeFileSync(join(UI, 'kern.generated.css'), css);
  console.log(`kern.generated.css: ${css.length} bytes, ${pictures.size} pictures`);
}
