import type { TSchema } from 'typebox';
import { json } from './answer.ts';
import type { Route } from './route.ts';

export interface ApiAbout {
  title: string;
  version: string;
  description: string;
}

const PROBLEM = {
  description: 'What went wrong, as RFC 9457 says.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          code: { type: 'string' },
        },
      },
    },
  },
} as const;

/**
 * The OpenAPI document of `routes`, made out of their own schemas: it can't say anything else than they do. A route that
 * does not describe itself is no part of the public API, and is refused here.
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export function openApiDocument<V>(about: ApiAbout, routes: readonly Route<V>[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    if (!route.describes) throw new Error(`${route.path} does not describe itself`);
    const { summary, answer, parameters = {} } = route.describes;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        summary,
        parameters: [
          ...names.map((name) => ({
            name,
            in: 'path',
            required: true,
            ...(parameters[name] && { description: parameters[name] }),
            schema: { type: 'string' },
          })),
          ...queryParameters(route.query),
        ],
        responses: {
          '200': { description: summary, content: { 'application/json': { schema: answer } } },
          default: PROBLEM,
        },
      },
    };
  }
  return { openapi: '3.1.1', info: { ...about, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } }, paths };
}

function queryParameters(query: TSchema | undefined) {
  const { properties = {}, required = [] } = (query ?? {}) as {
    properties?: Record<string, TSchema & { description?: string }>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description && { description }),
    schema,
  }));
}

/** The route that shows the document. */
export function openApiRoute<V>(path: string, about: ApiAbout, routes: readonly Route<V>[]): Route<V> {
  const document = openApiDocument(about, routes);
  return { method: 'GET', path, access: 'public', json: true, handle: () => json(document) };
}
