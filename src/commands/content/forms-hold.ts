import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkForm } from '../../modules/forms/index.ts';
import type { FilePack } from '../../modules/packs/index.ts';
import { LANGUAGES } from '../../platform/i18n/language.ts';
import { type Fault, nodeOf, whereOf } from './fault.ts';

/** Every form compiles, has all its texts, reaches all its pages, and its journeys still hold. */
export function formsHold(packs: readonly FilePack[]): Fault[] {
  return packs
    .filter(({ kind }) => kind === 'form')
    .flatMap((pack) => {
      const journeys = journeysIn(join(pack.files, 'journeys'));
      if (Object.keys(journeys).length === 0)
        return [{ where: whereOf(pack), what: 'journeys/ is empty: write at least one' }];
      const { form, texts } = pack.definition;
      return checkForm({ definition: form, texts: nodeOf(texts), languages: LANGUAGES, journeys }).map(
        ({ at, says }) => ({
          where: whereOf(pack),
          what: `${at}: ${says}`,
        }),
      );
    });
}

function journeysIn(folder: string): Record<string, unknown> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(files.map((name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as unknown]));
}
