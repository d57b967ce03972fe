import type { FilePack } from '../../modules/packs/index.ts';
import { type Fault, isNode, listOf, textOf, whereOf } from './fault.ts';

const CLAIMS = ['fee', 'duration', 'deadline'] as const;

/** Nothing legal is invented: each fee, duration, deadline and article has a source, or is an example and says so. */
export function claimsHaveSources(packs: readonly FilePack[]): Fault[] {
  return packs
    .filter(({ kind }) => kind === 'service')
    .flatMap((pack) => {
      const { definition } = pack;
      const claims = [
        ...CLAIMS.map((name) => [name, definition[name]] as const),
        ...listOf(definition.legalBasis).map((item, index) => [`legalBasis[${index}]`, item] as const),
      ];
      return claims
        .filter(([, value]) => value !== undefined && value !== null && !hasOrigin(value))
        .map(([name]) => ({ where: whereOf(pack), what: `${name} needs «source:», or «example: true»` }));
    });
}

const hasOrigin = (value: unknown): boolean => isNode(value) && (value.example === true || textOf(value.source) !== '');
