import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../platform/i18n/language.ts';
import { hoursInWords, readOpeningHours, tidy } from './index.ts';

function words(typed: string, language: Language = 'de'): string[] {
  const read = readOpeningHours(typed);
  assert.equal(read.kind, 'hours', JSON.stringify(read));
  return read.kind === 'hours' ? hoursInWords(read.hours, language).map(({ days, times }) => `${days}: ${times}`) : [];
}
const fault = (typed: string) => {
  const read = readOpeningHours(typed);
  return read.kind === 'fault' ? `${read.fault} ${read.part}` : 'none';
};

test('days that are alike stand in one line, in each language', () => {
  assert.deepEqual(words('Mo-Fr 08:00-11:30,14:00-17:00'), ['Montag bis Freitag: 08:00–11:30 und 14:00–17:00']);
  assert.deepEqual(words('Mo-Fr 08:00-11:30', 'fr'), ['Lundi à vendredi: 08:00–11:30']);
  assert.deepEqual(words('Sa,Su 10:00-12:00', 'it'), ['Sabato e domenica: 10:00–12:00']);
  assert.deepEqual(words('Mo,We 09:00-12:00', 'en'), ['Monday: 09:00–12:00', 'Wednesday: 09:00–12:00']);
  assert.deepEqual(words('24/7'), ['Montag bis Sonntag: rund um die Uhr']);
});

test('a later rule replaces what was said of its days; one behind a comma adds to it', () => {
  assert.deepEqual(words('Mo-Fr 08:00-12:00; Th 13:30-18:00'), [
    'Montag bis Mittwoch: 08:00–12:00',
    'Donnerstag: 13:30–18:00',
    'Freitag: 08:00–12:00',
  ]);
  assert.deepEqual(words('Mo-We 08:00-12:00, Tu 13:30-18:00'), [
    'Montag: 08:00–12:00',
    'Dienstag: 08:00–12:00 und 13:30–18:00',
    'Mittwoch: 08:00–12:00',
  ]);
  assert.deepEqual(words('Mo-Fr 08:00-12:00; We off; PH off'), [
    'Montag und Dienstag: 08:00–12:00',
    'Donnerstag und Freitag: 08:00–12:00',
    'Feiertage: geschlossen',
  ]);
  assert.deepEqual(words('Fr-Mo 08:00-12:00').length, 2);
});

test('how people type is forgiven', () => {
  assert.equal(tidy(' Mo – Fr  8.00 - 11.30 , 14.00-17.00 ;'), 'Mo-Fr 8:00-11:30,14:00-17:00');
  assert.deepEqual(words('Mo – Fr 8.00 – 11.30'), ['Montag bis Freitag: 08:00–11:30']);
});

test('what can’t be is named: the part, and what is wrong with it', () => {
  assert.equal(fault('Mo-Fr 08:00-25:00'), 'time 08:00-25:00');
  assert.equal(fault('Mo 12:00-08:00'), 'time 12:00-08:00');
  assert.equal(fault('Mo 08:00-12:00,11:00-13:00'), 'overlap 08:00-12:00, 11:00-13:00');
  assert.equal(fault('Montag 08:00-12:00'), 'form Montag 08:00-12:00');
  assert.equal(fault('PH-Mo 08:00-12:00'), 'form PH-Mo');
  for (const typed of ['', ' ', ';;', 'Mo', '<script>', 'Mo-Fr sunrise-sunset', 'x'.repeat(5000), 'Mo '.repeat(80)])
    assert.notEqual(fault(typed), 'none', typed);
});
