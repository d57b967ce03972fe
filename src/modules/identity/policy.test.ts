import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertGolden } from '../../../tests/golden.ts';
import { ACTIONS, cellOf, may, mayEnter, ROLES } from './policy.ts';
import type { Session, StaffRole } from './visit.ts';

const GOLDEN = new URL('./policy.golden.txt', import.meta.url);

test('the table is the one that was read and agreed', () => {
  const wide = Math.max(...ACTIONS.map((action) => action.length)) + 2;
  const line = (first: string, rest: readonly string[]) =>
    `${first.padEnd(wide)}${rest.map((cell) => cell.padEnd(11)).join('')}`.trimEnd();
  const lines = [
    line('', ROLES),
    ...ACTIONS.map((action) =>
      line(
        action,
        ROLES.map((role) => cellOf(role, action)),
      ),
    ),
  ];
  assertGolden(GOLDEN, `${lines.join('\n')}\n`);
});

const session = (more: Partial<Session>): Session => ({
  id: 's',
  personId: 'p',
  displayName: 'N',
  level: 'substantial',
  operator: false,
  ...more,
});
const staff = (role: StaffRole) => session({ staff: { authorityId: 'a', role } });

test('a caseworker works for the authority and has no draft; a person has own things only', () => {
  assert.equal(may(staff('caseworker'), 'case.read', 'authority'), true);
  assert.equal(may(staff('caseworker'), 'case.read', 'own'), false);
  assert.equal(may(staff('caseworker'), 'draft.edit', 'own'), false);
  assert.equal(may(session({}), 'draft.edit', 'own'), true);
  assert.equal(may(session({}), 'case.read', 'authority'), false);
  assert.equal(may(undefined, 'mailbox.read', 'own'), false);
});

test('operators see no content, and the role of an operator at an authority is nothing', () => {
  const operator = session({ operator: true });
  assert.equal(may(operator, 'operation.read', 'authority'), true);
  for (const action of ['case.read', 'document.read', 'audit.read', 'draft.edit'] as const)
    assert.equal(may(operator, action, 'authority') || may(operator, action, 'own'), false);
  assert.equal(may(staff('operator'), 'operation.read', 'authority'), false);
});

test('a route is entered by its permission; a permission that does not exist is a mistake of ours', () => {
  assert.equal(mayEnter(undefined, 'public'), true);
  assert.equal(mayEnter(undefined, 'case.list'), false);
  assert.equal(mayEnter(staff('read-only'), 'case.list'), true);
  assert.throws(() => mayEnter(undefined, 'toString'), /no such permission/);
});
