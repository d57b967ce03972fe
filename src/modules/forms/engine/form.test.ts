import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import {
  answersOf,
  type CompiledForm,
  checkForm,
  compileForm,
  evaluateForm,
  firstGap,
  formSchema,
  mergePage,
  readDefinition,
  type Situation,
  shownOn,
} from './index.ts';

const FOLDER = new URL('../../../../content/services/residence-certificate/', import.meta.url);
const read = (path: string) => parse(readFileSync(new URL(path, FOLDER), 'utf8'));
const languages = ['de', 'fr', 'it', 'en'];
const texts = () => Object.fromEntries(languages.map((language) => [language, read(`texts/form.${language}.yaml`)]));
const journeys = () =>
  Object.fromEntries(readdirSync(new URL('journeys/', FOLDER)).map((name) => [name, read(`journeys/${name}`)]));
const check = (
  definition: unknown,
  more: Partial<{ texts: Record<string, unknown>; journeys: Record<string, unknown> }> = {},
) =>
  checkForm({ definition, languages, texts: more.texts ?? texts(), journeys: more.journeys ?? journeys() }).map(
    ({ at, says }) => `${at}: ${says}`,
  );

function compiled(definition: unknown): CompiledForm {
  const shape = readDefinition(definition);
  assert.ok(!Array.isArray(shape), JSON.stringify(shape));
  const form = compileForm(shape);
  assert.ok('order' in form, JSON.stringify(form));
  return form;
}

const situation = (more: Partial<Situation> = {}): Situation => ({
  entries: {},
  files: {},
  attributes: {},
  outside: {
    portal: { key: 'gl', country: 'ch' },
    place: { key: 'ch-1630' },
    visitor: { level: 'none', isSignedIn: false, isVerified: false },
  },
  setting: { language: 'de', locale: 'de-CH', country: 'ch', today: '2026-11-24' },
  ...more,
});

const small = {
  label: 'name',
  pages: [
    {
      key: 'one',
      fields: [
        { key: 'name', kind: 'text' },
        { key: 'hasDog', kind: 'yes-no' },
      ],
    },
    {
      key: 'two',
      visible: 'hasDog',
      fields: [
        { key: 'dog', kind: 'text' },
        { key: 'age', kind: 'number', least: 0, valid: [{ rule: 'age < 30', text: 'tooOld' }] },
      ],
    },
    {
      key: 'three',
      fields: [
        { key: 'mark', kind: 'text', visible: 'dog = "Rex"', required: false },
        { key: 'twice', kind: 'number', computed: 'age * 2' },
      ],
    },
  ],
};

test('the certificate of residence is in order, in four languages, and its journeys hold', () => {
  assert.deepEqual(check(read('form.yaml')), []);
});

test('what an author can get wrong is said, with its place', () => {
  const form = () => structuredClone(read('form.yaml'));
  const broken = (change: (form: ReturnType<typeof read>) => void) => {
    const changed = form();
    change(changed);
    return check(changed).join('\n');
  };
  assert.match(
    broken((f) => (f.pages[3].visible = 'hwose = "own"')),
    /pages\/people\/visible: there is no field «hwose»/,
  );
  assert.match(
    broken((f) => (f.pages[3].visible = 'whose = 1')),
    /string can't be compared with a number/,
  );
  assert.match(
    broken((f) => (f.label = 'copies')),
    /label: «copies» is a number/,
  );
  assert.match(
    broken((f) => (f.pages[0].fields[0].kind = 'pulldown')),
    /no kind of field «pulldown»/,
  );
  assert.match(
    broken((f) => (f.pages[0].fields[0].colour = 'red')),
    /pages\/whose\/whose/,
  );
  assert.match(
    broken((f) => (f.pages[0].fields[0].key = 'portal')),
    /this name is taken/,
  );
  assert.match(
    broken((f) => (f.pages[4].visible = 'false')),
    /pages\/purpose: nobody can reach/,
  );
  assert.match(
    broken((f) => (f.pages[4].visible = 'copies > 99')),
    /journey|no journey reaches this page/,
  );
  assert.match(
    broken((f) => (f.email = 'phone')),
    /no e-mail field/,
  );
  assert.match(
    broken((f) => f.pages[6].fields.push({ key: 'more', kind: 'text' })),
    /text is missing|page of its own/,
  );
  assert.match(
    broken((f) => (f.pages[0].visible = 'purpose = "bank"')),
    /journeys\//,
  );
  assert.match(
    broken((f) => {
      f.pages[0].fields[0].visible = 'purpose = "bank"';
      f.pages[4].fields[0].visible = 'whose = "own"';
    }),
    /in a circle/,
  );
  const lacking = texts();
  delete lacking.fr.fields.whose.options.own;
  lacking.it.fields.nobody = { label: 'x' };
  const problems = check(form(), { texts: lacking }).join('\n');
  assert.match(problems, /form.fr.yaml fields.whose.options.own.label: this text is missing/);
  assert.match(problems, /form.it.yaml fields.nobody: there is no such field/);
  for (const shape of [
    null,
    1,
    [],
    {},
    { label: 'x', pages: [] },
    { label: 'x', pages: [{ key: '__proto__', fields: [] }] },
  ])
    assert.notDeepEqual(checkForm({ definition: shape, texts: {}, languages, journeys: {} }), []);
});

test('a hidden answer is submitted nowhere, counts for no condition, and is never lost', () => {
  const form = compiled(small);
  let state = evaluateForm(form, situation());
  state = mergePage(state, 'one', { name: 'Anna', hasDog: 'yes' }, {}).state;
  state = mergePage(state, 'two', { dog: 'Rex', age: '3' }, {}).state;
  assert.deepEqual(answersOf(state), { name: 'Anna', hasDog: true, dog: 'Rex', age: 3, twice: 6 });
  assert.deepEqual(
    state.pages.map(({ key }) => key),
    ['one', 'two', 'three'],
  );
  state = mergePage(state, 'one', { hasDog: 'no' }, {}).state;
  assert.deepEqual(answersOf(state), { name: 'Anna', hasDog: false });
  assert.equal(state.fields.get('mark')?.isVisible, false);
  state = mergePage(state, 'one', { hasDog: 'yes' }, {}).state;
  assert.deepEqual(answersOf(state), { name: 'Anna', hasDog: true, dog: 'Rex', age: 3, twice: 6 });
});

test('a page touches its own fields only, and of those what was changed in this window', () => {
  const form = compiled(small);
  const start = mergePage(evaluateForm(form, situation()), 'one', { name: 'Anna', hasDog: 'yes' }, {}).state;
  const shown = shownOn(start, 'one');
  const other = mergePage(start, 'one', { name: 'Berta', hasDog: 'yes' }, shown).state;
  const stale = mergePage(
    other,
    'one',
    { name: 'Anna', hasDog: 'no', dog: 'Rex', age: '3', nosuch: 'x', __proto__: 'y' },
    shown,
  );
  assert.deepEqual(stale.touched, ['hasDog']);
  assert.deepEqual(answersOf(stale.state), { name: 'Berta', hasDog: false });
  const emptied = mergePage(stale.state, 'one', { name: '', hasDog: 'no' }, shownOn(stale.state, 'one')).state;
  assert.deepEqual(answersOf(emptied), { hasDog: false });
  const nothing = mergePage(stale.state, 'one', {}, {});
  assert.deepEqual(nothing.touched, []);
});

test('what can not be read is kept as it was typed, with what is wrong', () => {
  const form = compiled(small);
  let state = mergePage(evaluateForm(form, situation()), 'one', { name: 'Anna', hasDog: 'yes' }, {}).state;
  state = mergePage(state, 'two', { dog: 'Rex', age: 'drei' }, {}).state;
  const age = state.fields.get('age');
  assert.deepEqual(age?.typed, { '': ['drei'] });
  assert.deepEqual(age?.errors, [{ part: '', code: 'number' }]);
  assert.deepEqual(firstGap(state), { page: 'two', field: 'age' });
  state = mergePage(state, 'two', { dog: 'Rex', age: '40' }, {}).state;
  assert.equal(state.fields.get('age')?.brokenRule, 'tooOld');
});

test('a computed or locked field is not typed over', () => {
  const form = compiled(read('form.yaml'));
  const at = { source: 'agov', at: '2026-11-01' };
  const attributes = Object.fromEntries(
    Object.entries({ givenName: 'Regula', familyName: 'Beispieler', birthdate: '1984-03-14' }).map(([name, value]) => [
      name,
      { value, ...at },
    ]),
  );
  const visitor = { level: 'substantial', isSignedIn: true, isVerified: true };
  const outside = { ...situation().outside, visitor };
  const state = evaluateForm(form, situation({ attributes, outside }));
  const typed = mergePage(
    state,
    'applicant',
    { 'applicant.givenName': 'Eva', 'applicant.familyName': 'Fremd' },
    {},
  ).state;
  assert.deepEqual(answersOf(typed).applicant, {
    givenName: 'Regula',
    familyName: 'Beispieler',
    birthdate: '1984-03-14',
  });
  assert.equal(typed.fields.get('applicant')?.verified?.source, 'agov');
  const computed = mergePage(evaluateForm(compiled(small), situation()), 'three', { twice: '7' }, {});
  assert.deepEqual(computed.touched, []);
});

test('a form says what it submits, as a JSON Schema', () => {
  const schema = formSchema(compiled(small), 'https://hall.invalid/small');
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.deepEqual(schema.required, ['name', 'hasDog']);
  assert.equal(schema.additionalProperties, false);
});

test('an expression that runs away hides its field and breaks its rule, and the page still comes', () => {
  const heavy = 'count(for a in 1..5000, b in 1..5000 return a) > 0';
  const form = compiled({
    label: 'name',
    pages: [
      {
        key: 'one',
        fields: [
          { key: 'name', kind: 'text', valid: [{ rule: heavy, text: 'never' }] },
          { key: 'more', kind: 'text', visible: heavy },
        ],
      },
    ],
  });
  const startedAt = performance.now();
  const state = mergePage(evaluateForm(form, situation()), 'one', { name: 'x' }, {}).state;
  assert.ok(performance.now() - startedAt < 200);
  assert.equal(state.fields.get('more')?.isVisible, false);
  assert.equal(state.fields.get('name')?.brokenRule, 'never');
});
