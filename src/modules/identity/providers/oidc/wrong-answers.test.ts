import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ProviderAway } from '../identity-provider.ts';
import type { ProviderSettings } from '../provider-settings.ts';
import { base64url, type Lie, SECRET, startLyingProvider, stranger } from './lying-provider.ts';
import { oidcProvider } from './oidc-provider.ts';

const now = () => Math.floor(Date.now() / 1000);
const without = (name: string) => (given: Record<string, unknown>) => {
  const { [name]: _, ...rest } = given;
  return rest;
};
const having = (more: Record<string, unknown>) => (given: Record<string, unknown>) => ({ ...given, ...more });
const html = (status: number) => (response: import('node:http').ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'text/html' }).end('<p>hello');

/** Each is one wrong answer of a provider; `returned` changes the query that the browser comes back with. */
const wrong: Record<string, Lie & { returned?: (query: URLSearchParams) => void }> = {
  'another nonce': { claims: having({ nonce: 'other' }) },
  'no nonce': { claims: without('nonce') },
  'nonce as a list': { claims: (claims) => ({ ...claims, nonce: [claims.nonce] }) },
  'another audience': { claims: having({ aud: 'somebody-else' }) },
  'no audience': { claims: without('aud') },
  'several audiences and no authorised party': { claims: having({ aud: ['hall', 'other'] }) },
  'several audiences and another party': { claims: having({ aud: ['hall', 'other'], azp: 'other' }) },
  'another authorised party': { claims: having({ azp: 'other' }) },
  'another issuer': { claims: having({ iss: 'https://evil.example' }) },
  'issuer with a slash more': { claims: (claims, issuer) => ({ ...claims, iss: `${issuer}/` }) },
  'no issuer': { claims: without('iss') },
  'no claims at all': { claims: () => ({}) },
  'expired an hour ago': { claims: (claims) => ({ ...claims, iat: now() - 7200, exp: now() - 3600 }) },
  'no expiry': { claims: without('exp') },
  'expiry as a text': { claims: having({ exp: '9999999999' }) },
  'not valid yet': { claims: (claims) => ({ ...claims, nbf: now() + 3600 }) },
  'issued in the future': { claims: (claims) => ({ ...claims, iat: now() + 600, exp: now() + 900 }) },
  'no time of issue': { claims: without('iat') },
  'no subject': { claims: without('sub') },
  'empty subject': { claims: having({ sub: '' }), userinfo: having({ sub: '' }) },
  'subject as a number': { claims: having({ sub: 1 }), userinfo: having({ sub: 1 }) },
  'subject of 5,000 characters': {
    claims: having({ sub: 'x'.repeat(5000) }),
    userinfo: having({ sub: 'x'.repeat(5000) }),
  },
  'level missing': { claims: without('acr') },
  'level unknown': { claims: having({ acr: 'better' }) },
  'level in capitals': { claims: having({ acr: 'GOOD' }) },
  'level as a list': { claims: having({ acr: ['good'] }) },
  'level named like a method': { claims: having({ acr: 'constructor' }) },
  'algorithm none': { header: having({ alg: 'none' }), signature: 'none' },
  'algorithm nOnE': { header: having({ alg: 'nOnE' }), signature: 'none' },
  'signature cut off': { signature: 'none' },
  'HS256 with our secret': { header: having({ alg: 'HS256' }), signature: 'secret' },
  'HS256 with the public key': { header: having({ alg: 'HS256' }), signature: 'public-key' },
  'RS256 in the header': { header: having({ alg: 'RS256' }) },
  'a stranger’s key under our key id': { signature: 'stranger' },
  'a stranger’s key in the header': {
    header: (header) => ({ ...header, jwk: stranger.publicKey.export({ format: 'jwk' }) }),
    signature: 'stranger',
  },
  'a key by address': { header: having({ jku: 'http://127.0.0.1:1/keys', kid: 'two' }), signature: 'stranger' },
  'key id with a path': { header: having({ kid: '../../../../dev/null' }), signature: 'stranger' },
  'unknown critical header': { header: having({ crit: ['x'], x: 1 }) },
  'payload changed after signing': { idToken: (token) => changed(token) },
  'not a token': { idToken: () => 'hello' },
  'a token of four parts': { idToken: (token) => `${token}.x` },
  'a number for a token': { idToken: () => 7 },
  'no ID token': { tokens: without('id_token') },
  'no access token': { tokens: without('access_token') },
  'no token type': { tokens: without('token_type') },
  'an unknown token type': { tokens: having({ token_type: 'MAC' }) },
  'code was used before': {
    raw: {
      path: '/token',
      answer: (response) =>
        void response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}'),
    },
  },
  'a page instead of tokens': { raw: { path: '/token', answer: html(200) } },
  'a redirect instead of tokens': {
    raw: { path: '/token', answer: (response) => void response.writeHead(302, { location: '/me' }).end() },
  },
  'broken JSON': {
    raw: {
      path: '/token',
      answer: (response) => void response.setHeader('content-type', 'application/json').end('{"access'),
    },
  },
  'a page instead of keys': { raw: { path: '/jwks', answer: html(200) } },
  'userinfo about somebody else': { userinfo: having({ sub: 'fridolin' }) },
  'userinfo about nobody': { userinfo: without('sub') },
  'userinfo refused': { raw: { path: '/me', answer: (response) => void response.writeHead(401).end() } },
  'a page instead of userinfo': { raw: { path: '/me', answer: html(200) } },
  'another state': { returned: (query) => query.set('state', 'other') },
  'no state': { returned: (query) => query.delete('state') },
  'two states': { returned: (query) => query.append('state', 'other') },
  'no code': { returned: (query) => query.delete('code') },
  'two codes': { returned: (query) => query.append('code', 'other') },
  'mix-up: another issuer came back': { returned: (query) => query.set('iss', 'https://evil.example') },
  'mix-up: no issuer came back': { returned: (query) => query.delete('iss') },
  'an error beside the code': { returned: (query) => query.set('error', 'server_error') },
  'an ID token in the address': { returned: (query) => query.set('id_token', 'x.y.z') },
};

function changed(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  return `${header}.${base64url(JSON.stringify({ ...claims, sub: 'fridolin' }))}.${signature}`;
}

describe('a provider that lies', () => {
  let lying: Awaited<ReturnType<typeof startLyingProvider>>;
  before(async () => {
    lying = await startLyingProvider();
  });
  after(() => lying.close());

  const settings = (): ProviderSettings => ({
    key: 'lying',
    for: 'people',
    issuer: lying.issuer,
    clientId: 'hall',
    clientSecret: SECRET,
    scope: 'openid profile',
    signingAlgorithm: 'ES256',
    name: {},
    assurance: { good: 'substantial' },
  });

  async function signIn(lie: (typeof wrong)[string], timeoutMs = 2_000) {
    lying.tell({}, '');
    const provider = oidcProvider(settings(), timeoutMs);
    const { to, secrets } = await provider.start({
      returnAddress: 'http://127.0.0.1/return',
      language: 'de',
      level: 'none',
    });
    lying.tell(lie, new URL(to).searchParams.get('nonce') ?? '');
    const query = new URLSearchParams({ code: 'c', state: secrets.state ?? '', iss: lying.issuer });
    lie.returned?.(query);
    return provider.finish(secrets, new URL(`http://127.0.0.1/return?${query}`));
  }

  test('the good answer is accepted', async () => {
    assert.deepEqual(await signIn({}), {
      kind: 'identified',
      subject: 'regula',
      level: 'substantial',
      attributes: { givenName: 'Regula', familyName: 'Beispieler' },
    });
  });

  for (const [name, lie] of Object.entries(wrong))
    test(`refused: ${name}`, async () => {
      const outcome = await signIn(lie);
      assert.equal(outcome.kind, 'refused');
    });

  test('what somebody writes into the address does not get into the log', async () => {
    const outcome = await signIn({ returned: (query) => query.set('error', 'Regula Beispieler, 756.1234.5678.97') });
    assert.doesNotMatch(JSON.stringify(outcome), /Regula|756/);
  });

  test('at least sixty wrong answers were tried', () => assert.ok(Object.keys(wrong).length >= 60));

  test('a provider that fails or hangs is away, not wrong', async () => {
    await assert.rejects(signIn({ raw: { path: '/token', answer: html(502) } }), ProviderAway);
    await assert.rejects(
      signIn({ raw: { path: '/token', answer: (response) => void response.destroy() } }),
      ProviderAway,
    );
    await assert.rejects(signIn({ raw: { path: '/token', answer: () => {} } }, 300), ProviderAway);
    const flood = (response: import('node:http').ServerResponse) =>
      void response.setHeader('content-type', 'application/json').end(`{"x":"${'x'.repeat(2_000_000)}"}`);
    await assert.rejects(signIn({ raw: { path: '/me', answer: flood } }), ProviderAway);
  });

  test('a provider that describes itself as another is not used', async () => {
    lying.tell({ discovery: having({ issuer: 'https://evil.example' }) }, '');
    const provider = oidcProvider(settings());
    await assert.rejects(
      provider.start({ returnAddress: 'http://127.0.0.1/return', language: 'de', level: 'none' }),
      ProviderAway,
    );
  });
});
