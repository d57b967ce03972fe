import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Competence, type Municipality, readArrangement, readTerritory, responsibleFor } from '../index.ts';

const territory = readTerritory(new URL('../../../../content/', import.meta.url).pathname);

function municipality(key: string): Municipality {
  const found = territory.municipality(key);
  assert.ok(found, key);
  return found;
}
const OFFICES = [
  { key: 'residents', name: { de: 'Einwohneramt' } },
  { key: 'chancellery', name: { de: 'Kanzlei' } },
];
const arranged = (definitions: Record<string, unknown>) =>
  new Map(Object.entries(definitions).map(([key, definition]) => [key, readArrangement(key, definition)]));
const at = (place: string, level: 'federation' | 'region' | 'district' | 'municipality', definitions: object) =>
  responsibleFor(
    territory,
    arranged(definitions as Record<string, unknown>),
    { key: 'certificate', level },
    municipality(place),
  );

/** `ch-1630 residents online`, `not offered: ch-1630`. */
function said(competence: Competence): string {
  if (competence.kind === 'not-offered') return `not offered: ${competence.instead.key}`;
  const { authority, office, online, delegatedBy } = competence;
  return [authority.key, office?.key, online && 'online', delegatedBy && `for ${delegatedBy.key}`]
    .filter(Boolean)
    .join(' ');
}

test('a municipality answers for what is municipal, by the office that it names, else by its default one', () => {
  const own = { offices: OFFICES, defaultOffice: 'chancellery' };
  assert.equal(said(at('ch-1630', 'municipality', { 'ch-1630': own })), 'ch-1630 chancellery');
  const named = { ...own, services: { certificate: { office: 'residents', online: true } } };
  assert.equal(said(at('ch-1630', 'municipality', { 'ch-1630': named })), 'ch-1630 residents online');
});

test('what nobody has arranged is not offered online here, and says where to go', () => {
  assert.equal(said(at('ch-1630', 'municipality', {})), 'not offered: ch-1630');
  const closed = { offices: OFFICES, services: { certificate: { offered: false } } };
  assert.equal(said(at('ch-1630', 'municipality', { 'ch-1630': closed })), 'not offered: ch-1630');
});

test('what is handed over is answered by who took it: the canton, a Kreis, an association', () => {
  const to = (delegatedTo: string) => ({ offices: OFFICES, services: { certificate: { delegatedTo } } });
  const canton = { offices: OFFICES, defaultOffice: 'residents' };
  assert.equal(
    said(at('ch-1630', 'municipality', { 'ch-1630': to('ch-gl'), 'ch-gl': canton })),
    'ch-gl residents for ch-1630',
  );
  // Handed over, but nobody has said by whom it is answered there: still not at the own counter.
  assert.equal(said(at('ch-1630', 'municipality', { 'ch-1630': to('ch-gl') })), 'ch-gl for ch-1630');
  const inVerband = territory
    .authorities({ country: 'de', region: '01', kind: 'municipality' })
    .map(({ key }) => municipality(key))
    .find(({ parents }) => parents[0] && territory.authority(parents[0])?.kind === 'association');
  assert.ok(inVerband);
  const [verband = ''] = inVerband.parents;
  const through = {
    [inVerband.key]: to(verband),
    [verband]: { offices: OFFICES, services: { certificate: { office: 'residents' } } },
  };
  assert.equal(said(at(inVerband.key, 'municipality', through)), `${verband} residents for ${inVerband.key}`);
  const kreis = { 'de-10044115': to('de-10044'), 'de-10044': to('de-10'), 'de-10': canton };
  assert.equal(said(at('de-10044115', 'municipality', kreis)), 'de-10 residents for de-10044115');
});

test('a ring of delegations ends; one to nobody is answered by oneself', () => {
  const to = (delegatedTo: string) => ({
    offices: OFFICES,
    defaultOffice: 'residents',
    services: { certificate: { delegatedTo } },
  });
  const ring = at('ch-1630', 'municipality', { 'ch-1630': to('ch-gl'), 'ch-gl': to('ch-1630') });
  assert.equal(ring.kind, 'responsible');
  assert.equal(said(at('ch-1630', 'municipality', { 'ch-1630': to('ch-nowhere') })), 'ch-1630 residents');
});

test('what is not municipal is answered above; Swiss districts govern nothing, the canton does', () => {
  const canton = { 'ch-gl': { offices: OFFICES, defaultOffice: 'residents' }, 'ch-zh': { offices: OFFICES } };
  assert.equal(said(at('ch-1630', 'region', canton)), 'ch-gl residents');
  assert.equal(said(at('ch-261', 'district', canton)), 'ch-zh');
  assert.equal(said(at('ch-1630', 'federation', canton)), 'not offered: ch');
  assert.equal(
    said(at('de-10044115', 'district', { 'de-10044': { offices: OFFICES, defaultOffice: 'residents' } })),
    'de-10044 residents',
  );
});

test('a city that is its own Kreis answers for what is the Kreis’s', () => {
  const competence = at('de-01001000', 'district', { 'de-01001000': { offices: OFFICES, defaultOffice: 'residents' } });
  assert.equal(said(competence), 'de-01001000 residents');
});

test('a mistyped arrangement is refused, with the place that is wrong', () => {
  for (const [definition, where] of [
    [{ offices: [{ key: 'A B', name: {} }] }, /authority ch-1.*offices.*key/],
    [{ offices: [{ key: 'a', name: {}, hours: 5 }] }, /hours/],
    [{ services: { x: { onlin: true } } }, /services/],
    [{ surprise: 1 }, /authority ch-1/],
    ['text', /authority ch-1/],
  ] as const)
    assert.throws(() => readArrangement('ch-1', definition), where);
});
