import type { FastifyInstance } from 'fastify';
import type { RouteConfig } from './gate.ts';

/** A route as the server has it, whoever opened it. */
export interface OpenedRoute {
  site: string;
  method: string;
  /** Below the site's root. */
  path: string;
  /** Undefined: nobody has said who may enter. There must be none of these. */
  access?: string;
}

/** Writes down every route that `app` gets from here on. What each portal has, stands once. */
export function watchRoutes(app: FastifyInstance): { list(): OpenedRoute[] } {
  const opened = new Map<string, OpenedRoute>();
  app.addHook('onRoute', ({ method, url, config }) => {
    const { hall } = (config ?? {}) as RouteConfig;
    const root = hall?.mount?.root ?? '';
    for (const each of [method].flat()) {
      if (each === 'HEAD') continue;
      const route = { site: hall?.mount?.site ?? 'platform', method: each, path: url.slice(root.length) || '/' };
      opened.set(`${route.site} ${route.path} ${each}`, { ...route, ...(hall && { access: hall.access }) });
    }
  });
  return {
    list: () => [...opened].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, route]) => route),
  };
}
