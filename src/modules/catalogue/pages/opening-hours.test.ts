import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupDays, readOpeningHours } from './opening-hours.ts';

const spelled = (hours: string) =>
  groupDays(readOpeningHours(hours) ?? []).map(
    ({ first, last, ranges }) => `${first}-${last} ${ranges.map(({ from, until }) => `${from}-${until}`).join(',')}`,
  );

test('hours are grouped by neighbouring days that are the same', () => {
  assert.deepEqual(spelled('Mo-Fr 08:30-11:30,14:00-16:30'), ['0-4 08:30-11:30,14:00-16:30']);
  assert.deepEqual(spelled('Mo-We,Fr 08:30-12:00; Th 08:30-18:00'), [
    '0-2 08:30-12:00',
    '3-3 08:30-18:00',
    '4-4 08:30-12:00',
  ]);
});

test('a later rule adds an afternoon, and replaces what it overlaps', () => {
  assert.deepEqual(spelled('Mo-Fr 08:00-12:00; Th 13:30-18:00').slice(1, 2), ['3-3 08:00-12:00,13:30-18:00']);
  assert.deepEqual(spelled('Mo-Fr 08:00-12:00; Fr 08:00-11:00').at(-1), '4-4 08:00-11:00');
});

test('what is not understood is left to be shown as it stands', () => {
  for (const hours of ['by appointment', 'Mo-Fr', 'PH off', 'Mo-Fr 8-12'])
    assert.equal(readOpeningHours(hours), undefined);
});
