import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FilePack } from '../../modules/packs/index.ts';
import { claimsHaveSources } from './claims-have-sources.ts';
import { textsAreComplete } from './texts-are-complete.ts';
import { contrastOf, themesHaveContrast } from './themes-have-contrast.ts';

const service = (definition: FilePack['definition']): FilePack => ({
  kind: 'service',
  key: 'dog-registration',
  scope: 'federation',
  basedOn: null,
  definition,
  files: 'dog-registration',
});

test('a fee, a deadline or an article without a source is refused, unless it says that it is an example', () => {
  const invented = service({
    fee: { amountCents: 2000, currency: 'CHF' },
    deadline: { days: 14 },
    legalBasis: [{ name: 'HG Art. 3' }],
  });
  assert.equal(claimsHaveSources([invented]).length, 3);
  const told = service({
    fee: { amountCents: 2000, currency: 'CHF', example: true },
    deadline: { days: 14, source: 'HG Art. 3' },
    legalBasis: [{ name: 'HG Art. 3', source: 'HG' }],
    duration: null,
  });
  assert.deepEqual(claimsHaveSources([told]), []);
});

test('a described service says everything in each language of its country', () => {
  const whole = {
    title: 'T',
    summary: 'S',
    what: 'W',
    forWhom: 'F',
    remedy: 'R',
    needs: ['n'],
    steps: [{}],
    synonyms: ['s'],
  };
  const texts = { de: whole, fr: whole, it: whole, en: { title: 'T', summary: 'S' } };
  assert.deepEqual(textsAreComplete([service({ countries: ['ch'], texts })]), []);
  const { summary: _, ...lacking } = whole;
  const faults = textsAreComplete([service({ countries: ['ch'], texts: { ...texts, it: lacking } })]);
  assert.deepEqual(
    faults.map(({ what }) => what),
    ['texts/it.yaml: «summary» is missing'],
  );
});

test('contrast is what WCAG computes', () => {
  assert.equal(contrastOf('#000000', '#ffffff'), 21);
  assert.equal(contrastOf('#777777', '#ffffff')?.toFixed(2), '4.48');
  assert.equal(contrastOf('teal', '#ffffff'), undefined);
  const pale: FilePack = { ...service({ theme: { accent: '#88cccc' } }), kind: 'portal', scope: 'portal:gl' };
  assert.ok(themesHaveContrast([pale]).length > 0);
});
