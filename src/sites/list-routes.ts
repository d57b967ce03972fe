import type { SiteRoutes } from './open-sites.ts';

/** Every route with what it takes to enter it, one a line, sorted: to be read by a person as a diff. */
export function listRoutes(sites: SiteRoutes): string[] {
  return Object.entries(sites)
    .flatMap(([site, routes]) =>
      routes.map(({ method, path, access, raw, json, bodyLimitBytes }) => {
        const more = [raw && 'raw', json && 'json', bodyLimitBytes && `${bodyLimitBytes} bytes`].filter(Boolean);
        return `${site.padEnd(10)}${method.padEnd(5)}${path.padEnd(46)}${[access, ...more].join(', ')}`;
      }),
    )
    .sort();
}
