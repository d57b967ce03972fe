import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CaseEvent, type CaseState, type Delivery, evolve, replay } from './case-state.ts';
import { type Command, decide } from './decide.ts';

const someone = fc.constantFrom('anna', 'beat', 'carla');
const KINDS: Command['kind'][] = [
  ...(['take', 'release', 'assign', 'ask', 'answer', 'correct', 'check-identity', 'approve', 'refuse'] as const),
  ...(['keep-letter', 'reopen', 'dispatch', 'deliver', 'fail-delivery', 'withdraw'] as const),
];
/** What leads on is drawn more often, or hardly any history would come to its end. */
const ONWARD: Command['kind'][] = ['check-identity', 'approve', 'keep-letter', 'dispatch', 'deliver'];
const command = fc
  .record({
    kind: fc.constantFrom(...KINDS, ...ONWARD, ...ONWARD),
    by: someone,
    to: someone,
    documentId: fc.constantFrom('d1', 'd2'),
  })
  .map((drawn) => drawn as Command);
const delivery = fc.constantFrom<Delivery>('mailbox', 'post', 'after-check');

/** Everything that happens when `commands` come one after the other; what is refused leaves no trace. */
function run(way: Delivery, commands: readonly Command[]): { events: CaseEvent[]; states: CaseState[] } {
  const events: CaseEvent[] = [{ kind: 'received', delivery: way }];
  const states = [replay(events)];
  for (const each of commands) {
    const decided = decide(states.at(-1) as CaseState, each);
    if (decided.kind === 'refused') continue;
    for (const event of decided.events) {
      events.push(event);
      states.push(evolve(states.at(-1) as CaseState, event));
    }
  }
  return { events, states };
}
const histories = fc.tuple(delivery, fc.array(command, { maxLength: 40, size: 'max' }));
const holds = (check: (drawn: ReturnType<typeof run>) => void) =>
  fc.assert(
    fc.property(histories, ([way, commands]) => check(run(way, commands))),
    { numRuns: 3_000 },
  );

test('the state is what the events tell, from the start or from anywhere', () => {
  holds(({ events, states }) => {
    assert.deepEqual(replay(events), states.at(-1));
    const cut = Math.floor(events.length / 2);
    assert.deepEqual(events.slice(cut).reduce(evolve, replay(events.slice(0, cut))), states.at(-1));
    assert.equal(states.at(-1)?.revision, events.length);
  });
});

test('nothing is closed without a decision, a letter and a delivery', () => {
  let closed = 0;
  holds(({ events, states }) => {
    states.forEach((state, index) => {
      if (state.status !== 'closed') return;
      closed++;
      assert.equal(events.slice(0, index + 1).findLast(({ kind }) => /^deliver/.test(kind))?.kind, 'delivered');
      assert.ok(state.outcome && state.documentId);
    });
  });
  assert.ok(closed > 200, `only ${closed} histories ended with a closed case`);
});

test('whoever could be anybody gets nothing approved', () => {
  let approved = 0;
  holds(({ events, states }) => {
    events.forEach((event, index) => {
      if (event.kind !== 'approved') return;
      approved++;
      assert.equal(states[index - 1]?.identityChecked, true);
    });
  });
  assert.ok(approved > 100, `only ${approved} approvals`);
});

test('a letter goes into a mailbox only for who has one, and only after somebody said so', () => {
  holds(({ events, states }) => {
    events.forEach((event, index) => {
      if (event.kind !== 'delivered') return;
      const before = states[index - 1] as CaseState;
      assert.equal(event.way, before.delivery === 'mailbox' ? 'mailbox' : 'post');
      if (event.way === 'mailbox') assert.equal(before.isDispatched, true);
    });
  });
});

test('nobody decides what another one has in hand, and what is withdrawn stays so', () => {
  holds(({ events, states }) => {
    events.forEach((event, index) => {
      const before = states[index - 1];
      if (before?.status === 'withdrawn') assert.fail(`${event.kind} after it was withdrawn`);
    });
  });
  const state = replay([
    { kind: 'received', delivery: 'post' },
    { kind: 'taken', by: 'anna' },
  ]);
  assert.deepEqual(decide(state, { kind: 'approve', by: 'beat' }), { kind: 'refused', why: 'taken-by-another' });
});

test('a delivery that failed opens the case again', () => {
  const closed = replay([
    { kind: 'received', delivery: 'post' },
    { kind: 'approved' },
    { kind: 'letter-written', documentId: 'd' },
    { kind: 'delivered', way: 'post' },
  ]);
  const decided = decide(closed, { kind: 'fail-delivery' });
  assert.equal(decided.kind === 'events' && decided.events.reduce(evolve, closed).status, 'ready');
});
