import type { Visit } from '../../../modules/identity/index.ts';
import { routes as urls } from '../../../routes.ts';

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

/**
 * The name of a page from an address or a name that somebody sent us: what may belong to a person is taken out again,
 * since nobody has to send what our own page said. Undefined when no page stands there.
 */
export function pageNameFrom(sent: string): string | undefined {
  const segments = sent.split('/');
  const pattern = Object.values(urls.portal)
    .map((path) => path.split('/'))
    .find(
      (parts) =>
        parts.length === segments.length &&
        parts.every((part, index) => part === segments[index] || (part.startsWith(':') && segments[index] !== '')),
    );
  return pattern
    ?.map((part, index) =>
      part.startsWith(':') && !PUBLIC_PARAMETERS.has(part.slice(1)) ? part : (segments[index] ?? ''),
    )
    .join('/');
}
