import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall, type Visitor } from '../../../tests/hall.ts';
import { idOfKey } from '../../platform/crypto/ids.ts';
import { withClient } from '../../platform/postgres/with-client.ts';

let hall: TestHall;
let clerk: Visitor;
before(async () => {
  hall = await startTestHall();
  clerk = await signedIn('clerk-glarus-nord');
});
after(() => hall.close());

async function signedIn(key: string, portal = 'gl'): Promise<Visitor> {
  const visitor = hall.visitor();
  const page = await visitor.signIn(portal, key, { staff: true, back: `/${portal}/admin/de` });
  await page.text();
  return visitor;
}
const SERVICE = '/gl/admin/de/services/residence-certificate';
const PROVENANCE = `${SERVICE}/provenance`;
const OFFICES = '/gl/admin/de/authority';

async function page(visitor: Visitor, path: string): Promise<string> {
  const response = await visitor.get(path);
  const text = await response.text();
  assert.equal(response.status, 200, `${path}: ${response.status} ${text.slice(0, 300)}`);
  return text;
}
/** What the page would send if nothing were changed: its hidden fields, texts, choices. */
function fieldsOn(text: string): Record<string, string> {
  const form = text.slice(text.indexOf('<form method="post"'));
  const fields: Record<string, string> = {};
  const unescaped = (value: string) =>
    value
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&');
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`[ ]${name}="([^"]*)"`).exec(input)?.[1];
    const isChoice = /type="(radio|checkbox)"/.test(input);
    const name = attribute('name');
    if (name && (!isChoice || / checked/.test(input))) fields[name] = unescaped(attribute('value') ?? '');
  }
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name ?? ''] = /value="([^"]*)" selected/.exec(options ?? '')?.[1] ?? '';
  return fields;
}
async function change(visitor: Visitor, path: string, fields: Record<string, string>, from = path): Promise<Response> {
  return visitor.post(path, { ...fieldsOn(await page(visitor, from)), ...fields });
}
/** Imports a newer version of the service for everybody, as a release would. */
async function release(change: string): Promise<void> {
  await withClient(hall.database.adminUrl, (client) =>
    client.query(`insert into hall.pack_version (id, kind, key, scope, origin, number, definition, hash, written_at)
      select gen_random_uuid(), kind, key, scope, origin, number + 1, ${change}, hash, now()
        from hall.pack_version where key = 'residence-certificate' and kind = 'service' and scope = 'authority:ch-1630'
         and origin = 'files' order by number desc limit 1`),
  );
  await hall.hall.refresh();
}

test('who works elsewhere or not at all does not get in; who may not change sees no form', async () => {
  assert.equal((await hall.visitor().get('/gl/admin/de')).status, 303);
  const caseworker = await signedIn('staff-glarus-nord-1');
  assert.equal((await caseworker.get('/gl/admin/de')).status, 404);
  const lead = await signedIn('lead-glarus-nord');
  const text = await page(lead, SERVICE);
  assert.doesNotMatch(text, /name="amount"/);
  assert.equal((await lead.post(SERVICE, { fee: 'free' })).status, 404);
  const person = hall.visitor();
  await (await person.signIn('gl', 'regula')).text();
  assert.equal((await person.post(SERVICE, { fee: 'free' })).status, 303);
});

test('the first page names the authority, its services with fee and duration', async () => {
  const text = await page(clerk, '/gl/admin/de');
  assert.match(text, /Glarus Nord/);
  assert.match(text, /services\/residence-certificate[\s\S]*CHF[\s\S]*20\.00[\s\S]*2 Arbeitstage/);
  assert.match(text, /Hier wurde noch nichts geändert/);
});

test('staff’s entrance leads a clerk to the contents', async () => {
  const response = await clerk.get('/gl/workbench/de');
  assert.equal(response.headers.get('location'), '/gl/admin/de');
});

test('a fee is changed, seen at once, and recorded', async () => {
  const sent = await change(clerk, SERVICE, { fee: 'amount', amount: '32,50', feeSource: 'Gebührentarif, Art. 5' });
  assert.equal(sent.status, 303);
  const text = await (await clerk.follow(sent)).text();
  assert.match(text, /Gespeichert/);
  assert.match(text, /name="amount"[^>]*value="32.50"/);
  const { rows } = await withClient(hall.database.adminUrl, (client) =>
    client.query('select definition, based_on, number from hall.pack_version where origin = $1', ['overlay']),
  );
  assert.deepEqual(rows, [
    {
      definition: {
        fee: {
          amountCents: 3250,
          currency: 'CHF',
          source: 'Gebührentarif, Art. 5',
          example: null,
          none: null,
          text: null,
        },
      },
      based_on: 1,
      number: 1,
    },
  ]);
  const log = await withClient(hall.database.adminUrl, (client) =>
    client.query(`select chain, authority_id from hall.audit_entry where act = 'content.changed'`),
  );
  assert.deepEqual(log.rows, [{ chain: 'ch-1630', authority_id: idOfKey('authority:ch-1630') }]);
  assert.match(await page(clerk, '/gl/admin/de'), /32\.50[\s\S]*eigene Angaben[\s\S]*Corina Kanzler/);
  const neighbour = await signedIn('clerk-glarus');
  assert.match(await page(neighbour, SERVICE), /Wie vorgegeben: CHF.25\.00/);
});

test('sent again without a change, nothing is published', async () => {
  const again = await change(clerk, SERVICE, {});
  assert.match(again.headers.get('location') ?? '', /done=nothing/);
});

test('what can’t be is named at its field, and what was typed is kept', async () => {
  const wrong = await change(clerk, SERVICE, { fee: 'amount', amount: 'zwanzig', days: '0', office: 'nowhere' });
  assert.equal(wrong.status, 422);
  const text = await wrong.text();
  for (const field of ['amount', 'days', 'office']) assert.match(text, new RegExp(`href="#${field}"`));
  assert.match(text, /value="zwanzig"/);
  for (const amount of ['-1', '1e9', '1.234', '999999999', '', 'NaN', '0x10'])
    assert.equal((await change(clerk, SERVICE, { fee: 'amount', amount })).status, 422, amount);
  assert.equal((await change(clerk, SERVICE, { fee: 'constructor' })).status, 422);
});

test('two clerks at once: the second sees what holds now, keeps what they typed, and overwrites nothing', async () => {
  const seen = fieldsOn(await page(clerk, SERVICE));
  const first = await clerk.post(SERVICE, { ...seen, fee: 'amount', amount: '40' });
  assert.equal(first.status, 303);
  const second = await clerk.post(SERVICE, { ...seen, fee: 'amount', amount: '50' });
  assert.equal(second.status, 409);
  const text = await second.text();
  assert.match(text, /Inzwischen hat jemand anders etwas geändert[\s\S]*40\.00/);
  assert.match(text, /name="amount"[^>]*value="50"/);
  assert.match(await page(clerk, SERVICE), /name="amount"[^>]*value="40"/);
  // Having seen it, they may insist.
  assert.equal((await clerk.post(SERVICE, { ...fieldsOn(text), fee: 'amount', amount: '50' })).status, 303);
  assert.match(await page(clerk, SERVICE), /name="amount"[^>]*value="50"/);
});

test('a service of somebody else, or none at all, does not exist here', async () => {
  for (const key of ['nothing', '..%2F..%2Fx', 'passport', '%00', 'constructor'])
    assert.equal((await clerk.get(`/gl/admin/de/services/${key}`)).status, 404, key);
});

test('provenance says where each value comes from; a change above is offered, and kept or accepted', async () => {
  const text = await page(clerk, PROVENANCE);
  assert.match(text, /Gebühr<\/th>[\s\S]*?50\.00[\s\S]*?Glarus Nord, hier geändert/);
  assert.doesNotMatch(text, /Weiter oben hat sich etwas geändert/);
  await release(`jsonb_set(definition, '{fee,amountCents}', '2200')`);
  // Nothing else is published before it is decided.
  assert.match(await page(clerk, SERVICE), /Entscheiden Sie zuerst/);
  assert.equal((await clerk.post(SERVICE, { fee: 'free', seen: 'x' })).status, 409);
  const offered = await page(clerk, PROVENANCE);
  assert.match(
    offered,
    /Früher vorgegeben[\s\S]*20\.00[\s\S]*Jetzt vorgegeben[\s\S]*22\.00[\s\S]*Ihre Angabe[\s\S]*50\.00/,
  );
  assert.equal((await clerk.post(PROVENANCE, fieldsOn(offered))).status, 422);
  assert.equal((await clerk.post(PROVENANCE, { ...fieldsOn(offered), 'choice-0': 'keep' })).status, 303);
  assert.match(await page(clerk, SERVICE), /name="amount"[^>]*value="50"/);
  await release(`jsonb_set(definition, '{fee,amountCents}', '2300')`);
  const again = fieldsOn(await page(clerk, PROVENANCE));
  assert.equal((await clerk.post(PROVENANCE, { ...again, 'choice-0': 'accept' })).status, 303);
  assert.match(await page(clerk, SERVICE), /Wie vorgegeben: CHF.23\.00/);
});

test('an office is changed: address, contact, hours in words; the rest still comes from above', async () => {
  assert.match(await page(clerk, OFFICES), /Montag: 08:00–11:30 und 14:00–18:00; Dienstag bis Freitag/);
  const edit = `${OFFICES}?office=residents`;
  const wrong = await change(clerk, OFFICES, { hours: 'Mo 12:00-08:00', email: 'x', postcode: '12' }, edit);
  assert.equal(wrong.status, 422);
  const text = await wrong.text();
  for (const field of ['hours', 'email', 'postcode']) assert.match(text, new RegExp(`href="#${field}"`));
  assert.match(text, /value="Mo 12:00-08:00"/);
  const sent = await change(clerk, OFFICES, { hours: 'Mo – Fr 8.00-12.00', phone: '+41 55 000 00 01' }, edit);
  assert.match(await (await clerk.follow(sent)).text(), /Montag bis Freitag: 08:00–12:00/);
  const { rows } = await withClient(hall.database.adminUrl, (client) =>
    client.query(`select definition from hall.pack_version where origin = 'overlay' and kind = 'authority'`),
  );
  assert.deepEqual(rows[0]?.definition, {
    offices: { residents: { hours: 'Mo-Fr 8:00-12:00', phone: '+41 55 000 00 01' } },
  });
  assert.equal((await clerk.get(`${OFFICES}?office=nowhere`)).status, 404);
});

test('all pages in all languages of the portal, in another portal too', async () => {
  for (const language of ['de', 'fr', 'it', 'en'])
    for (const path of [
      '',
      '/authority',
      '/authority?office=residents',
      '/services/residence-certificate',
      '/services/residence-certificate/provenance',
    ])
      assert.match(await page(clerk, `/gl/admin/${language}${path}`), /<h1/);
  const saarbruecken = await signedIn('clerk-saarbruecken', 'sl');
  assert.match(await page(saarbruecken, '/sl/admin/de/services/residence-certificate'), /12,00.€/);
  const canton = await signedIn('clerk-canton-glarus');
  assert.match(await page(canton, '/gl/admin/de'), /Kanton Glarus/);
});
