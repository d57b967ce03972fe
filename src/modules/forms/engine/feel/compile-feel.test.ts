import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluate } from 'feelin';
import { compileFeel, type Roots } from './compile-feel.ts';
import {
  BOOLEAN,
  contextOf,
  DATE,
  entryOf,
  type FeelType,
  type FeelValue,
  listOf,
  NULL,
  NUMBER,
  STRING,
} from './feel-value.ts';
import { OutOfSteps, type Run } from './run.ts';

const PERSON = contextOf({ givenName: STRING, age: NUMBER, birthdate: DATE });
const NAMES: Record<string, FeelType> = {
  a: NUMBER,
  b: NUMBER,
  s: STRING,
  yes: BOOLEAN,
  maybe: BOOLEAN,
  born: DATE,
  people: listOf(PERSON),
  one: PERSON,
  nothing: NULL,
};
const VALUES: Record<string, FeelValue> = {
  a: 3,
  b: -1.5,
  s: 'Glarus Süd',
  yes: true,
  maybe: null,
  born: '2001-02-28',
  people: [
    { givenName: 'Lena', age: 15, birthdate: '2011-06-20' },
    { givenName: 'Nils', age: 7, birthdate: '2019-01-09' },
  ],
  one: { givenName: 'Regula', age: 42, birthdate: '1984-03-14' },
  nothing: null,
};
const roots: Roots = new Map(Object.entries(NAMES).map(([name, type], slot) => [name, { slot, type }]));
const running = (): Run => ({ roots: Object.values(VALUES), locals: [], steps: 10_000, today: '2026-11-24' });

function ours(source: string): FeelValue {
  const compiled = compileFeel(source, roots);
  assert.equal(compiled.kind, 'compiled', `${source}: ${compiled.kind === 'mistake' && compiled.says}`);
  return compiled.kind === 'compiled' ? compiled.run(running()) : null;
}

/** The oracle's answer in our values: dates as texts. Dates go in through `date(…)`, since it has no texts for them. */
function theirs(source: string): unknown {
  const withDates = source
    .replace(/\bborn\b/g, 'date("2001-02-28")')
    .replace(/(\w+)\.birthdate/g, 'date($1.birthdate)');
  return JSON.parse(JSON.stringify(evaluate(withDates, VALUES).value ?? null));
}

const CORPUS = `
1 + 2 * 3 - 4 / 8
(1 + 2) * 3
2 ** 3
-a + b
- (a)
a - b - 1
1 / 0
a + nothing
"Glarus" + " " + "Nord"
s + nothing
a = 3
a != 3
a > b and yes
a < b or yes
a = 3 and maybe
a = 4 and maybe
a = 3 or maybe
a = 4 or maybe
not(maybe)
not(yes)
not(a > b)
nothing = null
a = null
null = null
a < null
a between 1 and 5
a between 1 and null
a in [1..5]
a in (3..5]
a in ]3..5]
a in [1..3)
a in (1, 3)
a in (>= 4, 3)
a in > 2
a in [1, 2, 3]
s in ["Glarus", "Glarus Süd"]
if yes then "ja" else "nein"
if maybe then 1 else 2
if a > 2 then if b > 2 then 1 else 2 else 3
count(people)
count([])
people[1].givenName
people[-1].age
people[3]
people[item.age > 10].givenName
people[age > 10].givenName
people.age
sum(people.age)
sum([1, 2, 3])
min(people.age)
max(3, 1, 2)
max([1, null])
one.givenName
one.age + 1
some p in people satisfies p.age < 10
every p in people satisfies p.age < 10
some p in people satisfies p.age > 99
every p in [] satisfies p
some x in [1, 2], y in [2, 3] satisfies x = y
for p in people return p.age * 2
for i in 1..4 return i * i
for i in 3..1 return i
for x in [1, 2], y in [10, 20] return x + y
list contains(["a", "b"], "b")
list contains(people.givenName, "Nils")
list contains([1, null], null)
string length(s)
string length("ü€😀")
upper case("straße")
lower case(s)
contains(s, "Süd")
starts with(s, "Gla")
ends with(s, "Nord")
substring("abcdef", 3)
substring("abcdef", 3, 2)
substring("abcdef", -2)
string join(["a", "b"], ", ")
string join(["a", null, "b"])
abs(b)
floor(b)
ceiling(b)
modulo(-5, 3)
modulo(5, -3)
all([true, false])
all([true, null])
any([false, null])
any([])
born < date("2010-01-01")
born = date("2001-02-28")
born.year
born + duration("P1Y")
date("2024-02-29") + duration("P1Y")
date("2020-01-31") + duration("P1M")
date("2020-03-31") - duration("P1M")
years and months duration(born, date("2026-11-24")).years
years and months duration(born, date("2026-11-24")).months
years and months duration(date("2020-02-29"), date("2021-02-28")).years
one.birthdate < date("2000-01-01")
duration("P18Y") = duration("P18Y")
{a: 1}.a
{"x y": 2, z: "w"}.z
[1, 2] = [1, 2]
[1, 2] = [2, 1]
{a: 1} = {a: 1}
"a\\"b\\u0041\\n"
a > 1 // and a comment
/* before */ a > 1
`
  .trim()
  .split('\n');

test('expressions mean what they mean to feelin', () => {
  for (const source of CORPUS) assert.deepEqual(JSON.parse(JSON.stringify(ours(source))), theirs(source), source);
});

test('generated arithmetic, comparisons and logic mean the same', () => {
  const number = fc.oneof(
    fc.integer({ min: -50, max: 50 }).map((n) => (n < 0 ? `(${n})` : String(n))),
    fc.constantFrom('a', 'b'),
  );
  const { numeric, logic } = fc.letrec<{ numeric: string; logic: string }>((tie) => ({
    numeric: fc.oneof(
      { depthSize: 'small' },
      number,
      fc.tuple(tie('numeric'), fc.constantFrom('+', '-', '*'), tie('numeric')).map(([x, op, y]) => `(${x} ${op} ${y})`),
      fc.tuple(tie('logic'), tie('numeric'), tie('numeric')).map(([c, x, y]) => `(if ${c} then ${x} else ${y})`),
      fc.array(number, { minLength: 1, maxLength: 4 }).map((all) => `sum([${all.join(', ')}])`),
    ),
    logic: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('true', 'false', 'yes', 'maybe'),
      fc
        .tuple(tie('numeric'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('numeric'))
        .map(([x, op, y]) => `(${x} ${op} ${y})`),
      fc.tuple(tie('logic'), fc.constantFrom('and', 'or'), tie('logic')).map(([x, op, y]) => `(${x} ${op} ${y})`),
      tie('logic').map((x) => `not(${x})`),
    ),
  }));
  fc.assert(
    fc.property(fc.oneof(numeric, logic), (source) => {
      assert.deepEqual(ours(source) ?? null, theirs(source), source);
    }),
    { numRuns: 300 },
  );
});

test('where feelin leaves the standard, we stay with it', () => {
  assert.equal(ours('every x in [1, null] satisfies x > 0'), null);
  assert.equal(ours('any([false, null])'), null);
});

const MISTAKES: [source: string, says: RegExp][] = [
  ['a = "3"', /number can't be compared with a string/],
  ['s > 3', /can't be compared/],
  ['yes + 1', /can't be compared|needed/],
  ['a and yes', /«a» is a number, but a boolean is needed/],
  ['if a then 1 else 2', /boolean/],
  ['if yes then 1 else "x"', /then is a number, else a string/],
  ['unknownField = 1', /no field «unknownField»/],
  ['people.shoeSize', /has no «shoeSize»/],
  ['one.age.more', /has no «more»/],
  ['count(a)', /one list is needed/],
  ['upper case(3)', /a string is needed/],
  ['upper case()', /1 values are needed/],
  ['sum(["a"])', /number/],
  ['[1, "a"]', /of one kind/],
  ['a +', /not understood/],
  ['a b', /no field «a b»/],
  ['', /no expression/],
  ['date("2024-02-30")', /no date/],
  ['date(s)', /in quotes/],
  ['time("10:00:00")', /not possible/],
  ['born + duration("P1D")', /years and months/],
  ['people > people', /no order/],
  ['for x in a return x', /no list/],
  ['a[1]', /no list/],
  ['"\\U110000"', /no character/],
];

test('a mistake is found when the form is read, and says where', () => {
  for (const [source, says] of MISTAKES) {
    const compiled = compileFeel(source, roots);
    assert.equal(compiled.kind, 'mistake', source);
    if (compiled.kind === 'mistake') {
      assert.match(compiled.says, says, source);
      assert.ok(compiled.at >= 0 && compiled.at <= source.length);
    }
  }
});

test('hostile expressions reach nothing', () => {
  const owners = ['one', 'people', 's', 'a', 'born', '{}', '[]', '"x"', 'count', 'people[1]', 'one.givenName'];
  const keys = [
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'length',
    '__defineGetter__',
  ];
  const hostile = [
    ...owners.flatMap((owner) => keys.map((key) => `${owner}.${key}`)),
    ...keys.flatMap((key) => [key, `${key}()`, `${key}("return process")()`, `{${key}: 1}.constructor`]),
    'one.constructor.constructor("return process")()',
    'function() process',
    'function(x) external {java: {class: "java.lang.Runtime"}}',
    'process.env',
    'globalThis',
    'import("fs")',
    'a := 3',
    'eval("1")',
    '`x`',
    '$' + '{a}',
    '\u0000',
    '('.repeat(5_000),
    `${'('.repeat(300)}a${')'.repeat(300)}`,
    `${'not('.repeat(200)}yes${')'.repeat(200)}`,
    '[1'.padEnd(4_000, ',1'),
    Array(900).fill('a').join('+'),
  ];
  for (const source of hostile) {
    const startedAt = performance.now();
    const compiled = compileFeel(source, roots);
    if (compiled.kind === 'compiled') assert.notEqual(typeof compiled.run(running()), 'function', source);
    else assert.equal(compiled.kind, 'mistake');
    assert.ok(performance.now() - startedAt < 200, `${source.slice(0, 40)} took too long`);
  }
  assert.equal(ours('{"__proto__": {polluted: true}} = null'), false);
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
  for (const key of keys) assert.equal(entryOf({}, key), null);
});

test('loops end by their budget, counted before anything is made', () => {
  const endless = [
    'for i in 1..1000000000 return i',
    'for i in 1..90, j in 1..90, k in 1..90 return i',
    'count(for i in 1..9000 return for j in 1..9000 return 1)',
    'some i in 1..100000 satisfies i < 0',
    'count([1][count(for i in 1..9999999 return i) > item])',
  ];
  for (const source of endless) {
    const compiled = compileFeel(source, roots);
    assert.equal(compiled.kind, 'compiled', source);
    const startedAt = performance.now();
    if (compiled.kind === 'compiled') assert.throws(() => compiled.run(running()), OutOfSteps, source);
    assert.ok(performance.now() - startedAt < 50, source);
  }
});

test('what an expression reads is known: the edges of the graph', () => {
  const compiled = compileFeel('some p in people satisfies p.age > a and yes', roots, BOOLEAN);
  assert.deepEqual(compiled.kind === 'compiled' && [...compiled.reads].sort(), ['a', 'people', 'yes']);
});
