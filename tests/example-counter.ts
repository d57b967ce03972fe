import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalogue, ServiceAt } from '../src/modules/catalogue/index.ts';
import { createDocuments, fileKeys } from '../src/modules/documents/index.ts';
import { createForms, type FormsWiring } from '../src/modules/forms/index.ts';
import {
  createLimiter,
  LIMITS,
  mayEnter,
  type Part,
  type Profile,
  principalOf,
  type Session,
  type Visit,
} from '../src/modules/identity/index.ts';
import { currentVersions, importFiles, type Published, publish } from '../src/modules/packs/index.ts';
import type { Municipality, Portal } from '../src/modules/territory/index.ts';
import { stoppedClock } from '../src/platform/clock/clock.ts';
import { idOfKey } from '../src/platform/crypto/ids.ts';
import { ANONYMOUS } from '../src/platform/db/principal.ts';
import type { Answer } from '../src/platform/http/answer.ts';
import { HallFailure } from '../src/platform/http/failure.ts';
import { parseFields } from '../src/platform/http/fields.ts';
import type { Route } from '../src/platform/http/route.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** For tests: the real routes on the real database and disk, at a counter in Glarus Nord that has an example fee. */
export interface Counter {
  database: TestDatabase;
  wiring: FormsWiring;
  clock: ReturnType<typeof stoppedClock>;
  /** Mails that were sent, newest last. */
  mails: { to: string; text: string }[];
  visitor(session?: Session, profile?: Profile): Guest;
  /** What holds at the counter; may be changed by a test. */
  terms: { feeCents: number; isOnline: boolean };
  publishAgain(): Promise<void>;
  close(): Promise<void>;
}

/** Somebody with a browser: cookies are kept, redirects are not followed unasked. */
export interface Guest {
  session: Session | undefined;
  cookies: Record<string, string>;
  get(path: string): Promise<Reply>;
  post(path: string, fields?: Record<string, string | string[]>): Promise<Reply>;
  upload(path: string, parts: Part[]): Promise<Reply>;
}
export interface Reply {
  status: number;
  /** Where a redirect leads. */
  to: string;
  html: string;
}

const GLARUS: Portal = {
  key: 'gl',
  country: 'ch',
  region: 'GL',
  languages: ['de', 'fr', 'it', 'en'],
  name: { de: 'Schalterhalle Glarus' },
  timeZone: 'Europe/Zurich',
  currency: 'CHF',
  embeddedBy: [],
  theme: { accent: '', accentInk: '', accentSoft: '', darkAccent: '', darkAccentInk: '', darkAccentSoft: '' },
} as unknown as Portal;

const NORD = {
  id: idOfKey('authority:ch-1630'),
  key: 'ch-1630',
  name: 'Glarus Nord',
  country: 'ch',
  kind: 'municipality',
} as unknown as Municipality;
const CONTENT = new URL('../content/', import.meta.url).pathname;

export async function openCounter(): Promise<Counter> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'hall-forms-'));
  const clock = stoppedClock('2026-11-24T09:00:00Z');
  const limiter = createLimiter(
    clock,
    Object.fromEntries(Object.keys(LIMITS).map((name) => [name, { burst: 1e6, perMinute: 1e6 }])) as never,
  );
  const documents = createDocuments({
    ring: fileKeys({ keyDir: join(dataDir, 'keys'), createMissing: true }),
    dataDir,
    uploadsOrigin: 'http://127.0.0.1:9401',
    contentDir: CONTENT,
    clock,
    limiter,
  });
  await database.owner.transaction({ kind: 'job' }, (tx) => importFiles(tx, CONTENT, clock.now()));
  let published: Published;
  const publishAgain = async () => {
    published = publish(await database.app.transaction(ANONYMOUS, currentVersions));
  };
  await publishAgain();
  const terms = { feeCents: 2000, isOnline: true };
  const mails: Counter['mails'] = [];
  const sendMail: FormsWiring['sendMail'] = async (_tx, { to, text }) => void mails.push({ to, text });
  const profiles = new Map<string, Profile>();
  const wiring: FormsWiring = {
    snapshot: () => ({ catalogue: catalogueOf(terms), territory: { municipality: () => NORD }, published }),
    placeOf: (visit) => (visit.cookies.place === 'ch-1630' ? NORD : undefined),
    documents,
    identity: {
      profileOf: async (_tx, personId) => profiles.get(personId) ?? {},
      emailCodes: { key: Buffer.alloc(32, 7), sendMail },
    },
    limiter,
    sendMail,
  };
  const { routes } = createForms(wiring);
  return {
    database,
    wiring,
    clock,
    mails,
    terms,
    publishAgain,
    visitor(session, profile) {
      if (session && profile) profiles.set(session.personId, profile);
      return guestAt({ routes, database, clock }, session);
    },
    async close() {
      await documents.close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function catalogueOf(terms: Counter['terms']): Pick<Catalogue, 'at' | 'service'> {
  const text = (of: string) => ({ text: of, lang: 'de' as const });
  const at = (place?: Municipality) =>
    ({
      municipality: place,
      competence: { kind: terms.isOnline ? 'responsible' : 'not-offered', instead: NORD },
      ...(terms.isOnline && place && { authority: NORD }),
      isOnline: terms.isOnline,
      channels: ['online'],
      fee: { kind: 'amount', amountCents: terms.feeCents, currency: 'CHF', isExample: true },
      workingDays: 2,
      durationOrigin: { isExample: true },
      versions: { federation: 1 },
      texts: () => ({ title: text('Wohnsitzbestätigung'), summary: text('Sie wohnen hier.'), needs: [], steps: [] }),
    }) as unknown as ServiceAt;
  return {
    at: (_portal, _key, place) => at(place),
    service: (_portal, key) => (key === 'residence-certificate' ? ({ key, hasForm: true } as never) : undefined),
  };
}

interface House {
  routes: readonly Route<Visit>[];
  database: TestDatabase;
  clock: Counter['clock'];
}

function guestAt(house: House, session: Session | undefined): Guest {
  const guest: Guest = {
    session,
    cookies: { place: 'ch-1630' },
    get: (path) => answer(house, guest, 'GET', path, {}),
    post: (path, fields = {}) => answer(house, guest, 'POST', path, fields),
    upload: (path, parts) => answer(house, guest, 'POST', path, {}, parts),
  };
  return guest;
}

async function answer(
  house: House,
  guest: Guest,
  method: 'GET' | 'POST',
  address: string,
  body: Visit['body'],
  parts?: Part[],
): Promise<Reply> {
  const url = new URL(address, 'http://127.0.0.1');
  const below = url.pathname.replace(/^\/gl/, '');
  for (const route of house.routes) {
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
    const found = new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`).exec(below);
    if (!found || route.method !== method) continue;
    const visit: Visit = {
      portal: GLARUS,
      language: (found[1] ?? 'de') as 'de',
      locale: `${found[1]}-CH`,
      root: '/gl',
      origin: 'http://127.0.0.1:9400',
      path: url.pathname,
      ...(guest.session && { session: guest.session }),
      principal: principalOf(guest.session),
      database: house.database.app,
      clock: house.clock,
      params: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')])),
      query: parseFields(url.search.slice(1)) as Record<string, string>,
      body,
      cookies: guest.cookies,
      ...(parts && {
        parts: () =>
          (async function* () {
            yield* parts;
          })(),
      }),
      address: '192.0.2.1',
    };
    return reply(guest, () => {
      if (!mayEnter(guest.session, route.access)) throw new HallFailure('not-found', 404, 'no permission');
      return route.handle(visit);
    });
  }
  return { status: 404, to: '', html: '' };
}

async function reply(guest: Guest, handle: () => Promise<Answer> | Answer): Promise<Reply> {
  let given: Answer;
  try {
    given = await handle();
  } catch (error) {
    if (error instanceof HallFailure) return { status: error.status, to: '', html: '' };
    throw error;
  }
  for (const { name, value } of ('cookies' in given && given.cookies) || [])
    if (value === '') delete guest.cookies[name];
    else guest.cookies[name] = value;
  if (given.kind === 'redirect') return { status: 303, to: given.to, html: '' };
  if (given.kind === 'page') return { status: given.status, to: '', html: given.main.text };
  throw new Error(`not expected: ${given.kind}`);
}

/** Sends a page as a browser does: its hidden fields come back with what was typed. */
export async function fill(guest: Guest, path: string, fields: Record<string, string | string[]>): Promise<Reply> {
  const shown = await guest.get(path);
  return guest.post(path, { ...hiddenIn(shown.html), ...fields });
}

export const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
