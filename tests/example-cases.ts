import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counter, type Receipt, receive } from '../src/modules/cases/index.ts';
import { createDocuments, type Documents, fileKeys } from '../src/modules/documents/index.ts';
import type { ReadySubmission } from '../src/modules/forms/index.ts';
import { createLimiter } from '../src/modules/identity/index.ts';
import type { Portal } from '../src/modules/territory/index.ts';
import { systemClock } from '../src/platform/clock/clock.ts';
import { idOfKey, newId } from '../src/platform/crypto/ids.ts';
import type { Database } from '../src/platform/db/database.ts';
import type { Principal } from '../src/platform/db/principal.ts';

/** Glarus Nord, which leads the example cases, and a neighbour that has nothing to do with them. */
export const LEAD = { key: 'ch-1630', id: idOfKey<'authority'>('authority:ch-1630') };
export const NEIGHBOUR = { key: 'ch-1632', id: idOfKey<'authority'>('authority:ch-1632') };

export const PORTAL: Portal = {
  key: 'gl',
  country: 'ch',
  region: 'GL',
  languages: ['de', 'fr', 'it', 'en'],
  name: { de: 'Schalterhalle Glarus' },
  timeZone: 'Europe/Zurich',
  currency: 'CHF',
  embeddedBy: [],
  theme: {
    accent: '#0b5f6b',
    accentInk: '#ffffff',
    accentSoft: '#e0f0f1',
    darkAccent: '#6fc3cf',
    darkAccentInk: '#0d1b22',
    darkAccentSoft: '#123a42',
  },
};

export interface ExampleCounter extends Counter {
  documents: Documents;
}

/** What receives applications, with keys of its own. */
export function exampleCounter(documents?: Documents): ExampleCounter {
  const keyDir = mkdtempSync(join(tmpdir(), 'hall-keys-'));
  return {
    documents:
      documents ??
      createDocuments({
        ring: fileKeys({ keyDir, createMissing: true }),
        dataDir: keyDir,
        uploadsOrigin: 'http://uploads.invalid',
        contentDir: new URL('../content/', import.meta.url).pathname,
        clock: systemClock,
        limiter: createLimiter(systemClock),
      }),
    codeKey: randomBytes(32),
    termKey: randomBytes(32),
    profileOf: async () => ({}),
  };
}

export interface ExampleCase extends Receipt {
  draftId: string;
  applicant: Principal;
}

/** What somebody without an account sent, or `personId`. */
export const exampleSubmission = (more: Partial<ReadySubmission> = {}): ReadySubmission => ({
  kind: 'ready',
  serviceKey: 'residence-certificate',
  place: LEAD.key,
  authorityId: LEAD.id,
  authorityKey: LEAD.key,
  formVersionId: newId(),
  language: 'de',
  level: more.personId ? 'substantial' : 'none',
  delivery: more.personId ? 'mailbox' : 'post',
  answers: { purpose: 'bank', familyName: 'Zweifel' },
  summary: [{ section: 'Wofür', rows: [{ label: 'Zweck', value: 'Bank' }] }],
  files: [],
  label: 'Zweifel Verena',
  versions: { federation: 1 },
  workingDays: 2,
  ...more,
});

/** A case as if it had been sent at `at`: by `personId`, or by somebody without an account. */
export async function exampleCase(
  database: Database,
  counter: Counter,
  at: Temporal.Instant,
  more: Partial<ReadySubmission> = {},
): Promise<ExampleCase> {
  const draftId = newId<'draft'>();
  const applicant: Principal = more.personId
    ? { kind: 'person', personId: more.personId }
    : { kind: 'applicant', draftId };
  const submission = exampleSubmission(more);
  const receipt = await database.transaction(applicant, async (tx) => {
    await counter.documents.newBox(tx, { draftId, authorityId: submission.authorityId });
    return receive(tx, counter, { portal: PORTAL, draftId, submission, at });
  });
  return { ...receipt, draftId, applicant };
}
