/** The state of a case as its events tell it. Pure: this folder imports nothing but itself. */
export const STATUSES = ['received', 'in-progress', 'waiting', 'decided', 'ready', 'closed', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];
export type Outcome = 'approved' | 'refused';
export type Delivery = 'mailbox' | 'post' | 'after-check';

export interface CaseState {
  status: Status;
  assigneeId?: string;
  outcome?: Outcome;
  /** The letter that says the decision. */
  documentId?: string;
  /** A letter that goes by post, or to somebody whose identity is yet to be checked, is not put into a mailbox. */
  delivery: Delivery;
  identityChecked: boolean;
  /** Somebody has said that the letter may go into the mailbox; it is on its way. */
  isDispatched: boolean;
  /** Grows with every event; what two people do at once is told apart by it. */
  revision: number;
}

export type CaseEvent =
  | { kind: 'received'; delivery: Delivery }
  | { kind: 'taken'; by: string }
  | { kind: 'released' }
  | { kind: 'assigned'; to: string }
  | { kind: 'asked' }
  | { kind: 'answered' }
  | { kind: 'corrected' }
  | { kind: 'identity-checked' }
  | { kind: 'approved' }
  | { kind: 'refused' }
  | { kind: 'letter-written'; documentId: string }
  | { kind: 'reopened' }
  | { kind: 'dispatched' }
  | { kind: 'delivered'; way: 'mailbox' | 'post' }
  | { kind: 'delivery-failed' }
  | { kind: 'withdrawn' };

export type EventKind = CaseEvent['kind'];

/** What the applicant sees of a case; the rest is the authority's own. */
export const PUBLIC_EVENTS: ReadonlySet<EventKind> = new Set([
  'received',
  'taken',
  'asked',
  'answered',
  'corrected',
  'approved',
  'refused',
  'delivered',
  'withdrawn',
]);

const BEFORE: CaseState = {
  status: 'received',
  delivery: 'post',
  identityChecked: false,
  isDispatched: false,
  revision: 0,
};

/** The state after `event`. Never refuses: events are what happened. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  const next = { ...state, revision: state.revision + 1 };
  switch (event.kind) {
    case 'received':
      return {
        ...next,
        status: 'received',
        delivery: event.delivery,
        identityChecked: event.delivery !== 'after-check',
      };
    case 'taken':
      return { ...next, status: state.status === 'received' ? 'in-progress' : state.status, assigneeId: event.by };
    case 'released': {
      const { assigneeId: _, ...rest } = next;
      return rest;
    }
    case 'assigned':
      return { ...next, status: state.status === 'received' ? 'in-progress' : state.status, assigneeId: event.to };
    case 'asked':
      return { ...next, status: 'waiting' };
    case 'answered':
    case 'corrected':
      return { ...next, status: state.status === 'waiting' ? 'in-progress' : state.status };
    case 'identity-checked':
      return { ...next, identityChecked: true };
    case 'approved':
    case 'refused':
      return { ...next, status: 'decided', outcome: event.kind, isDispatched: false };
    case 'letter-written':
      return { ...next, status: 'ready', documentId: event.documentId };
    case 'reopened': {
      const { outcome: _, documentId: __, ...rest } = next;
      return { ...rest, status: 'in-progress', isDispatched: false };
    }
    case 'dispatched':
      return { ...next, isDispatched: true };
    case 'delivered':
      return { ...next, status: 'closed' };
    case 'delivery-failed':
      return { ...next, status: 'ready', isDispatched: false };
    case 'withdrawn':
      return { ...next, status: 'withdrawn' };
  }
}

export const replay = (events: readonly CaseEvent[]): CaseState => events.reduce(evolve, BEFORE);
