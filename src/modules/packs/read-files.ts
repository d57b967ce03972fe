import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import type { Definition, Json, PackKind, Scope } from './version.ts';

/** A piece of content as its files say. `files` names them, for error messages. */
export interface FilePack {
  kind: PackKind;
  key: string;
  scope: Scope;
  basedOn: number | null;
  definition: Definition;
  files: string;
}

/** Content that can't be read: which file, which line, what to do. */
export class ContentError extends Error {}

/** Everything below `contentDir` that is content, in a fixed order. Throws `ContentError`. */
export function readFiles(contentDir: string): FilePack[] {
  return [...readServices(contentDir), ...readPortals(contentDir)];
}

function readServices(contentDir: string): FilePack[] {
  const packs: FilePack[] = [];
  for (const key of folders(join(contentDir, 'services'))) {
    const folder = join(contentDir, 'services', key);
    const texts = readTexts(contentDir, folder, /^(de|fr|it|en)\.yaml$/);
    const service = readYaml(contentDir, join(folder, 'service.yaml'));
    if (service.key !== key)
      throw new ContentError(`${key}/service.yaml: key is «${service.key}», the folder's name is «${key}»`);
    packs.push({
      kind: 'service',
      key,
      scope: 'federation',
      basedOn: null,
      definition: { ...service, texts },
      files: folder,
    });
    if (files(folder).includes('form.yaml'))
      packs.push({
        kind: 'form',
        key,
        scope: 'federation',
        basedOn: null,
        definition: {
          form: readYaml(contentDir, join(folder, 'form.yaml')),
          texts: readTexts(contentDir, folder, /^form\.(de|fr|it|en)\.yaml$/),
        },
        files: folder,
      });
  }
  return packs;
}

function readPortals(contentDir: string): FilePack[] {
  const packs: FilePack[] = [];
  for (const portal of folders(join(contentDir, 'portals'))) {
    const folder = join(contentDir, 'portals', portal);
    const definition: Definition = {
      ...readYaml(contentDir, join(folder, 'portal.yaml')),
      texts: readTexts(contentDir, folder, /^(de|fr|it|en)\.yaml$/),
    };
    packs.push({ kind: 'portal', key: portal, scope: `portal:${portal}`, basedOn: null, definition, files: folder });
    packs.push(...readAuthorities(contentDir, folder, portal));
    for (const service of folders(join(folder, 'services')))
      for (const file of files(join(folder, 'services', service))) {
        if (!file.endsWith('.yaml')) continue;
        const { basedOn, ...override } = readYaml(contentDir, join(folder, 'services', service, file));
        const name = file.slice(0, -'.yaml'.length);
        packs.push({
          kind: 'service',
          key: service,
          scope: name === 'service' ? `portal:${portal}` : `authority:${name}`,
          basedOn: Number(basedOn ?? 1),
          definition: override,
          files: join(folder, 'services', service, file),
        });
      }
  }
  return packs;
}

/** How each authority that the portal names has arranged its counters; `defaults` holds for those that it does not. */
function readAuthorities(contentDir: string, folder: string, portal: string): FilePack[] {
  const path = join(folder, 'authorities.yaml');
  return Object.entries(readYaml(contentDir, path)).map(([key, definition]) => {
    if (typeof definition !== 'object' || definition === null || Array.isArray(definition))
      throw new ContentError(`${relative(contentDir, path)}: ${key} has no keys with values`);
    return { kind: 'authority', key, scope: `portal:${portal}`, basedOn: null, definition, files: path };
  });
}

function readTexts(contentDir: string, folder: string, name: RegExp): Definition {
  const texts: Definition = {};
  for (const file of files(join(folder, 'texts'))) {
    const language = name.exec(file)?.[1];
    if (language) texts[language] = readYaml(contentDir, join(folder, 'texts', file));
  }
  return texts;
}

function readYaml(contentDir: string, path: string): Definition {
  let content: Json;
  try {
    content = parse(readFileSync(path, 'utf8'), { prettyErrors: true, maxAliasCount: 0 }) as Json;
  } catch (error) {
    throw new ContentError(`${relative(contentDir, path)}: ${(error as Error).message}`);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new ContentError(`${relative(contentDir, path)}: expected keys with values`);
  return content;
}

const list = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
const folders = (folder: string) =>
  list(folder)
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
const files = (folder: string) =>
  list(folder)
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
