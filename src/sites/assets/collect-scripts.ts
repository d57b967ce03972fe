import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { belongsTo, type Site } from './site.ts';

/**
 * All browser scripts (`browser/*.ts`) below `sourceDir` that belong to `site`, in one, without their types. Each stands
 * for itself, in a block of its own: it imports and exports nothing.
 */
export function collectScripts(sourceDir: string, site: Site): string {
  return globSync('**/browser/*.ts', { cwd: sourceDir })
    .filter((path) => belongsTo(path, site) && !path.endsWith('.test.ts'))
    .sort()
    .map((path) => {
      const script = stripTypeScriptTypes(readFileSync(join(sourceDir, path), 'utf8'));
      if (/^\s*(import|export)\b/m.test(script))
        throw new Error(`${path}: a browser script imports and exports nothing`);
      return `{\n${withoutComments(script)}\n}`;
    })
    .join('\n');
}

/** Lines that are only comment or blank are left out; what is left is as it was written. */
const withoutComments = (script: string): string =>
  script
    .replace(/^\s*\/\*\*[\s\S]*?\*\/\s*$/gm, '')
    .split('\n')
    .filter((line) => !/^\s*(\/\/.*)?$/.test(line))
    .map((line) => line.trimEnd())
    .join('\n');
