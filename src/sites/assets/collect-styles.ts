import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { to, routes as urls } from '../../routes.ts';
import { type FinishedFile, finishFile } from './finished-file.ts';
import { minifyCss } from './minify-css.ts';
import { belongsTo, type Site } from './site.ts';

/** First what others build on: KERN without what we don't use, our tokens, the components, then everybody's own. */
const ORDER = [/^ui\/kern\.generated\.css$/, /^ui\/tokens\.css$/, /^ui\/page\.css$/, /^ui\//, /^modules\//, /^sites\//];

/**
 * All stylesheets below `sourceDir` that belong to `site`, in one. A file that one of them names with `url(./…)` becomes
 * a file of its own (no `data:`, which the content security policy forbids) and is put into `files`.
 */
export function collectStyles(sourceDir: string, site: Site, files: Map<string, FinishedFile>): string {
  const sheets = globSync('**/*.css', { cwd: sourceDir })
    .filter((path) => belongsTo(path, site))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return sheets
    .map((path) => {
      const css = readFileSync(join(sourceDir, path), 'utf8');
      return minifyCss(
        css.replace(/url\("(\.\/[^"]+)"\)/g, (_, file) => `url("${addressOf(join(sourceDir, dirname(path), file))}")`),
      );
    })
    .join('\n');

  function addressOf(path: string): string {
    const known = relative(sourceDir, path);
    const before = files.get(known);
    const file = before ?? finishFile(basename(path).replace('.generated', ''), readFileSync(path));
    files.set(known, file);
    return to(urls.platform.assets, { file: file.name });
  }
}

const rank = (path: string): number => ORDER.findIndex((shelf) => shelf.test(path));
