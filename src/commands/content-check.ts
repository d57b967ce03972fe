import { ContentError, readFiles } from '../modules/packs/index.ts';
import { readArrangement, readPortal } from '../modules/territory/index.ts';
import { HallFailure } from '../platform/http/failure.ts';
import { claimsHaveSources } from './content/claims-have-sources.ts';
import { type Fault, whereOf } from './content/fault.ts';
import { formsHold } from './content/forms-hold.ts';
import { readKnown } from './content/read-known.ts';
import { referencesLeadSomewhere } from './content/references-lead-somewhere.ts';
import { textsAreComplete } from './content/texts-are-complete.ts';
import { themesHaveContrast } from './content/themes-have-contrast.ts';

const CONTENT = new URL('../../content/', import.meta.url).pathname;

/** `npm run content:check`: prints every fault of `content/`; the exit code is 1 when there is one. */
export async function run(): Promise<void> {
  const contentDir = process.env.CONTENT_DIR ?? CONTENT;
  const { faults, packs } = checkContent(contentDir);
  for (const { where, what } of faults) console.log(`${where}: ${what}`);
  console.log(`${packs} pieces of content, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}

/** All that is wrong with the content in `contentDir`. */
export function checkContent(contentDir: string): { packs: number; faults: Fault[] } {
  try {
    const packs = readFiles(contentDir);
    const faults = [
      ...claimsHaveSources(packs),
      ...textsAreComplete(packs),
      ...referencesLeadSomewhere(packs, readKnown(contentDir, packs)),
      ...themesHaveContrast(packs),
      ...packs.flatMap((pack) => {
        if (pack.kind === 'portal') return unfit(whereOf(pack), () => readPortal(pack.key, pack.definition));
        return pack.kind === 'authority' ? unfit(whereOf(pack), () => readArrangement(pack.key, pack.definition)) : [];
      }),
      ...formsHold(packs),
    ];
    return { packs: packs.length, faults };
  } catch (error) {
    if (error instanceof ContentError) return { packs: 0, faults: [{ where: 'content', what: error.message }] };
    throw error;
  }
}

function unfit(where: string, read: () => unknown): Fault[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof HallFailure) return [{ where, what: error.detail }];
    throw error;
  }
}
