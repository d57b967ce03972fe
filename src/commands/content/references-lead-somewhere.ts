import type { FilePack } from '../../modules/packs/index.ts';
import type { Territory } from '../../modules/territory/index.ts';
import { isIconName } from '../../ui/index.ts';
import { type Fault, listOf, nodeOf, textOf, whereOf } from './fault.ts';

export interface Known {
  /** Keys of Swiss life situations, and numbers of German ones as text. */
  situations: ReadonlySet<string>;
  ozgSituations: ReadonlySet<string>;
  /** Keys of services of every portal: described ones and those of the inventories. */
  services: ReadonlySet<string>;
  /** Keys of the German inventory. */
  ozg: ReadonlySet<string>;
  leika: ReadonlySet<string>;
  territory: Pick<Territory, 'authority'>;
}

/** Every key that content names exists. */
export function referencesLeadSomewhere(packs: readonly FilePack[], known: Known): Fault[] {
  return packs.flatMap((pack) => {
    const unknown = (what: string, keys: readonly string[], set: ReadonlySet<string>): Fault[] =>
      keys
        .filter((key) => !set.has(key))
        .map((key) => ({ where: whereOf(pack), what: `${what} «${key}» does not exist` }));
    const { definition } = pack;
    const keys = (name: string) => listOf(definition[name]).map(String);
    if (pack.kind === 'service')
      return [
        ...unknown('situation', keys('situations'), known.situations),
        ...unknown('ozgSituation', keys('ozgSituations'), known.ozgSituations),
        ...unknown('related service', keys('related'), known.services),
        ...unknown('leika', keys('leika'), known.leika),
        ...(definition.ozg === undefined || definition.ozg === null
          ? []
          : unknown('ozg', [String(definition.ozg)], known.ozg)),
        ...(definition.icon && !isIconName(definition.icon)
          ? [{ where: whereOf(pack), what: `icon «${definition.icon}» is not drawn` }]
          : []),
        ...scopeExists(pack, known),
      ];
    if (pack.kind === 'portal') return unknown('frequent service', keys('frequent'), known.services);
    if (pack.kind === 'authority') return ofArrangement(pack, known);
    return [];
  });
}

function scopeExists(pack: FilePack, { territory }: Known): Fault[] {
  const authority = /^authority:(.+)$/.exec(pack.scope)?.[1];
  if (!authority || territory.authority(authority)) return [];
  return [{ where: whereOf(pack), what: `there is no authority «${authority}»` }];
}

function ofArrangement(pack: FilePack, { services, territory }: Known): Fault[] {
  const offices = new Set(listOf(pack.definition.offices).map((office) => textOf(nodeOf(office).key)));
  const faults: Fault[] = [];
  const say = (what: string) => void faults.push({ where: whereOf(pack), what });
  if (pack.key !== 'defaults' && !territory.authority(pack.key)) say(`there is no authority «${pack.key}»`);
  for (const [key, entry] of Object.entries(nodeOf(pack.definition.services))) {
    const { office, delegatedTo } = nodeOf(entry);
    if (!services.has(key)) say(`service «${key}» does not exist`);
    if (office && !offices.has(String(office))) say(`${key}: there is no office «${office}» here`);
    if (delegatedTo && !territory.authority(String(delegatedTo))) say(`${key}: there is no authority «${delegatedTo}»`);
  }
  const { defaultOffice } = pack.definition;
  if (defaultOffice && !offices.has(String(defaultOffice)))
    say(`defaultOffice «${defaultOffice}» is not among the offices`);
  return faults;
}
