import { randomUUID } from 'node:crypto';
import { routes } from '../../../src/routes.ts';
import type { Random } from '../random.ts';
import { type Actor, isForeign, type Thing } from './hall-of-strangers.ts';

export interface ForeignRequest {
  actor: Actor;
  method: 'GET' | 'POST';
  route: string;
  /** With `«0»`, `«1»`… where ids of others go. */
  path: string;
  body?: string;
  ids: string[];
  /** The same, of things that are not there. */
  twins: string[];
  /** Is the thing itself asked for, so that 404 is the only answer? */
  isInPath: boolean;
}

/** Signing in and out, beginning something of one's own and telling the operators something concern nobody else. */
const LEFT_OUT = new Set([
  'signIn',
  'signInStart',
  'signInReturn',
  'signOut',
  'draftResume',
  'feedback',
  'notice',
  'operator',
  'session',
]);
const GET_ONLY = new Set(['apply', 'place', 'contact']);

const ROUTES = Object.entries({ ...routes.portal, ...prefixed('workbench'), ...prefixed('admin'), ...prefixed('api') })
  .filter(([name]) => !LEFT_OUT.has(name.replace(/^\w+\./, '')))
  .map(([name, path]) => ({ name, path }));

function prefixed(site: 'workbench' | 'admin' | 'api'): Record<string, string> {
  return Object.fromEntries(Object.entries(routes[site]).map(([name, path]) => [`${site}.${name}`, path]));
}

const KIND_OF: Record<string, Thing['kind']> = {
  draft: 'draft',
  case: 'case',
  document: 'document',
  message: 'message',
  number: 'number',
};
const WORDS: Record<string, readonly string[]> = {
  service: ['residence-certificate'],
  key: ['residence-certificate'],
  page: ['whose', 'purpose', 'delivery', 'contact'],
  field: ['identityProof'],
  act: ['take', 'ask', 'note', 'approve', 'refuse', 'deliver', 'withdraw', 'correct', 'answer', 'assign', 'release'],
  situation: ['moving'],
  authority: ['ch-1630', 'ch-3203'],
  code: ['ABCD-EFGH-JKMN'],
  file: ['app.css'],
};
/** Where somebody may try to slip an id in. */
const SLOTS = ['case', 'draft', 'message', 'document', 'file', 'id', 'after', 'words', 'authority', 'person', 'of'];

/** A request of an actor on any route, with ids of others in path, query and body. */
export function foreignRequest(random: Random, actors: readonly Actor[], things: readonly Thing[]): ForeignRequest {
  const actor = random.pick(actors);
  const foreign = things.filter((thing) => isForeign(actor, thing));
  const ids: string[] = [];
  const twins: string[] = [];
  const slot = (kind?: Thing['kind']): string => {
    const fitting = kind && random.next() < 0.9 ? foreign.filter((thing) => thing.kind === kind) : foreign;
    const { id } = random.pick(fitting.length > 0 ? fitting : foreign);
    ids.push(id);
    twins.push(/^[A-Z]{2}-/.test(id) ? 'GL-26-ZZZZ-ZZZZ-ZZ' : randomUUID());
    return `«${ids.length - 1}»`;
  };
  const { name, path: pattern } = random.pick(ROUTES);
  const method = !GET_ONLY.has(name) && random.next() < 0.4 ? 'POST' : 'GET';
  const root = name.startsWith('api.')
    ? ''
    : `/${random.next() < 0.85 ? actor.portal : random.pick(['gl', 'sg', 'zh', 'sl'])}`;
  let isInPath = false;
  const filled = pattern.replace(/:(\w+)/g, (_, parameter: string) => {
    if (parameter === 'lang') return 'de';
    const kind = KIND_OF[parameter];
    if (!kind) return random.pick(WORDS[parameter] ?? ['x']);
    isInPath ||= kind !== 'number';
    return slot(kind);
  });
  const pairs = (most: number) =>
    Array.from({ length: random.below(most + 1) }, () => {
      const key = random.pick(SLOTS);
      const value = key === 'after' ? `2026-11-20_${slot('case')}` : slot(KIND_OF[key]);
      return `${key}=${value}`;
    });
  const query = pairs(3);
  if (ids.length === 0) query.push(`case=${slot('case')}`);
  const body = method === 'POST' ? [...pairs(4), 'seenRevision=1', 'text=Hallo'].join('&') : undefined;
  const path = root + filled + (query.length > 0 ? `?${query.join('&')}` : '');
  return { actor, method, route: `${method} ${name}`, path, ...(body && { body }), ids, twins, isInPath };
}

/** `text` with these ids in their places. */
export const withIds = (text: string, ids: readonly string[]): string =>
  text.replace(/«(\d+)»/g, (_, index) => encodeURIComponent(ids[Number(index)] ?? ''));

/** What an answer says beside the ids that were sent: two of them can be compared. */
export function withoutIds(text: string, ids: readonly string[]): string {
  let plain = text;
  for (const id of ids) plain = plain.replaceAll(id, '«id»');
  return plain;
}
