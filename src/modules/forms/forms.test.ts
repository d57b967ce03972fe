import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { type Counter, fill, type Guest, hiddenIn, openCounter } from '../../../tests/example-counter.ts';
import { newId } from '../../platform/crypto/ids.ts';
import { withClient } from '../../platform/postgres/with-client.ts';
import { createLimiter, LIMITS, type Profile, principalOf, type Session } from '../identity/index.ts';
import { insertVersion } from '../packs/index.ts';
import { findDraft, setLevel } from './drafts/draft-store.ts';
import { closeDraft, formsJobs, readForSubmission } from './index.ts';

let counter: Counter;
before(async () => {
  counter = await openCounter();
});
after(() => counter.close());

const APPLY = '/gl/de/services/residence-certificate/apply';
const idIn = (path: string) => /drafts\/([0-9a-f-]{36})/.exec(path)?.[1] ?? '';
const page = (id: string, key: string) => `/gl/de/drafts/${id}/pages/${key}`;

async function begin(guest: Guest): Promise<string> {
  const { status, to } = await guest.post(APPLY);
  assert.equal(status, 303);
  return idIn(to);
}

const ME = {
  'applicant.givenName': 'Verena',
  'applicant.familyName': 'Zweifel',
  'applicant.birthdate.day': '1',
  'applicant.birthdate.month': '2',
  'applicant.birthdate.year': '1970',
};
const HOME = { 'address.street': 'Musterweg 12', 'address.postcode': '8752', 'address.locality': 'Näfels' };

async function fillAll(guest: Guest, id: string, more: { identityBy?: string; email?: string } = {}): Promise<void> {
  const pages: [string, Record<string, string>][] = [
    ['whose', { whose: 'own' }],
    ['applicant', ME],
    ['address', HOME],
    ['purpose', { purpose: 'bank' }],
    ['delivery', { identityBy: more.identityBy ?? 'register', copies: '2' }],
    ['contact', { email: more.email ?? 'verena@example.ch', phone: '' }],
  ];
  for (const [key, fields] of pages) assert.equal((await fill(guest, page(id, key), fields)).status, 303, key);
}

async function confirmEmail(guest: Guest, id: string): Promise<void> {
  await guest.post(`/gl/de/drafts/${id}/confirm`, { act: 'send' });
  const code = /(\d{4} \d{4})/.exec(counter.mails.at(-1)?.text ?? '')?.[1] ?? '';
  assert.match((await guest.post(`/gl/de/drafts/${id}/confirm`, { code })).to, /summary$/);
}

const read = (guest: Guest, id: string) =>
  counter.database.app.transaction(
    guest.session ? { kind: 'person', personId: guest.session.personId } : { kind: 'applicant', draftId: id },
    (tx) => readForSubmission(tx, counter.wiring.documents, id, counter.clock.now()),
  );

interface Changed {
  form: {
    oldestAccepted?: number;
    delivery: { mailbox: string };
    pages: { fields: { key: string; most?: number }[] }[];
  };
}

/** Publishes the form once more, with something changed. */
async function publishChanged(change: (definition: Changed) => void): Promise<void> {
  const current = counter.wiring.snapshot().published.version('form', 'residence-certificate', 'federation');
  assert.ok(current);
  const { kind, key, scope, number } = current;
  const definition = structuredClone(current.definition);
  change(definition as unknown as Changed);
  const next = { kind, key, scope, origin: 'files', basedOn: null, authorityId: null, definition } as const;
  await counter.database.owner.transaction({ kind: 'job' }, (tx) =>
    insertVersion(tx, { ...next, number: number + 1 }, counter.clock.now()),
  );
  await counter.publishAgain();
}

const person = (level: Session['level'] = 'substantial'): Session => ({
  id: newId(),
  personId: newId(),
  displayName: 'Regula Beispieler',
  level,
  operator: false,
});
const attribute = (value: string, level: Session['level'] = 'substantial') => ({
  value,
  level,
  source: 'agov',
  at: Temporal.Instant.from('2026-11-01T12:00:00Z'),
});
const REGULA: Profile = {
  givenName: attribute('Regula'),
  familyName: attribute('Beispieler'),
  birthdate: attribute('1984-03-14'),
  street: attribute('Musterweg 12'),
  postcode: attribute('8752'),
  locality: attribute('Näfels'),
  email: attribute('regula@example.ch'),
};

test('without an account: from apply to the summary, then it may be sent; by post only', async () => {
  const guest = counter.visitor();
  const start = await guest.get(APPLY);
  assert.match(start.html, /Glarus Nord/);
  assert.match(start.html, /CHF.?20\.00 je Exemplar/);
  const id = await begin(guest);
  assert.match((await guest.get(page(id, 'whose'))).html, /Schritt 1 von 7/);
  await fillAll(guest, id);
  assert.match((await guest.get(`/gl/de/drafts/${id}/summary`)).to, /confirm$/);
  assert.deepEqual(await read(guest, id), { kind: 'refused', reason: 'email-unconfirmed', goTo: 'confirm' });
  await confirmEmail(guest, id);
  assert.equal((await read(guest, id)).kind, 'refused', 'nothing was shown yet');
  const summary = await guest.get(`/gl/de/drafts/${id}/summary`);
  assert.match(summary.html, /CHF.?40\.00 für 2 Exemplare/);
  assert.match(summary.html, /Verena Zweifel, 1\. Februar 1970/);
  assert.match(summary.html, /An die Adresse, unter der die Person im Register steht/);
  const ready = await read(guest, id);
  assert.ok(ready.kind === 'ready', JSON.stringify(ready));
  assert.equal(ready.delivery, 'post');
  assert.equal(ready.level, 'none');
  assert.equal(ready.label, 'Zweifel Verena');
  assert.equal(ready.email, 'verena@example.ch');
  assert.deepEqual(ready.fee, { amountCents: 2000, currency: 'CHF', copies: 2, isExample: true });
  assert.equal(ready.authorityKey, 'ch-1630');
});

test('knowing a name is not enough: whatever is posted, nothing goes to a mailbox without a verified identity', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  await fillAll(guest, id);
  await guest.post(page(id, 'delivery'), {
    medium: 'digital',
    identityBy: 'register',
    copies: '1',
    shown: 'medium:0',
    delivery: 'mailbox',
  });
  await confirmEmail(guest, id);
  await guest.get(`/gl/de/drafts/${id}/summary`);
  const ready = await read(guest, id);
  assert.ok(ready.kind === 'ready');
  assert.equal(ready.delivery, 'post');
  assert.equal('medium' in ready.answers, false);

  const low = counter.visitor(person('low'), {
    ...REGULA,
    givenName: attribute('Verena', 'low'),
    familyName: attribute('Zweifel', 'low'),
  });
  const lowId = await begin(low);
  await fillAll(low, lowId);
  await confirmEmail(low, lowId);
  await low.get(`/gl/de/drafts/${lowId}/summary`);
  const lowReady = await read(low, lowId);
  assert.ok(lowReady.kind === 'ready');
  assert.equal(lowReady.delivery, 'post');
  await counter.database.app.transaction(principalOf(low.session), (tx) => setLevel(tx, lowId, 'none'));
  assert.equal((await read(low, lowId)).kind, 'refused', 'shown at another level');
});

test('with a verified identity: name and address come from it, can’t be changed, and it may be digital', async () => {
  const guest = counter.visitor(person(), REGULA);
  const id = await begin(guest);
  await fill(guest, page(id, 'whose'), { whose: 'own' });
  const shown = await guest.get(page(id, 'applicant'));
  assert.match(shown.html, /Regula Beispieler, 14\. März 1984/);
  assert.match(shown.html, /Bestätigt durch agov am 1\. November 2026/);
  assert.doesNotMatch(shown.html, /name="applicant.givenName"/);
  await fill(guest, page(id, 'applicant'), ME);
  await fill(guest, page(id, 'purpose'), { purpose: 'bank' });
  await fill(guest, page(id, 'delivery'), { medium: 'digital', copies: '9' });
  assert.match((await fill(guest, page(id, 'contact'), { email: 'regula@example.ch' })).to, /summary$/);
  await guest.get(`/gl/de/drafts/${id}/summary`);
  const ready = await read(guest, id);
  assert.ok(ready.kind === 'ready', JSON.stringify(ready));
  assert.equal(ready.delivery, 'mailbox');
  assert.equal(ready.label, 'Beispieler Regula');
  assert.equal(ready.fee?.copies, 1);
  assert.deepEqual(ready.answers.address, { street: 'Musterweg 12', postcode: '8752', locality: 'Näfels' });

  if (guest.session) guest.session.level = 'low';
  assert.equal((await guest.get(`/gl/de/drafts/${id}`)).status, 200);
  await counter.database.app.transaction(principalOf(guest.session), (tx) => setLevel(tx, id, 'low'));
  assert.equal((await read(guest, id)).kind, 'refused', 'begun surely, sent less surely');
});

test('a verified level without a verified name is not a verified person', async () => {
  const { givenName: _, ...nameless } = REGULA;
  const guest = counter.visitor(person(), nameless);
  const id = await begin(guest);
  await fillAll(guest, id);
  assert.doesNotMatch((await guest.get(page(id, 'delivery'))).html, /value="digital"/);
});

test('strangers get the same 404 for a draft as for none', async () => {
  const owner = counter.visitor();
  const id = await begin(owner);
  await fill(owner, page(id, 'applicant'), ME);
  const other = counter.visitor();
  await begin(other);
  const strangers = [counter.visitor(), other, counter.visitor(person(), REGULA)];
  for (const stranger of strangers)
    for (const path of [
      `/gl/de/drafts/${id}`,
      page(id, 'applicant'),
      `/gl/de/drafts/${id}/summary`,
      `/gl/de/drafts/${id}/confirm`,
      `/gl/de/drafts/${id}/delete`,
      `/gl/de/drafts/${id}/uploads/identityProof`,
    ]) {
      const [theirs, none] = [await stranger.get(path), await stranger.get(path.replace(id, newId()))];
      assert.deepEqual(
        { ...theirs, html: theirs.html.replaceAll(id, '') },
        { ...none, html: none.html.replaceAll(id, '') },
      );
      assert.equal(theirs.status, 404, path);
    }
  for (const stranger of strangers)
    for (const [path, fields] of [
      [page(id, 'applicant'), ME],
      [`/gl/de/drafts/${id}`, { act: 'take-over' }],
      [`/gl/de/drafts/${id}/delete`, {}],
      [`/gl/de/drafts/${id}/confirm`, { act: 'send' }],
    ] as const)
      assert.equal((await stranger.post(path, { ...fields })).status, 404, path);
  assert.match((await owner.get(page(id, 'applicant'))).html, /value="Verena"/);
  const staff = counter.visitor({ ...person(), staff: { authorityId: newId(), role: 'caseworker' } });
  staff.cookies = { ...owner.cookies };
  assert.equal((await staff.get(`/gl/de/drafts/${id}`)).status, 404);
});

test('the database itself shows a draft to nobody else', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  for (const principal of [
    { kind: 'anonymous' },
    { kind: 'applicant', draftId: newId() },
    { kind: 'person', personId: newId() },
    { kind: 'staff', personId: newId(), authorityId: newId() },
    { kind: 'operator', personId: newId() },
    { kind: 'job', draftId: newId() },
  ] as const)
    assert.equal(
      await counter.database.app.transaction(principal, (tx) => findDraft(tx, id)),
      undefined,
      principal.kind,
    );
  const dump = await withClient(counter.database.adminUrl, (client) =>
    client.query<{ row: string }>(`select d::text || encode(sealed, 'escape') as row from hall.draft d where id = $1`, [
      id,
    ]),
  );
  const secret = (guest.cookies['draft-gl'] ?? '').split('~')[0] ?? '';
  assert.equal(secret.length, 43);
  assert.equal(JSON.stringify(dump.rows).includes(secret), false);
});

test('what is wrong is kept as typed, said once, and led to', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  const sent = await fill(guest, page(id, 'applicant'), {
    ...ME,
    'applicant.birthdate.day': '31',
    'applicant.birthdate.month': '2',
    ahvNumber: '756.1',
  });
  assert.match(sent.to, /pages\/applicant\?check=1$/, 'a redirect, so that the back button never sends anew');
  const wrong = await guest.get(sent.to);
  assert.match(wrong.html, /href="#f-applicant-birthdate"/);
  assert.match(wrong.html, /href="#f-ahvNumber"/);
  assert.match(wrong.html, /id="f-applicant-birthdate"[^>]*value="31"/);
  assert.match(
    wrong.html,
    /value="756\.1"[^>]*aria-describedby="f-ahvNumber-hint f-ahvNumber-error"[^>]*aria-invalid="true"/,
  );
  const again = await guest.get(page(id, 'applicant'));
  assert.match(again.html, /value="31"/);
  const radios = await guest.get((await guest.post(page(id, 'whose'), {})).to);
  assert.equal(radios.html.match(/aria-invalid/g)?.length, 1, 'the group is invalid, not each button');
  assert.match(radios.html, /Wählen Sie, für wen Sie die Bestätigung brauchen/);
});

test('back button and second window: nothing that was answered elsewhere is wiped', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  await fill(guest, page(id, 'applicant'), ME);
  const old = await guest.get(page(id, 'applicant'));
  await fill(guest, page(id, 'address'), HOME);
  await fill(guest, page(id, 'applicant'), { ...ME, 'applicant.givenName': 'Vreni' });
  const stale = await guest.post(page(id, 'applicant'), {
    ...hiddenIn(old.html),
    ...ME,
    ahvNumber: '756.9217.0769.85',
  });
  assert.match(stale.to, /merged=1/);
  const shown = (await guest.get(stale.to)).html;
  assert.match(shown, /value="Vreni"/);
  assert.match(shown, /value="756\.9217\.0769\.85"/);
  assert.match((await guest.get(page(id, 'address'))).html, /value="Näfels"/);
  await guest.post(page(id, 'address'), {});
  assert.match((await guest.get(page(id, 'address'))).html, /value="Näfels"/);
});

test('sent twice, at once, with fields that do not exist: one answer, no failure', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  const hidden = hiddenIn((await guest.get(page(id, 'whose'))).html);
  const body = {
    ...hidden,
    whose: 'own',
    __proto__: 'x',
    constructor: 'y',
    'whose.x': 'z',
    medium: 'digital',
    nosuch: ['a', 'b'],
  };
  const replies = await Promise.all(Array.from({ length: 6 }, () => guest.post(page(id, 'whose'), body)));
  for (const { status, to } of replies) {
    assert.equal(status, 303);
    assert.match(to, /pages\/applicant$/);
  }
  const nested = await guest.post(page(id, 'whose'), { whose: { evil: 1 }, shown: 7, revision: null } as never);
  assert.equal(nested.status, 303);
  for (const bad of ['nosuch', '__proto__', 'constructor'])
    assert.equal((await guest.get(page(id, bad))).status, 404, bad);
  assert.equal((await guest.get(`/gl/de/drafts/${id.slice(1)}x`)).status, 404);
});

test('pages out of order are fine; at the summary one is led to the first gap', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  await fill(guest, page(id, 'purpose'), { purpose: 'bank' });
  assert.match((await guest.get(`/gl/de/drafts/${id}/summary`)).to, /pages\/whose\?check=1$/);
  assert.match((await guest.get(page(id, 'people'))).to, /pages\/purpose$/, 'a page that is not asked');
  const refused = await read(guest, id);
  assert.ok(refused.kind === 'refused' && refused.reason === 'incomplete' && refused.field === 'whose');
});

test('children are added and removed without scripts', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  await fill(guest, page(id, 'whose'), { whose: 'children' });
  const first = {
    'children.0.givenName': 'Lena',
    'children.0.familyName': 'Zweifel',
    'children.0.birthdate.day': '1',
    'children.0.birthdate.month': '1',
    'children.0.birthdate.year': '2015',
  };
  const added = await fill(guest, page(id, 'people'), { ...first, add: 'children' });
  assert.match(added.to, /rows=children%3A2#f-children-1-givenName$/);
  const two = await guest.get(added.to);
  assert.match(two.html, /name="children\.1\.givenName"/);
  assert.match(two.html, /Person 2 entfernen/);
  const removed = await guest.post(page(id, 'people'), {
    ...hiddenIn(two.html),
    ...first,
    'children.1.givenName': 'Halb',
    remove: 'children.1',
  });
  assert.doesNotMatch((await guest.get(removed.to)).html, /Halb/);
});

test('uploads: several at once, listed with their state, removed, refused by content; nothing typed is lost', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  await fillAll(guest, id, { identityBy: 'proof' });
  const path = `/gl/de/drafts/${id}/uploads/identityProof`;
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const file = (fileName: string, bytes: Buffer) => ({
    kind: 'file' as const,
    name: 'file',
    fileName,
    stream: Readable.from([bytes]),
  });
  const stored = await guest.upload(path, [
    file('../../vorne.png', png),
    file('hinten.png', png),
    { kind: 'field', name: 'go', value: 'next' },
  ]);
  assert.match(stored.to, /pages\/contact$/);
  const listed = await guest.get(page(id, 'proof'));
  assert.match(listed.html, /vorne\.png/);
  assert.doesNotMatch(listed.html, /\.\.\//);
  assert.match(listed.html, /wird geprüft/);
  const lying = await guest.upload(path, [file('pass.png', Buffer.from('<script>alert(1)</script>'))]);
  assert.match(lying.to, /refused=wrong-type/);
  assert.match((await guest.get(lying.to)).html, /Es gehen PDF, JPEG und PNG/);
  const fileId = /name="remove" value="([0-9a-f-]{36})"/.exec(listed.html)?.[1] ?? '';
  assert.match((await guest.post(path, { remove: fileId })).to, /pages\/proof$/);
  assert.doesNotMatch((await guest.get(page(id, 'proof'))).html, new RegExp(fileId));
  assert.equal((await guest.upload(`/gl/de/drafts/${id}/uploads/whose`, [file('x.png', png)])).status, 404);
  await confirmEmail(guest, id);
  await guest.get(`/gl/de/drafts/${id}/summary`);
  const ready = await read(guest, id);
  assert.ok(ready.kind === 'ready', JSON.stringify(ready));
  assert.equal(ready.delivery, 'after-check');
  assert.deepEqual(
    ready.files.map(({ name }) => name),
    ['hinten.png'],
  );
  await fill(guest, page(id, 'delivery'), { identityBy: 'register', copies: '2' });
  await guest.get(`/gl/de/drafts/${id}/summary`);
  const hidden = await read(guest, id);
  assert.ok(hidden.kind === 'ready');
  assert.deepEqual(hidden.files, [], 'what was uploaded for a hidden field is not sent');
});

test('from one network nobody’s mailbox is flooded, however many drafts ask for a code', async () => {
  const { limiter } = counter.wiring;
  counter.wiring.limiter = createLimiter(counter.clock, { ...LIMITS, 'email-code': { burst: 1e6, perMinute: 1e6 } });
  const before = counter.mails.length;
  try {
    for (let drafts = 0; drafts < 3; drafts++) {
      const guest = counter.visitor();
      const id = await begin(guest);
      await fillAll(guest, id, { email: 'Opfer@example.ch' });
      for (let asked = 0; asked < 3; asked++) await guest.post(`/gl/de/drafts/${id}/confirm`, { act: 'send' });
      if (drafts === 2)
        assert.match((await guest.post(`/gl/de/drafts/${id}/confirm`, { act: 'send' })).to, /problem=tooMany/);
    }
  } finally {
    counter.wiring.limiter = limiter;
  }
  assert.equal(counter.mails.length - before, LIMITS['mail-to'].burst);
});

/** What the log says of who can open a draft. */
const actsOn = (draftId: string) =>
  withClient(counter.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ act: string }>(
      'select act from hall.audit_entry where subject_id = $1 order by number',
      [draftId],
    );
    return rows.map(({ act }) => act);
  });

test('on another device: a link to the confirmed address, looked at without effect, good until it is too late', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  await fillAll(guest, id, { email: 'weiter@example.ch' });
  assert.match((await guest.post(`/gl/de/drafts/${id}`, { act: 'link' })).to, /confirm/);
  await confirmEmail(guest, id);
  assert.match((await guest.post(`/gl/de/drafts/${id}`, { act: 'link' })).to, /link=sent/);
  const link = /http:\/\/127\.0\.0\.1:9400(\/gl\/de\/resume\/\S+)/.exec(counter.mails.at(-1)?.text ?? '')?.[1] ?? '';
  assert.equal(counter.mails.at(-1)?.to, 'weiter@example.ch');
  const phone = counter.visitor();
  assert.equal((await phone.get(link)).status, 200);
  assert.equal((await phone.get(`/gl/de/drafts/${id}`)).status, 404, 'looking gives nothing');
  assert.match((await phone.post(link)).to, new RegExp(id));
  assert.match((await phone.get(page(id, 'applicant'))).html, /value="Verena"/);
  assert.equal((await guest.get(`/gl/de/drafts/${id}`)).status, 200, 'the first device goes on too');
  // Not the last letter: some of its bits count for nothing, so that another one may say the same.
  const token = link.split('/').at(-1) ?? '';
  const forged = `${token.slice(0, -9)}${token.at(-9) === 'A' ? 'B' : 'A'}${token.slice(-8)}`;
  for (const bad of ['x', forged, 'a'.repeat(66)]) assert.equal((await phone.post(`/gl/de/resume/${bad}`)).status, 404);
  assert.deepEqual(await actsOn(id), ['draft.resumed']);
  counter.clock.move('2026-12-09T10:00:00Z');
  assert.equal((await counter.visitor().post(link)).status, 404);
  counter.clock.move('2026-11-24T09:00:00Z');
});

test('an anonymous draft is taken into the account after sign-in; the secret opens it no more', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  await fill(guest, page(id, 'purpose'), { purpose: 'school' });
  const before = { ...guest.cookies };
  guest.session = person();
  counter.visitor(guest.session, REGULA);
  assert.match((await guest.get(`/gl/de/drafts/${id}`)).html, /In mein Konto übernehmen/);
  assert.match((await guest.post(`/gl/de/drafts/${id}`, { act: 'take-over' })).to, new RegExp(`${id}$`));
  assert.match((await guest.get(page(id, 'applicant'))).html, /Regula Beispieler/);
  assert.match((await guest.get(page(id, 'purpose'))).html, /value="school" checked/);
  const left = counter.visitor();
  left.cookies = before;
  assert.equal((await left.get(`/gl/de/drafts/${id}`)).status, 404);
  assert.deepEqual(await actsOn(id), ['draft.taken-over']);
});

test('after sign-out what was typed is shown again, and says nothing of the draft', async () => {
  const guest = counter.visitor(person(), REGULA);
  const id = await begin(guest);
  const hidden = hiddenIn((await guest.get(page(id, 'purpose'))).html);
  const { session } = guest;
  guest.session = undefined;
  const lost = await guest.post(page(id, 'purpose'), {
    ...hidden,
    purpose: 'other',
    purposeOther: 'Für <b>Verein</b>',
  });
  assert.equal(lost.status, 404);
  assert.match(lost.html, /Für &lt;b&gt;Verein&lt;\/b&gt;/);
  assert.match(lost.html, /name="purposeOther" value="Für/);
  guest.session = session;
  const saved = await guest.post(page(id, 'purpose'), { ...hidden, purpose: 'other', purposeOther: 'Verein' });
  assert.equal(saved.status, 303);
});

test('after it was sent, every page leads to the receipt', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  await counter.database.app.transaction({ kind: 'applicant', draftId: id }, (tx) =>
    closeDraft(tx, id, counter.clock.now()),
  );
  for (const path of [page(id, 'whose'), `/gl/de/drafts/${id}`, `/gl/de/drafts/${id}/summary`])
    assert.match((await guest.get(path)).to, /receipts\//, path);
  assert.match((await guest.post(page(id, 'whose'), { whose: 'own' })).to, /receipts\//);
  assert.match((await guest.post(`/gl/de/drafts/${id}/delete`)).to, /receipts\//);
  assert.deepEqual(await read(guest, id), { kind: 'closed' });
});

test('a deleted draft is gone for good, its key with it', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  assert.equal((await guest.get(`/gl/de/drafts/${id}/delete`)).status, 200);
  assert.match((await guest.post(`/gl/de/drafts/${id}/delete`)).html, /gelöscht/);
  assert.deepEqual(await actsOn(id), ['draft.deleted']);
  assert.equal((await guest.get(`/gl/de/drafts/${id}`)).status, 404);
  const left = await withClient(counter.database.adminUrl, (client) =>
    client.query('select 1 from hall.draft where id = $1 union all select 1 from hall.data_key where draft_id = $1', [
      id,
    ]),
  );
  assert.equal(left.rowCount, 0);
});

test('what nobody touches is swept, what was just touched stays', async () => {
  const [old, fresh] = [counter.visitor(), counter.visitor()];
  const [oldId, freshId] = [await begin(old), await begin(fresh)];
  await withClient(counter.database.adminUrl, (client) =>
    client.query(`update hall.draft set changed_at = '2026-01-01' where id = $1`, [oldId]),
  );
  const jobs = formsJobs({ database: counter.database.app, documents: counter.wiring.documents, clock: counter.clock });
  await jobs['sweep-drafts']({});
  await jobs['sweep-drafts']({});
  assert.equal((await old.get(`/gl/de/drafts/${oldId}`)).status, 404);
  assert.equal((await fresh.get(`/gl/de/drafts/${freshId}`)).status, 200);
});

test('a fee that changed meanwhile is said, and the one shown is the one that counts', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  await fillAll(guest, id);
  await confirmEmail(guest, id);
  counter.terms.feeCents = 2500;
  const summary = await guest.get(`/gl/de/drafts/${id}/summary`);
  assert.match(summary.html, /Die Gebühr war CHF.?20\.00, jetzt ist sie CHF.?25\.00/);
  const ready = await read(guest, id);
  assert.ok(ready.kind === 'ready' && ready.fee?.amountCents === 2500);
  counter.terms.feeCents = 2000;
  counter.clock.move('2026-11-26T09:00:00Z');
  const late = await read(guest, id);
  assert.ok(late.kind === 'refused' && late.reason === 'not-shown', 'shown too long ago');
  counter.clock.move('2026-11-24T09:00:00Z');
  await guest.get(`/gl/de/drafts/${id}/summary`);
  await fill(guest, page(id, 'delivery'), { identityBy: 'register', copies: '5' });
  const changed = await read(guest, id);
  assert.ok(
    changed.kind === 'refused' && changed.reason === 'not-shown',
    'changed in another window after it was shown',
  );
});

test('where it is not offered, the page says where to go; without a place it asks', async () => {
  counter.terms.isOnline = false;
  const guest = counter.visitor();
  assert.match((await guest.get(APPLY)).html, /Wenden Sie sich an: Glarus Nord/);
  assert.equal((await guest.post(APPLY)).to, APPLY);
  counter.terms.isOnline = true;
  guest.cookies = {};
  assert.match((await guest.get(APPLY)).html, /place\?back=/);
  assert.equal((await guest.get(APPLY.replace('residence-certificate', 'nosuch'))).status, 404);
  for (const language of ['fr', 'it', 'en'])
    assert.equal((await guest.get(APPLY.replace('/de/', `/${language}/`))).status, 200);
});

test('a form that changed: the draft goes on with its own, says what is new, and can be ended and renewed', async () => {
  const guest = counter.visitor();
  const id = await begin(guest);
  await fillAll(guest, id);
  await confirmEmail(guest, id);
  await publishChanged(({ form }) => {
    for (const field of form.pages.flatMap(({ fields }) => fields)) if (field.key === 'copies') field.most = 3;
  });
  const overview = await guest.get(`/gl/de/drafts/${id}`);
  assert.match(overview.html, /Das Formular hat sich geändert/);
  assert.match(overview.html, /Exemplare/);
  await guest.get(`/gl/de/drafts/${id}/summary`);
  assert.equal((await read(guest, id)).kind, 'ready', 'it goes on with its own version');
  await publishChanged(({ form }) => {
    form.oldestAccepted = 2;
  });
  const ended = await read(guest, id);
  assert.ok(ended.kind === 'refused' && ended.reason === 'form-ended');
  assert.match((await guest.get(`/gl/de/drafts/${id}/summary`)).to, new RegExp(`${id}$`));
  assert.match((await guest.get(`/gl/de/drafts/${id}`)).html, /wird nicht mehr angenommen/);
  await guest.post(`/gl/de/drafts/${id}`, { act: 'renew' });
  await guest.get(`/gl/de/drafts/${id}/summary`);
  assert.equal((await read(guest, id)).kind, 'ready');
});

test('a form that would send everything to a mailbox can’t: who is not known for sure has none', async () => {
  await publishChanged(({ form }) => {
    form.delivery.mailbox = 'true';
  });
  const guest = counter.visitor();
  const id = await begin(guest);
  await fillAll(guest, id);
  await confirmEmail(guest, id);
  await guest.get(`/gl/de/drafts/${id}/summary`);
  const ready = await read(guest, id);
  assert.ok(ready.kind === 'ready' && ready.delivery === 'post');
});
