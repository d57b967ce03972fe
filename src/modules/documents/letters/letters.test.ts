import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { assertGolden } from '../../../../tests/golden.ts';
import { pdfText } from '../../../../tests/pdf-text.ts';
import { LANGUAGES } from '../../../platform/i18n/language.ts';
import type { LetterAsk, ReceiptFields } from '../index.ts';
import { openPress } from './letter-press.ts';

const contentDir = new URL('../../../../content/', import.meta.url).pathname;
const press = openPress({ contentDir, lettersPerChild: 5 });
after(() => press.close());

const CODE = '7K3M-9QXP-2TAB-CDEF-GHJK-MNPQ-RSTV';
const frame = {
  language: 'de',
  country: 'ch',
  portal: { name: 'Kanton Glarus', accent: '#9e1b1b' },
  service: 'residence-certificate',
  number: 'GL-26-7K3M-9QXP-2T',
  date: '2026-11-24',
  sender: {
    authority: 'Gemeinde Glarus',
    office: 'Einwohneramt',
    street: 'Gemeindehausplatz 5',
    postcode: '8750',
    locality: 'Glarus',
    phone: '+41 58 000 00 00',
    email: 'einwohneramt@glarus.example',
    signedBy: { name: 'Rosmarie Trümpi', role: 'Einwohneramt' },
  },
} as const;
const window = ['Verena Zweifel', 'Burgstrasse 12', '8750 Glarus'];
const verification = { code: CODE, address: `https://gl.example/de/verify#${CODE}` };

const certificate: LetterAsk = {
  ...frame,
  recipient: window,
  verification,
  template: 'certificate',
  fields: {
    persons: [
      { familyName: 'Zweifel', givenNames: 'Verena Maria', dateOfBirth: '1984-02-29', origin: 'Glarus GL' },
      { familyName: 'Zweifel Šćepanović', givenNames: 'Łukasz Đorđe', dateOfBirth: '2015-07-01' },
    ],
    address: { street: 'Burgstrasse 12', postcode: '8750', locality: 'Glarus' },
    since: '2011-04-01',
    purpose: 'Wohnungssuche',
    fee: { amountCents: 2000, currency: 'CHF' },
  },
};
const receiptFields: ReceiptFields = {
  title: 'Wohnsitzbestätigung',
  receivedAt: '2026-11-24T23:30:00Z',
  timeZone: 'Europe/Zurich',
  code: '7K3M-9QXP',
  statusAddress: 'gl.example/de/status',
  nextSteps: ['Die Gemeinde prüft Ihre Angaben.', 'Sie erhalten die Bestätigung in Ihr Postfach.'],
  dueOn: '2026-11-30',
  fee: { amountCents: 2000, currency: 'CHF' },
  sections: [{ title: 'Person', rows: [{ label: 'Name', value: 'Zweifel' }] }],
  files: ['Mietvertrag.pdf'],
};
const receipt: LetterAsk = { ...frame, template: 'receipt', fields: receiptFields };
const decision: LetterAsk = {
  ...frame,
  recipient: window,
  verification,
  template: 'decision',
  fields: {
    outcome: 'refused',
    subject: 'Wohnsitzbestätigung',
    receivedOn: '2026-11-20',
    reasons: [
      'Sie sind seit dem 1. Oktober 2026 nicht mehr in Glarus gemeldet.',
      'Wenden Sie sich an Ihre neue Gemeinde.',
    ],
    remedy: ['Beispiel einer Rechtsmittelbelehrung.'],
    legalBasis: ['Beispielgesetz'],
  },
};

const LETTERS = [certificate, receipt, decision];

test('what each letter says, in each language and country', async () => {
  let all = '';
  for (const country of ['ch', 'de'] as const)
    for (const language of LANGUAGES) {
      if (country === 'de' && language === 'it') continue;
      for (const letter of LETTERS) {
        const pdf = await press.print({ ...letter, language, country });
        const text = pdfText(pdf).replace(/ +$/gm, '');
        assert.ok(!text.includes('\uFFFD'), 'a glyph without a letter');
        all += `=== ${letter.template}, ${language}-${country}\n${text}\n\n`;
      }
    }
  assertGolden(new URL('./letters.golden.txt', import.meta.url), all);
});

test('a letter is marked as archivable and tagged, says its language, and its code has words', async () => {
  for (const language of LANGUAGES) {
    const text = (await press.print({ ...certificate, language })).toString('latin1');
    const region = language === 'en' ? 'GB' : 'CH';
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '/OutputIntent', '/Figure', '/Alt', '/H1', '/TH'])
      assert.ok(text.includes(mark), mark);
    assert.match(text, new RegExp(`/Lang ?\\(${language}-${region}\\)`));
    assert.match(text, /<pdfaid:part>3<\/pdfaid:part>/);
    assert.match(text, /<pdfaid:conformance>A<\/pdfaid:conformance>/);
    assert.ok(text.startsWith('%PDF-1.7') && text.trimEnd().endsWith('%%EOF'));
    assert.equal([...text.matchAll(/\/Type \/Page\s/g)].length, 1, 'one page');
    assert.doesNotMatch(text, /\/(JavaScript|JS|Launch|URI|EmbeddedFile|OpenAction)\b/);
  }
});

test('what a person typed is never read as markup', async () => {
  const typed = [
    '#eval("1 + 1")',
    '#read("/portals/gl/portal.yaml")',
    '*bold* _slanted_ `code` $x^2$ \\ \\u{1F600}',
    '= Heading',
    '- item',
    '] #panic() [',
    '"quoted" \\" \'',
    '@label <label> // comment /* x */',
    '{number}{date}',
    'https://example.ch',
    '<script>alert(1)</script>',
  ];
  const rows = typed.map((value, index) => ({ label: String(index), value }));
  const pdf = await press.print({
    ...receipt,
    template: 'receipt',
    number: '#panic("number")',
    fields: {
      ...receiptFields,
      title: '#panic("title")',
      sections: [{ title: '*x*', rows }],
      files: typed,
      nextSteps: typed,
    },
  });
  const text = pdfText(pdf).replace(/\s+/g, ' ');
  for (const value of typed) assert.ok(text.includes(value.replace(/\s+/g, ' ')), value);
  assert.ok(text.includes('#panic("title")') && text.includes('#panic("number")'));
});

test('a child that is replaced, and letters asked for at once, make no difference', async () => {
  const pages = await Promise.all(
    Array.from({ length: 13 }, (_, index) => press.print({ ...receipt, number: `GL-26-0000-0000-${10 + index}` })),
  );
  pages.forEach((pdf, index) => void assert.ok(pdfText(pdf).includes(`GL-26-0000-0000-${10 + index}`)));
});

test('a template that fails or never ends fails its letter only; the next one is printed', async () => {
  const own = mkdtempSync(join(tmpdir(), 'hall-letters-'));
  spawnSync('cp', ['-r', `${contentDir}letters`, own]);
  for (const [service, template] of [
    ['broken', '#panic("no")'],
    ['endless', '#let f(n) = { let x = 0\n while x < 100000000 { x = x + 1 } }\n#f(1)'],
  ] as const) {
    mkdirSync(join(own, 'services', service, 'letters', 'texts'), { recursive: true });
    writeFileSync(join(own, 'services', service, 'letters', 'certificate.typ'), template);
    writeFileSync(join(own, 'services', service, 'letters', 'texts', 'de.yaml'), 'title: x\n');
  }
  const hasty = openPress({ contentDir: own, timeoutMs: 1 });
  await assert.rejects(hasty.print(receipt), { code: 'letter-failed' });
  await hasty.close();
  const small = openPress({ contentDir: own, timeoutMs: 5_000 });
  const failing = (service: string) => small.print({ ...certificate, service });
  await assert.rejects(failing('broken'), { code: 'letter-failed' });
  await assert.rejects(failing('endless'), { code: 'letter-failed' });
  await assert.rejects(failing('../../etc'), { code: 'letter-failed' });
  assert.ok(pdfText(await small.print(receipt)).includes('Empfangsbestätigung'));
  await small.close();
  rmSync(own, { recursive: true });
});
