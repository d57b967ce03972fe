import type { CaseEvent, CaseState, Status } from './case-state.ts';

/** What somebody wants to do with a case. `by` is an account's id. */
export type Command =
  /** `over`: also out of another's hands, by who has seen whose they are. */
  | { kind: 'take'; by: string; over?: boolean }
  | { kind: 'release' }
  | { kind: 'assign'; to: string }
  | { kind: 'ask' }
  | { kind: 'answer' }
  | { kind: 'correct' }
  | { kind: 'check-identity' }
  | { kind: 'approve'; by: string }
  | { kind: 'refuse'; by: string }
  | { kind: 'keep-letter'; documentId: string }
  | { kind: 'reopen' }
  /** Sends the letter on its way into the mailbox. */
  | { kind: 'dispatch' }
  /** It is in the mailbox, or it was posted. */
  | { kind: 'deliver' }
  | { kind: 'fail-delivery' }
  | { kind: 'withdraw' };

export type Refusal = 'not-now' | 'taken-by-another' | 'identity-open';
export type Decided = { kind: 'events'; events: CaseEvent[] } | { kind: 'refused'; why: Refusal };

const WORKING: readonly Status[] = ['received', 'in-progress', 'waiting'];

/** In which states each command is possible. What does not stand here is refused with `not-now`. */
const WHEN: Record<Command['kind'], readonly Status[]> = {
  take: ['received', 'in-progress', 'waiting', 'decided', 'ready'],
  release: ['received', 'in-progress', 'waiting'],
  assign: ['received', 'in-progress', 'waiting', 'decided', 'ready'],
  ask: WORKING,
  answer: ['waiting'],
  correct: WORKING,
  'check-identity': WORKING,
  approve: ['received', 'in-progress'],
  refuse: WORKING,
  'keep-letter': ['decided', 'ready'],
  reopen: ['decided', 'ready'],
  dispatch: ['ready'],
  deliver: ['ready'],
  'fail-delivery': ['ready', 'closed'],
  withdraw: WORKING,
};

/** Whether a command may lead to anything in `state`: what a page offers. */
export const isPossible = (state: CaseState, kind: Command['kind']): boolean => WHEN[kind].includes(state.status);

/** What happens to a case in `state` on `command`: events, or why not. Pure. */
export function decide(state: CaseState, command: Command): Decided {
  if (!isPossible(state, command.kind)) return { kind: 'refused', why: 'not-now' };
  switch (command.kind) {
    case 'take':
      if (state.assigneeId === command.by) return events();
      if (state.assigneeId !== undefined && !command.over) return { kind: 'refused', why: 'taken-by-another' };
      return events({ kind: 'taken', by: command.by });
    case 'release':
      return state.assigneeId === undefined ? events() : events({ kind: 'released' });
    case 'assign':
      return events({ kind: 'assigned', to: command.to });
    case 'ask':
      return events({ kind: 'asked' });
    case 'answer':
      return events({ kind: 'answered' });
    case 'correct':
      return events({ kind: 'corrected' });
    case 'check-identity':
      return state.identityChecked ? events() : events({ kind: 'identity-checked' });
    case 'approve':
      if (!state.identityChecked) return { kind: 'refused', why: 'identity-open' };
      return decided(state, command.by, { kind: 'approved' });
    case 'refuse':
      return decided(state, command.by, { kind: 'refused' });
    case 'keep-letter':
      // The job that writes it may run twice: the first letter stays.
      if (state.status === 'ready') return events();
      return events({ kind: 'letter-written', documentId: command.documentId });
    case 'reopen':
      return events({ kind: 'reopened' });
    case 'dispatch':
      if (state.delivery !== 'mailbox') return { kind: 'refused', why: 'not-now' };
      return state.isDispatched ? events() : events({ kind: 'dispatched' });
    case 'deliver':
      if (state.delivery !== 'mailbox') return events({ kind: 'delivered', way: 'post' });
      return state.isDispatched ? events({ kind: 'delivered', way: 'mailbox' }) : { kind: 'refused', why: 'not-now' };
    case 'fail-delivery':
      return events({ kind: 'delivery-failed' });
    case 'withdraw':
      return events({ kind: 'withdrawn' });
  }
}

/** Whoever decides has the case: it is taken by them in the same breath, but not out of another's hands. */
function decided(state: CaseState, by: string, decision: CaseEvent): Decided {
  if (state.assigneeId !== undefined && state.assigneeId !== by) return { kind: 'refused', why: 'taken-by-another' };
  return state.assigneeId === by ? events(decision) : events({ kind: 'taken', by }, decision);
}

const events = (...happened: CaseEvent[]): Decided => ({ kind: 'events', events: happened });
