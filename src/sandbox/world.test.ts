import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededPeople, seededStaff } from './world.ts';

test('AHV numbers lie in the example range and have a right check digit', () => {
  for (const { ahvNumber } of seededPeople.filter((person) => person.ahvNumber)) {
    const digits = [...(ahvNumber ?? '').replaceAll('.', '')].map(Number);
    assert.match(ahvNumber ?? '', /^756\.1234\.\d{4}\.\d{2}$/);
    assert.equal(digits.reduce((sum, digit, index) => sum + digit * (index % 2 === 0 ? 1 : 3), 0) % 10, 0);
  }
});

test('tax ids are ones that nobody has, formed by the rules', () => {
  for (const { taxId } of seededPeople.filter((person) => person.taxId)) {
    assert.match(taxId ?? '', /^0\d{10}$/);
    const times = Object.values(Object.groupBy((taxId ?? '').slice(0, 10), (digit) => digit)).map(
      (group) => group?.length,
    );
    assert.deepEqual(
      times.filter((count) => count !== 1),
      [2],
    );
  }
});

test('keys, numbers and e-mail addresses are each somebody’s alone; relations lead to people who exist', () => {
  assert.equal(new Set(seededPeople.map((person) => person.key)).size, seededPeople.length);
  assert.equal(new Set(seededPeople.map((person) => person.email)).size, seededPeople.length);
  const numbers = seededPeople.map((person) => person.ahvNumber ?? person.taxId);
  assert.equal(new Set(numbers).size, seededPeople.length);
  const keys = new Set(seededPeople.map((person) => person.key));
  for (const person of seededPeople)
    for (const key of [...(person.children ?? []), ...(person.guardianOf ?? [])]) assert.ok(keys.has(key), key);
  assert.equal(seededStaff.filter((member) => !member.authority).length, 1);
});
