import { hkdfSync } from 'node:crypto';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database, Tx } from '../../platform/db/database.ts';
import { HallFailure } from '../../platform/http/failure.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Job } from '../../platform/jobs/worker.ts';
import { to, routes as urls } from '../../routes.ts';
import type { Documents } from '../documents/index.ts';
import type { AssuranceLevel, Limiter, Profile, SendMail, Visit } from '../identity/index.ts';
import type { Mailbox, NoticeAddress } from '../mailbox/index.ts';
import { accountRoutes } from './account/routes.ts';
import { levelToRead } from './case-record.ts';
import { caseById } from './case-store.ts';
import { caseJobs } from './jobs/case-jobs.ts';
import { applicationOf } from './open-case.ts';
import { statusRoutes } from './status/routes.ts';
import { submissionRoutes } from './submission/routes.ts';
import type { Counter } from './submission/submit-application.ts';
import type { Surroundings } from './surroundings.ts';
import { actOnCase } from './workflow/act-on-case.ts';

export interface CasesWiring {
  documents: Documents;
  /** Asked when it is needed: the mailbox itself is wired with this module's `onAnswer`. */
  mailbox(): Mailbox;
  limiter: Limiter;
  /** 32 secret bytes that outlive a restart; codes, terms and cookies are derived from them. */
  key: Buffer;
  surroundings: Surroundings;
  sendMail: SendMail;
  profileOf(tx: Tx, personId: string): Promise<Profile>;
}

/** What all pages and acts of this module work with. */
export interface CaseDesk extends Omit<CasesWiring, 'key'>, Counter {
  cookieKey: Buffer;
}

/** The module, wired. */
export interface Cases {
  routes: Route<Visit>[];
  /** `write-receipt`, `write-letter`, `deliver-letter`, `tell-authority`. */
  jobs(database: Database, clock: Clock): Record<string, Job>;
  /** For the mailbox: what follows from an answer. */
  onAnswer(
    tx: Tx,
    answer: { caseId: string; text: string; fileIds: readonly string[]; at: Temporal.Instant },
  ): Promise<void>;
  /** For the mailbox: where the person of a case is reached. */
  noticeAddressOf(tx: Tx, caseId: string): Promise<NoticeAddress | undefined>;
  /** For the mailbox: how surely somebody must be known to read what is in a case. */
  levelOf(tx: Tx, caseId: string): Promise<AssuranceLevel>;
  desk: CaseDesk;
}

export function createCases(wiring: CasesWiring): Cases {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', wiring.key, '', `schalterhalle cases ${use}`, 32));
  const desk: CaseDesk = {
    ...wiring,
    codeKey: keyFor('status code'),
    termKey: keyFor('terms'),
    cookieKey: keyFor('status cookie'),
  };
  return {
    routes: [...submissionRoutes(desk), ...statusRoutes(desk), ...accountRoutes(desk)],
    jobs: (database, clock) => caseJobs(desk, database, clock),
    async onAnswer(tx, { caseId, text, fileIds, at }) {
      const words = { text, fileIds };
      const acted = await actOnCase(tx, desk.documents, at, { caseId, command: { kind: 'answer' }, words });
      if (acted.kind === 'not-there') throw new HallFailure('not-found', 404, 'an answer without a case');
      if (acted.kind === 'refused') throw new HallFailure('changed', 409, `answered when it was ${acted.state.status}`);
    },
    noticeAddressOf: (tx, caseId) => noticeAddressOf(desk, tx, caseId),
    levelOf: async (tx, caseId) => levelToRead((await caseById(tx, caseId))?.level ?? 'none'),
    desk,
  };
}

async function noticeAddressOf(desk: CaseDesk, tx: Tx, caseId: string): Promise<NoticeAddress | undefined> {
  const record = await caseById(tx, caseId);
  const email = record && (await applicationOf(tx, desk.documents, caseId))?.email;
  if (!record || !email) return undefined;
  const { language } = record;
  const portal = desk.surroundings.portal(record.portal);
  const path = record.personId
    ? to(urls.portal.mailbox, { lang: language })
    : to(urls.portal.caseByNumber, { lang: language, number: record.number });
  const portalName = portal.name[language] ?? portal.name[portal.languages[0]] ?? portal.key;
  return { email, language, portalName, href: desk.surroundings.addressOf(portal) + path };
}
