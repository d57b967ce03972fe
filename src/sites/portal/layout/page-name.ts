import type { Visit } from '../../../modules/identity/index.ts';

/** Parameters whose values are public and say what a page is about. All others may name a person's thing. */
const PUBLIC_PARAMETERS = new Set(['lang', 'service', 'situation', 'authority', 'page']);

/** The address of a page without what belongs to a person: `/de/drafts/:draft/pages/who`. For feedback and statistics. */
export function pageName(visit: Pick<Visit, 'path' | 'root' | 'params'>): string {
  const secrets = new Map(
    Object.entries(visit.params)
      .filter(([name]) => !PUBLIC_PARAMETERS.has(name))
      .map(([name, value]) => [encodeURIComponent(value), `:${name}`]),
  );
  const path = visit.path.slice(visit.root.length) || '/';
  return path
    .split('/')
    .map((segment) => secrets.get(segment) ?? segment)
    .join('/')
    .slice(0, 200);
}
