import type { Authority, Municipality } from '../authority.ts';
import type { Territory } from '../territory.ts';
import { type Arrangement, type Office, officeOf } from './arrangement.ts';

/** Who answers for a service at a place. */
export type Competence =
  | {
      kind: 'responsible';
      authority: Authority;
      office?: Office;
      /** The authority that has handed it over, where it did. */
      delegatedBy?: Authority;
      /** It takes applications here, where there is a form. */
      online: boolean;
    }
  /** Nobody here does; `instead` is where to go. */
  | { kind: 'not-offered'; instead: Authority };

export interface Asked {
  key: string;
  level: 'federation' | 'region' | 'district' | 'municipality';
}

type Known = Pick<Territory, 'authority'>;
const MOST_DELEGATIONS = 3;

/**
 * The authority and office that answer for `service` at `municipality`: by the service's level, through delegation to an
 * association, a district or the region. An authority that no portal knows answers at its own counter only.
 */
export function responsibleFor(
  territory: Known,
  arrangements: ReadonlyMap<string, Arrangement>,
  service: Asked,
  municipality: Municipality,
): Competence {
  const first = ofLevel(territory, service.level, municipality);
  let authority = first;
  for (let step = 0; step < MOST_DELEGATIONS; step++) {
    const arrangement = arrangements.get(authority.key);
    if (!arrangement)
      return authority === first ? { kind: 'not-offered', instead: authority } : answer(authority, first);
    const counter = arrangement.services[service.key];
    if (counter && !counter.isOffered) return { kind: 'not-offered', instead: authority };
    const next = counter?.delegatedTo && territory.authority(counter.delegatedTo);
    if (!next)
      return answer(
        authority,
        first,
        officeOf(arrangement, counter?.office ?? arrangement.defaultOffice),
        counter?.online === true,
      );
    authority = next;
  }
  return answer(authority, first);
}

function answer(authority: Authority, first: Authority, office?: Office, online = false): Competence {
  return {
    kind: 'responsible',
    authority,
    online,
    ...(office && { office }),
    ...(authority !== first && { delegatedBy: first }),
  };
}

/** Swiss districts govern nothing: what is theirs elsewhere is the canton's. A city that is its own Kreis answers itself. */
function ofLevel(territory: Known, level: Asked['level'], municipality: Municipality): Authority {
  if (level === 'municipality') return municipality;
  const above = municipality.parents.map((key) => territory.authority(key)).filter((each) => each !== undefined);
  const wanted = level === 'district' && municipality.country === 'ch' ? 'region' : level;
  const authority = above.find(({ kind }) => kind === wanted);
  const isOwnKreis = authority?.kind === 'district' && municipality.key === `${authority.key}000`;
  return authority && !isOwnKreis ? authority : municipality;
}
