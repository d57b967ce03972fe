import type { CaseRecord, Command, DecisionWords, Surroundings } from '../../../modules/cases/index.ts';
import type { Action } from '../../../modules/identity/index.ts';
import type { Seat } from '../seat.ts';
import { readCertificate } from './read-certificate.ts';
import { type Fault, faultIn, type Typed } from './typed.ts';

/** What staff can do with a case, each with the permission that it takes. */
export const STAFF_ACTS = {
  take: 'case.take',
  over: 'case.take',
  release: 'case.take',
  assign: 'case.assign',
  note: 'case.note',
  ask: 'case.ask',
  'check-identity': 'case.decide',
  approve: 'case.decide',
  refuse: 'case.decide',
  deliver: 'case.deliver',
  posted: 'case.deliver',
  reopen: 'case.decide',
  'post-failed': 'case.deliver',
} as const satisfies Record<string, Action>;
export type StaffAct = keyof typeof STAFF_ACTS;
export const isStaffAct = (asked: string | undefined): asked is StaffAct =>
  asked !== undefined && Object.hasOwn(STAFF_ACTS, asked);

/** A wish that can be put to the engine, or what is wrong with what was typed. */
export type Wished = { kind: 'wish'; command: Command; words?: unknown } | { kind: 'wrong'; faults: readonly Fault[] };

const wish = (command: Command, words?: unknown): Wished => ({
  kind: 'wish',
  command,
  ...(words !== undefined && { words }),
});

/** What `act` with `typed` means for the case. Pure. */
export function wishOf(
  act: Exclude<StaffAct, 'note'>,
  typed: Typed,
  of: { seat: Seat; record: CaseRecord; grant: ReturnType<Surroundings['grantLetter']>; colleagues: readonly string[] },
): Wished {
  const by = of.seat.personId;
  switch (act) {
    case 'take':
      return wish({ kind: 'take', by });
    case 'over':
      return wish({ kind: 'take', by, over: true });
    case 'release':
      return wish({ kind: 'release' });
    case 'assign': {
      const to = typed.to ?? '';
      return of.colleagues.includes(to) ? wish({ kind: 'assign', to }) : wrong({ field: 'to', what: 'nobodyChosen' });
    }
    case 'check-identity':
      return wish({ kind: 'check-identity' });
    case 'ask':
      return withText(typed, 'ask', (text) => wish({ kind: 'ask' }, { text }));
    case 'refuse':
      return withText(typed, 'refuse', (text) =>
        wish({ kind: 'refuse', by }, { reasons: paragraphs(text) } satisfies DecisionWords),
      );
    case 'approve':
      return of.grant === 'certificate' ? certified(typed, by) : approved(typed, by);
    case 'deliver':
      return wish({ kind: 'dispatch' });
    case 'posted':
      return wish({ kind: 'deliver' });
    case 'reopen':
      return wish({ kind: 'reopen' });
    case 'post-failed':
      return withText(typed, 'post-failed', (text) => wish({ kind: 'fail-delivery' }, { text }));
  }
}

const wrong = (...faults: Fault[]): Wished => ({ kind: 'wrong', faults });

function withText(typed: Typed, act: string, then: (text: string) => Wished): Wished {
  const fault = faultIn(act, typed.text);
  return fault ? wrong(fault) : then((typed.text ?? '').trim());
}

function approved(typed: Typed, by: string): Wished {
  const text = (typed.text ?? '').trim();
  const fault = text === '' ? undefined : faultIn('approve', text);
  return fault ? wrong(fault) : wish({ kind: 'approve', by }, { reasons: paragraphs(text) } satisfies DecisionWords);
}

function certified(typed: Typed, by: string): Wished {
  const read = readCertificate(typed);
  if (read.kind === 'wrong') return read;
  return wish({ kind: 'approve', by }, { certificate: read.certificate } satisfies DecisionWords);
}

const paragraphs = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean);
