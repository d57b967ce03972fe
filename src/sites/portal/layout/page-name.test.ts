import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageName, pageNameFrom } from './page-name.ts';

const named = (path: string, params: Record<string, string>, root = '/gl') => pageName({ path, params, root });

test('a page is named by what it is about, never by whose it is', () => {
  const draft = '0193a0c0-0000-7000-8000-000000000001';
  assert.equal(named('/gl/de/services/dog', { lang: 'de', service: 'dog' }), '/de/services/dog');
  assert.equal(
    named(`/gl/fr/drafts/${draft}/pages/who`, { lang: 'fr', draft, page: 'who' }),
    '/fr/drafts/:draft/pages/who',
  );
  assert.equal(named('/gl/de/status/GL-26-7K3M', { lang: 'de', number: 'GL-26-7K3M' }), '/de/status/:number');
  assert.equal(named('/de/resume/a%2Fb', { lang: 'de', token: 'a/b' }, ''), '/de/resume/:token');
  assert.equal(named('/gl', {}), '/');
});

test('a name that was sent loses what may belong to a person; what is no page has no name', () => {
  const id = '0193a0c0-0000-7000-8000-000000000001';
  assert.equal(pageNameFrom('/de/services/dog'), '/de/services/dog');
  assert.equal(pageNameFrom('/fr/drafts/:draft/pages/who'), '/fr/drafts/:draft/pages/who');
  assert.equal(pageNameFrom(`/de/account/cases/${id}`), '/de/account/cases/:case');
  assert.equal(pageNameFrom('/it/status/GL-26-7K3M-9QXP-2T'), '/it/status/:number');
  assert.equal(pageNameFrom('/'), '/');
  assert.equal(pageNameFrom('/de/somewhere/else'), undefined);
});
