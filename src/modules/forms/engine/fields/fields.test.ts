import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Options, Parsed, Setting, Typed, Value } from '../field-kind.ts';
import { hasEan13CheckDigit } from './ahv-number.ts';
import { checkDigitOf } from './german-tax-id.ts';
import { KINDS, type KindName } from './index.ts';

const swiss: Setting = { language: 'de', locale: 'de-CH', country: 'ch', today: '2026-11-24' };
const german: Setting = { language: 'de', locale: 'de-DE', country: 'de', today: '2026-11-24' };
const english: Setting = { ...swiss, language: 'en', locale: 'en-GB' };

const spoken = (parsed: Parsed): unknown =>
  parsed.kind === 'value'
    ? parsed.value
    : parsed.kind === 'empty'
      ? 'empty'
      : parsed.errors.map(({ code }) => code).join();

const alone = (kind: KindName, text: string, setting = swiss, options: Options = {}) =>
  spoken(KINDS[kind].parse({ '': [text] }, options, setting));
const parts = (kind: KindName, typed: Record<string, string>, setting = swiss, options: Options = {}) =>
  spoken(
    KINDS[kind].parse(
      Object.fromEntries(Object.entries(typed).map(([part, text]) => [part, [text]])),
      options,
      setting,
    ),
  );

test('text: trimmed, of bounded length, without what nobody can see', () => {
  assert.equal(alone('text', '  Anna   Müller '), 'Anna Müller');
  assert.equal(alone('text', '   '), 'empty');
  assert.equal(alone('text', 'a'.repeat(201)), 'too-long');
  assert.equal(alone('text', 'ab', swiss, { shortest: 3 }), 'too-short');
  for (const bad of ['a\u0000b', 'a\u202eb', 'a\u0007', 'a\nb', '\ud800'])
    assert.equal(alone('text', bad), 'not-text', JSON.stringify(bad));
  assert.equal(alone('text', 'eins\r\nzwei', swiss, { lines: true }), 'eins\nzwei');
  assert.equal(alone('text', '👩‍👧 O’Brien-Ñandú 李'), '👩‍👧 O’Brien-Ñandú 李');
});

test('number: a comma in German, a point in English, thousands either way', () => {
  const two: Options = { decimals: 2 };
  for (const [typed, value] of [
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1’234’567', 1234567],
    ["1'234,50", 1234.5],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['12 000', 12000],
    ['-3', -3],
    ['−3', -3],
    ['+7', 7],
  ] as const)
    assert.equal(alone('number', typed, swiss, two), value, typed);
  assert.equal(alone('number', '1,234.5', english, two), 1234.5);
  assert.equal(alone('number', '1,234', english, two), 1234);
  for (const bad of ['zwei', '1,2,3', '1..2', '0x10', '1e9', 'NaN', 'Infinity', '9'.repeat(30), '½', '١٢'])
    assert.equal(alone('number', bad), 'number', bad);
  assert.equal(alone('number', '1,5'), 'number-whole');
  assert.equal(alone('number', '0', swiss, { least: 1 }), 'number-least');
  assert.equal(alone('number', '11', swiss, { most: 10 }), 'number-most');
});

test('date: a day that exists, in three parts', () => {
  const day = (d: string, m: string, y: string, options: Options = {}) =>
    parts('date', { day: d, month: m, year: y }, swiss, options);
  assert.equal(day('29', '2', '2024'), '2024-02-29');
  assert.equal(day('1', '03', '1984'), '1984-03-01');
  assert.equal(day('29', '2', '2023'), 'date-impossible');
  assert.equal(day('31', '4', '2024'), 'date-impossible');
  assert.equal(day('3', '13', '2024'), 'date-impossible');
  assert.equal(day('', '3', '2024'), 'date-incomplete');
  assert.equal(day('1', '3', '84'), 'date-year');
  assert.equal(day('x', '3', '2024'), 'date-impossible');
  assert.equal(day('', '', ''), 'empty');
  assert.equal(day('25', '11', '2026', { most: 'today' }), 'date-most');
  assert.equal(day('24', '11', '2026', { most: 'today' }), '2026-11-24');
  assert.equal(day('23', '11', '2026', { least: 'today' }), 'date-least');
  assert.equal(KINDS.date.display('1984-03-14', {}, swiss, words), '14. März 1984');
});

test('choice and yes-no: only what is offered', () => {
  const options: Options = { options: ['own', { key: 'children' }] };
  assert.equal(alone('choice', 'children', swiss, options), 'children');
  assert.equal(alone('choice', 'constructor', swiss, options), 'choice-unknown');
  assert.equal(alone('choice', '', swiss, options), 'empty');
  const several: Options = { ...options, multiple: true };
  assert.deepEqual(spoken(KINDS.choice.parse({ '': ['children', 'own'] }, several, swiss)), ['own', 'children']);
  assert.equal(spoken(KINDS.choice.parse({ '': ['own', 'x'] }, several, swiss)), 'choice-unknown');
  assert.equal(alone('yes-no', 'yes'), true);
  assert.equal(alone('yes-no', 'no'), false);
  assert.equal(alone('yes-no', 'true'), 'choice-unknown');
});

test('e-mail: what can be one, no more', () => {
  assert.equal(alone('email', 'Anna.Müller+amt@Example.CH'), 'Anna.Müller+amt@example.ch');
  assert.equal(alone('email', 'o\u0027neill@sub.example.co.uk'), 'o\u0027neill@sub.example.co.uk');
  for (const bad of [
    'anna',
    'a@b',
    'a@@b.ch',
    'a b@c.ch',
    '.a@b.ch',
    'a..b@c.ch',
    'a@-b.ch',
    'a@b.c1.1',
    'a@b.ch,c@d.ch',
    'a@b.ch\nbcc: x@y.ch',
  ])
    assert.equal(alone('email', bad), 'email', bad);
  assert.equal(alone('email', `${'a'.repeat(250)}@b.ch`), 'too-long');
});

test('phone: with and without prefix, kept as E.164', () => {
  assert.equal(alone('phone', '055 123 45 67'), '+41551234567');
  assert.equal(alone('phone', '+41 (0)55 123 45 67'), '+41551234567');
  assert.equal(alone('phone', '0041/55-123.45.67'), '+41551234567');
  assert.equal(alone('phone', '0681 12345', german), '+4968112345');
  assert.equal(KINDS.phone.display('+41551234567', {}, swiss, words), '+41 55 123 45 67');
  for (const bad of ['12', '+', 'abc', '123456', '+0123456789', '1'.repeat(30)])
    assert.equal(alone('phone', bad), 'phone', bad);
});

test('address: all of it, postcodes of the country', () => {
  const home = { street: 'Musterweg 12', postcode: '8752', locality: 'Näfels' };
  assert.deepEqual(parts('address', home), home);
  assert.equal(parts('address', { ...home, street: '' }), 'missing');
  assert.equal(parts('address', { ...home, postcode: '66111' }), 'postcode');
  assert.equal(parts('address', home, german), 'postcode');
  assert.equal(parts('address', { street: '', postcode: ' ', locality: '' }), 'empty');
});

test('person and people: whole rows count, empty ones do not', () => {
  const lena = {
    givenName: 'Lena',
    familyName: 'Beispieler',
    'birthdate.day': '20',
    'birthdate.month': '6',
    'birthdate.year': '2011',
  };
  const row = (at: number, more: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries({ ...lena, ...more }).map(([part, text]) => [`${at}.${part}`, text]));
  const value = { givenName: 'Lena', familyName: 'Beispieler', birthdate: '2011-06-20' };
  assert.deepEqual(parts('person', lena), value);
  assert.equal(parts('person', { ...lena, givenName: '' }), 'missing');
  assert.equal(parts('person', { ...lena, 'birthdate.year': '2999' }), 'date-most');
  assert.deepEqual(parts('people', { ...row(0), ...row(3), '1.givenName': '  ' }), [value, value]);
  assert.equal(parts('people', { ...row(0), '1.givenName': 'Nils' }), 'missing,missing');
  assert.equal(parts('people', { '0.givenName': '' }), 'empty');
  assert.equal(parts('people', row(0), swiss, { least: 2 }), 'too-few');
  assert.equal(parts('people', { ...row(0), ...row(1) }, swiss, { most: 1 }), 'too-many');
});

test('AHV number: known numbers, and no other last digit', () => {
  // The example that is printed wherever the number is explained, and one by the EAN-13 rule.
  assert.equal(alone('ahv-number', '756.9217.0769.85'), '7569217076985');
  assert.equal(alone('ahv-number', ' 756 1234 5678 97 '), '7561234567897');
  assert.equal(alone('ahv-number', '756.9217.0769.84'), 'ahv-check-digit');
  for (const bad of ['757.9217.0769.85', '756.9217.0769', '756921707698555', 'abc'])
    assert.equal(alone('ahv-number', bad), 'ahv-digits', bad);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
      const twelve = `756${String(n).padStart(9, '0')}`;
      const right = [...'0123456789'].filter((digit) => hasEan13CheckDigit(twelve + digit));
      assert.equal(right.length, 1);
    }),
  );
});

test('German tax id: published examples, repetition and check digit', () => {
  for (const known of ['86095742719', '47036892816', '65929970489', '57549285017', '25768131411'])
    assert.equal(alone('german-tax-id', known, german), known, known);
  assert.equal(alone('german-tax-id', '86 095 742 719', german), '86095742719');
  assert.equal(alone('german-tax-id', '86095742718', german), 'tax-id-check-digit');
  const withCheckDigit = (ten: string) => ten + checkDigitOf(ten);
  assert.equal(alone('german-tax-id', withCheckDigit('1234567890'), german), 'tax-id-repetition');
  assert.equal(alone('german-tax-id', withCheckDigit('1122345678'), german), 'tax-id-repetition');
  assert.equal(alone('german-tax-id', withCheckDigit('1112345678'), german), 'tax-id-repetition');
  assert.equal(alone('german-tax-id', '1234567890', german), 'tax-id-digits');
});

const words = { option: (key: string) => key, yes: 'Ja', no: 'Nein' };
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const name = fc.constantFrom('Anna', 'João', 'Nguyễn', 'O’Brien', 'Müller-Ñ', '李');
const someone = fc.record({ givenName: name, familyName: name, birthdate: day }, { noNullPrototype: true });
const VALUES: Partial<Record<KindName, fc.Arbitrary<Value>>> = {
  number: fc.integer({ min: -999_999_999, max: 999_999_999 }).map((n) => n / 100),
  date: day,
  person: someone,
  people: fc.array(someone, { minLength: 1, maxLength: 12 }),
  'yes-no': fc.boolean(),
  'german-tax-id': fc.constantFrom('86095742719', '47036892816'),
  'ahv-number': fc.constantFrom('7569217076985', '7561234567897'),
  phone: fc.integer({ min: 1_000_000, max: 99_999_999 }).map((n) => `+41${n}`),
  address: fc.record(
    { street: name, postcode: fc.integer({ min: 1000, max: 9999 }).map(String), locality: name },
    { noNullPrototype: true },
  ),
  email: fc.tuple(fc.stringMatching(/^[a-z]{1,9}$/), fc.stringMatching(/^[a-z]{1,9}$/)).map(([a, b]) => `${a}@${b}.ch`),
};

test('what is typed for a value, makes the same value again, in every language', () => {
  for (const [kind, values] of Object.entries(VALUES) as [KindName, fc.Arbitrary<Value>][])
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(swiss, english, { ...swiss, language: 'fr' as const, locale: 'fr-CH' }),
        (value, setting) => {
          const options: Options = kind === 'number' ? { decimals: 2 } : {};
          const typed: Typed = KINDS[kind].type(value, options, setting);
          assert.deepEqual(
            KINDS[kind].parse(typed, options, setting),
            { kind: 'value', value },
            `${kind} ${JSON.stringify(typed)}`,
          );
          const shown = KINDS[kind].display(value, options, setting, words);
          if (kind === 'number') assert.equal(alone('number', shown, setting, options), value, shown);
          assert.ok(shown.length > 0);
        },
      ),
      { numRuns: 60 },
    );
});

test('whatever is typed, every kind answers with a value or a code', () => {
  const noise = fc.dictionary(
    fc.constantFrom('', 'day', 'month', 'year', 'street', '0.givenName', '1.birthdate.day', 'x'),
    fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(noise, fc.constantFrom(...(Object.keys(KINDS) as KindName[])), (typed, kind) => {
      const parsed = KINDS[kind].parse(typed, { options: ['a'] }, swiss);
      assert.ok(['empty', 'value', 'wrong'].includes(parsed.kind));
    }),
    { numRuns: 1_000 },
  );
});
