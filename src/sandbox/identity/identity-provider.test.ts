import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { oidcProvider } from '../../modules/identity/providers/oidc/oidc-provider.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { LANGUAGES } from '../../platform/i18n/language.ts';
import { choosePerson, openBrowser, type RunningSandbox, sandboxProviders, startSandbox } from '../../sandbox.ts';

const RETURN = 'http://127.0.0.1:8080/gl/sign-in/sandbox/return';

describe('the sandbox identity provider', () => {
  let sandbox: RunningSandbox;
  before(async () => {
    sandbox = await startSandbox({ port: 0, portalOrigins: ['http://127.0.0.1:8080'], clock: systemClock });
  });
  after(() => sandbox.close());

  function providers() {
    const [people, staff] = sandboxProviders(sandbox.issuer);
    assert.ok(people && staff);
    return { people: oidcProvider(people), staff: oidcProvider(staff) };
  }
  const start = (kind: 'people' | 'staff', returnAddress = RETURN) =>
    providers()[kind].start({ returnAddress, language: 'de', level: 'none' });

  async function signIn(kind: 'people' | 'staff', key: string) {
    const { to, secrets } = await start(kind);
    return providers()[kind].finish(secrets, new URL(await choosePerson(to, key)));
  }

  test('a verified person is identified with address and number', async () => {
    assert.deepEqual(await signIn('people', 'regula'), {
      kind: 'identified',
      subject: 'regula',
      level: 'substantial',
      attributes: {
        givenName: 'Regula',
        familyName: 'Beispieler',
        birthdate: '1984-03-14',
        nationality: 'CHE',
        email: 'regula@example.ch',
        ahvNumber: '7561234010003',
        municipality: 'ch-1630',
        street: 'Musterweg 12',
        postcode: '8752',
        locality: 'Näfels',
        country: 'CH',
      },
    });
  });

  test('levels differ, from self-registered to e-ID', async () => {
    const levels = await Promise.all(['jakob', 'fridolin', 'sabine', 'reto'].map((key) => signIn('people', key)));
    assert.deepEqual(
      levels.map((each) => each.kind === 'identified' && each.level),
      ['low', 'low', 'substantial', 'high'],
    );
  });

  test('staff come with authority and role, an operator without authority', async () => {
    const [caseworker, operator] = [await signIn('staff', 'staff-glarus-nord-1'), await signIn('staff', 'operator')];
    assert.deepEqual(caseworker.kind === 'identified' && caseworker.staff, {
      authority: 'ch-1630',
      role: 'caseworker',
    });
    assert.deepEqual(operator.kind === 'identified' && operator.staff, { role: 'operator' });
  });

  test('citizens are not staff, small children sign in nowhere, cancelling is no error', async () => {
    for (const [kind, key] of [
      ['staff', 'regula'],
      ['people', 'nils'],
      ['people', 'operator'],
      ['people', ''],
    ] as const) {
      const outcome = await signIn(kind, key);
      assert.equal(outcome.kind === 'refused' && outcome.reason, 'cancelled');
    }
  });

  test('a code works once, and not in another browser', async () => {
    const { to, secrets } = await start('people');
    const back = new URL(await choosePerson(to, 'regula'));
    assert.equal((await providers().people.finish((await start('people')).secrets, back)).kind, 'refused');
    assert.equal((await providers().people.finish(secrets, back)).kind, 'identified');
    assert.equal((await providers().people.finish(secrets, back)).kind, 'refused');
  });

  test('it returns nobody to a foreign address, and wants PKCE', async () => {
    for (const foreign of [
      'http://evil.example/gl/sign-in/sandbox/return',
      'http://127.0.0.1:8080/elsewhere',
      `${RETURN}?x=1`,
    ]) {
      const response = await fetch((await start('people', foreign)).to, { redirect: 'manual' });
      assert.equal(response.status, 400);
    }
    const address = new URL((await start('people')).to);
    address.searchParams.delete('code_challenge');
    address.searchParams.delete('code_challenge_method');
    const answer = await fetch(address, { redirect: 'manual' });
    assert.match(answer.headers.get('location') ?? '', /error=invalid_request/);
  });

  test('its page speaks four languages, needs no script and allows none', async () => {
    for (const language of LANGUAGES) {
      const { to } = await providers().people.start({ returnAddress: RETURN, language, level: 'none' });
      const browser = openBrowser();
      const choice = await browser.get(browser.locationOf(await browser.get(to)));
      const markup = await choice.text();
      assert.match(markup, new RegExp(`<html lang="${language}">`));
      assert.doesNotMatch(markup, /<script|style=/);
      assert.match(
        choice.headers.get('content-security-policy') ?? '',
        /^default-src 'none'; style-src 'self'; form-action/,
      );
    }
  });

  test('it can’t be imported in production', async () => {
    const source = `await import(${JSON.stringify(new URL('../../sandbox.ts', import.meta.url).href)})`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', source], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    await assert.rejects(run, /sandboxes are for development only/);
  });
});
