import { begin, pathOf } from '../../apply.ts';
import { type Visitor, visitorTo } from '../../hall.ts';
import { type DrilledHall, openDrilledHall } from '../../start/drilled-hall.ts';
import { removeFolder } from '../../start/whole-hall.ts';
import type { Drill } from '../drill.ts';
import { randomFrom } from '../random.ts';
import { type Knocked, knock } from './knock.ts';
import { curated, generated, type Known, type Malformed } from './requests.ts';

const LANES = 4;
const SLOWEST_MS = 2_000;
/** A line of a stack, or a folder of ours. */
const TRACE = /\n\s+at .+:\d+|node_modules\/|file:\/\/\/|\/src\/\w+\//;

/** What no browser would send, on every route: never a 5xx, never slow, never a word about our insides. */
export const malformed: Drill = {
  name: 'malformed',
  async run({ isReduced, seed, say }) {
    const drawn = isReduced ? 1_500 : 10_000;
    const drilled = await openDrilledHall();
    const random = randomFrom(seed);
    try {
      const known = await knownAt(drilled);
      const byHand = curated(known);
      const statuses = new Map<string, number>();
      const faults: string[] = [];
      let slowestMs = 0;
      const port = Number(new URL(drilled.hall.url).port);
      let next = 0;
      const lane = async () => {
        while (next < byHand.length + drawn) {
          const request = byHand[next++] ?? generated(known, random);
          const answer = await knock(port, request.bytes);
          const status = String(answer.status ?? 'closed');
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          slowestMs = Math.max(slowestMs, answer.tookMs);
          faults.push(...faultsOf(request, answer));
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      if (!(await fetch(`${drilled.hall.url}/readyz`)).ok) faults.push('afterwards it is not ready');
      if (/ended \(/.test(drilled.hall.said())) faults.push('a process has ended');
      const counts = [...statuses].sort().map(([status, count]) => `${count} × ${status}`);
      say(
        `${byHand.length} requests by hand, ${drawn} drawn: ${counts.join(', ')}; the slowest took ${Math.round(slowestMs)} ms`,
      );
      const answered = byHand.length + drawn - (statuses.get('closed') ?? 0);
      const floors = [
        { name: 'requests by hand', value: byHand.length, least: 500 },
        { name: 'requests drawn', value: drawn, least: isReduced ? 1_500 : 10_000 },
        { name: 'answered', value: answered, least: 0.97 * (byHand.length + drawn) },
        { name: 'that got as far as a page', value: statuses.get('200') ?? 0, least: 50 },
      ];
      return { floors, faults };
    } finally {
      await drilled.close();
      removeFolder(drilled.hall.dataDir);
    }
  },
};

function faultsOf({ what }: Malformed, { status, text, tookMs }: Knocked): string[] {
  const faults: string[] = [];
  // What a page says to be done later is an answer; all other 5xx say that we were surprised.
  if (status !== undefined && status >= 500) faults.push(`${what}: ${status}`);
  if (tookMs > SLOWEST_MS) faults.push(`${what}: ${Math.round(tookMs)} ms`);
  if (TRACE.test(text)) faults.push(`${what}: says how it works inside: ${TRACE.exec(text)?.[0].trim()}`);
  return faults;
}

/** Somebody with a draft, somebody of staff, and the values that their addresses have. */
async function knownAt({ hall, look }: DrilledHall): Promise<Known> {
  const [person, staff, clerk] = [visitorTo(hall.url), visitorTo(hall.url), visitorTo(hall.url)];
  await person.signIn('gl', 'regula');
  const start = await begin(person, { portal: 'gl', language: 'de', place: 'ch-1630' });
  await staff.signIn('gl', 'staff-glarus-nord-1', { staff: true, back: '/gl/workbench/de' });
  await clerk.signIn('gl', 'clerk-glarus-nord', { staff: true, back: '/gl/workbench/de' });
  const opened = pathOf(await person.get(start)) || start;
  const draft = /drafts\/([^/]+)/.exec(opened)?.[1] ?? '';
  if ((await look('select from hall.draft where id = $1', [draft])).length === 0) throw new Error('there is no draft');
  return {
    host: new URL(hall.url).host,
    cookies: [person, staff, clerk].map(cookieOf).concat(''),
    values: {
      lang: ['de', 'fr', 'it', 'en'],
      draft: [draft],
      service: ['residence-certificate'],
      key: ['residence-certificate'],
      page: ['whose', 'applicant', 'purpose', 'delivery', 'contact'],
      field: ['identityProof'],
      authority: ['ch-1630', 'ch-gl'],
      situation: ['moving'],
      provider: ['sandbox'],
      act: ['take', 'ask', 'withdraw'],
    },
  };
}

const cookieOf = (visitor: Visitor): string =>
  Object.entries(visitor.cookies())
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
