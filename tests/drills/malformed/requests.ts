import { randomUUID } from 'node:crypto';
import { routes } from '../../../src/routes.ts';
import type { Random } from '../random.ts';
import { BODIES, NAMES, NASTY } from './nasty.ts';

export interface Malformed {
  what: string;
  bytes: Buffer;
}

/** Addresses that mean something, so that what is malformed gets further than the first door. */
export interface Known {
  host: string;
  /** Cookies of somebody who is signed in, of staff, of nobody. */
  cookies: readonly string[];
  /** By name of the parameter. */
  values: Readonly<Record<string, readonly string[]>>;
}

const LEAVES = /sign-out/;
const SITES = [routes.portal, routes.workbench, routes.admin, routes.api, routes.platform] as const;
const PATHS = SITES.flatMap((site) =>
  Object.values<string>(site).map((path) => (site === routes.api || site === routes.platform ? path : `/gl${path}`)),
).filter((path) => !LEAVES.test(path));

interface Parts {
  method?: string;
  path: string;
  headers?: readonly string[];
  body?: Buffer;
  type?: string;
}

/** The bytes of a request, whatever stands in its parts. */
function bytesOf(known: Known, { method = 'GET', path, headers = [], body, type }: Parts): Buffer {
  const lines = [`${method} ${path} HTTP/1.1`, `host: ${known.host}`, 'connection: close', ...headers];
  if (method !== 'GET') lines.push('sec-fetch-site: same-origin');
  if (body) lines.push(`content-length: ${body.length}`);
  if (type) lines.push(`content-type: ${type}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body ?? Buffer.alloc(0)]);
}

const FORM = 'application/x-www-form-urlencoded';

/** Written by hand: each nasty value in each place, each lying body, and what is not HTTP at all. */
export function curated(known: Known): Malformed[] {
  const draft = known.values.draft?.[0] ?? '';
  const [person = '', staff = ''] = known.cookies;
  const page = `/gl/de/drafts/${draft}/pages/whose`;
  const places: ((value: string) => Parts)[] = [
    (value) => ({ path: `/${value}` }),
    (value) => ({ path: `/gl/${value}` }),
    (value) => ({ path: `/gl/de/services/${value}?place=${value}` }),
    (value) => ({ path: `/gl/de/search?q=${value}&q=${value}` }),
    (value) => ({ path: `/api/v1/search?portal=gl&lang=de&q=${value}` }),
    (value) => ({ path: `/api/v1/places?portal=${value}&q=${value}` }),
    (value) => ({ path: `/gl/de?${value}=${value}` }),
    (value) => ({ path: '/gl/de', headers: [`cookie: place=${value}; session-gl=${value}; draft-gl=${value}`] }),
    (value) => ({
      path: page,
      method: 'POST',
      type: FORM,
      body: Buffer.from(`whose=${value}&shown=${value}`),
      headers: [`cookie: ${person}`],
    }),
    (value) => ({ path: `/gl/de/drafts/${value}/pages/${value}`, headers: [`cookie: ${person}`] }),
    (value) => ({
      path: `/gl/workbench/de?after=${value}&words=${value}&scope=${value}`,
      headers: [`cookie: ${staff}`],
    }),
    (value) => ({
      path: `/gl/de/status/${value}`,
      method: 'POST',
      type: FORM,
      body: Buffer.from(`code=${value}&number=${value}`),
    }),
  ];
  const values = NASTY.flatMap((value, index) =>
    places.map((place, at) => ({ what: `value ${index} in place ${at}`, bytes: bytesOf(known, place(value)) })),
  );
  const bodies = BODIES.flatMap(([type, body], index) =>
    [page, '/gl/de/place', '/gl/de/status', `/gl/de/drafts/${draft}/uploads/identityProof`].map((path) => ({
      what: `body ${index} to ${path}`,
      bytes: bytesOf(known, { method: 'POST', path, type, body, headers: [`cookie: ${person}`] }),
    })),
  );
  return [...values, ...bodies, ...notHttp(known, page)];
}

function notHttp(known: Known, page: string): Malformed[] {
  const big = Buffer.from(`{"a":"${'x'.repeat(10 * 1024 * 1024)}"}`);
  const line = (text: string) => Buffer.from(text, 'latin1');
  const all: [string, Buffer][] = [
    ['10 MB of JSON', bytesOf(known, { method: 'POST', path: page, type: 'application/json', body: big })],
    ['10 MB of a form', bytesOf(known, { method: 'POST', path: '/gl/de/place', type: FORM, body: big })],
    [
      '10 MB of JSON to the API',
      bytesOf(known, { method: 'POST', path: '/api/v1/search', type: 'application/json', body: big }),
    ],
    ['a header of 100 KB', bytesOf(known, { path: '/gl/de', headers: [`x-long: ${'a'.repeat(100_000)}`] })],
    [
      'a thousand headers',
      bytesOf(known, { path: '/gl/de', headers: Array.from({ length: 1_000 }, (_, at) => `x-${at}: 1`) }),
    ],
    ['an address of 60 KB', bytesOf(known, { path: `/gl/de?${'a'.repeat(60_000)}` })],
    ['a deep path', bytesOf(known, { path: `/gl/de${'/a'.repeat(4_000)}` })],
    ['a NUL in the address', bytesOf(known, { path: '/gl/\0/de' })],
    ['bytes above 127 in the address', bytesOf(known, { path: '/gl/d\xe9/\xff' })],
    ['no method', line('nonsense\r\n\r\n')],
    ['a method of its own', bytesOf(known, { method: 'BREW', path: '/gl/de' })],
    ['PUT', bytesOf(known, { method: 'PUT', path: page, type: FORM, body: line('a=1') })],
    ['DELETE', bytesOf(known, { method: 'DELETE', path: page })],
    ['OPTIONS *', bytesOf(known, { method: 'OPTIONS', path: '*' })],
    ['CONNECT', line(`CONNECT example.invalid:443 HTTP/1.1\r\nhost: ${known.host}\r\n\r\n`)],
    ['TRACE', bytesOf(known, { method: 'TRACE', path: '/gl/de' })],
    ['an absolute address', bytesOf(known, { path: 'http://example.invalid/gl/de' })],
    ['HTTP 9', line('GET / HTTP/9.9\r\nhost: x\r\n\r\n')],
    ['no host', line('GET /gl/de HTTP/1.1\r\nconnection: close\r\n\r\n')],
    ['two hosts', line('GET /gl/de HTTP/1.1\r\nhost: a\r\nhost: b\r\nconnection: close\r\n\r\n')],
    [
      'two lengths',
      line(`POST ${page} HTTP/1.1\r\nhost: ${known.host}\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab`),
    ],
    [
      'length and chunks',
      line(
        `POST ${page} HTTP/1.1\r\nhost: ${known.host}\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      ),
    ],
    [
      'broken chunks',
      line(
        `POST ${page} HTTP/1.1\r\nhost: ${known.host}\r\nsec-fetch-site: same-origin\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nab`,
      ),
    ],
    ['TLS', Buffer.from('16030100a5010000a10303', 'hex')],
    ['HTTP/2', line('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')],
  ];
  return all.map(([what, bytes]) => ({ what, bytes }));
}

/** Drawn: any route, any method, half of what stands in it nasty. */
export function generated(known: Known, random: Random): Malformed {
  const pattern = random.pick(PATHS);
  const method = random.next() < 0.5 ? 'GET' : random.pick(['POST', 'POST', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH']);
  const value = (name?: string): string => {
    const good = name === undefined ? undefined : known.values[name];
    if (good && random.next() < 0.6) return random.pick(good);
    return random.next() < 0.15 ? randomUUID() : random.pick(NASTY);
  };
  const pairs = (most: number) =>
    Array.from({ length: random.below(most + 1) }, () => `${random.pick(NAMES)}=${value()}`).join('&');
  const filled = pattern.replace(/:(\w+)/g, (_, name: string) => value(name));
  const query = pairs(4);
  const [type, lie] = random.pick(BODIES);
  const hasLie = random.next() < 0.3;
  const parts: Parts = {
    method,
    path: query ? `${filled}?${query}` : filled,
    headers: [`cookie: ${random.pick(known.cookies)}`],
    ...(method !== 'GET' &&
      method !== 'HEAD' && { type: hasLie ? type : FORM, body: hasLie ? lie : Buffer.from(pairs(6)) }),
  };
  return { what: `${method} ${pattern}`, bytes: bytesOf(known, parts) };
}
