import * as oidc from 'openid-client';
import { ASSURANCE_LEVELS, type AssuranceLevel } from '../../visit.ts';
import {
  type Identified,
  type IdentityProvider,
  ProviderAway,
  type Refused,
  refused,
  type Secrets,
  type SignInRequest,
  type SignInStart,
  type StaffClaim,
} from '../identity-provider.ts';
import type { ProviderSettings } from '../provider-settings.ts';
import { type Connection, connectionTo } from './connect.ts';
import { isAway } from './is-away.ts';
import { attributesOf, staffClaimOf } from './read-claims.ts';

const FUTURE_TOLERANCE_SECONDS = 60;

/**
 * The provider of `settings` by OpenID Connect: code flow with PKCE S256, state and nonce, signature, issuer, audience,
 * and the userinfo's subject checked. @see RFC 9700 (best current practice), OpenID Connect Core 1.0 §3.1.3.7
 */
export function oidcProvider(settings: ProviderSettings, timeoutMs = 8_000): IdentityProvider {
  const connection = connectionTo(settings, timeoutMs);
  return {
    key: settings.key,
    for: settings.for,
    name: settings.name,
    recommended: settings.recommended === true,
    start: (request) => start(connection, settings, request),
    finish: (secrets, returned) => finish(connection, settings, secrets, returned),
  };
}

async function start(connection: Connection, settings: ProviderSettings, request: SignInRequest): Promise<SignInStart> {
  const configuration = await connection.configuration();
  const secrets = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnAddress: request.returnAddress,
  };
  const acrValues = acrsFor(settings, request.level);
  const to = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: request.returnAddress,
    scope: settings.scope,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ui_locales: request.language,
    // On a shared computer the next person must not be signed in as the last one.
    prompt: 'login',
    ...(acrValues !== '' && { acr_values: acrValues }),
  });
  return { to: to.href, secrets };
}

async function finish(
  connection: Connection,
  settings: ProviderSettings,
  secrets: Secrets,
  returned: URL,
): Promise<Identified | Refused> {
  const configuration = await connection.configuration();
  try {
    return await identify(configuration, settings, secrets, returned);
  } catch (error) {
    if (isAway(error)) throw new ProviderAway(settings.key, 'no answer', error);
    return refusalOf(error);
  }
}

async function identify(
  configuration: oidc.Configuration,
  settings: ProviderSettings,
  secrets: Secrets,
  returned: URL,
): Promise<Identified | Refused> {
  const { state, nonce, verifier, returnAddress } = secrets;
  if (!state || !nonce || !verifier || !returnAddress) return refused('wrong-answer', 'secrets missing');
  const current = new URL(returnAddress);
  current.search = returned.search;
  const tokens = await oidc.authorizationCodeGrant(configuration, current, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) return refused('wrong-answer', 'no id token');
  if (claims.iat > Date.now() / 1000 + FUTURE_TOLERANCE_SECONDS) return refused('wrong-answer', 'iat in the future');
  if (claims.azp !== undefined && claims.azp !== settings.clientId) return refused('wrong-answer', 'azp');
  if (claims.sub.length > 255) return refused('wrong-answer', 'sub too long');
  const level = levelOf(settings, claims.acr);
  if (!level) return refused('level-unknown', typeof claims.acr === 'string' ? 'acr unknown' : 'acr missing');
  const told = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
  if (settings.for === 'people')
    return { kind: 'identified', subject: claims.sub, level, attributes: attributesOf(told) };
  const staff = staffClaimOf(told);
  if (!staff || !mayName(settings, staff)) return refused('not-staff', 'no role, or not for this authority');
  return { kind: 'identified', subject: claims.sub, level, attributes: attributesOf(told), staff };
}

/** Exactly as the settings write it: `…:400` is not `…:0400`, and what is not there is nothing. */
function levelOf(settings: ProviderSettings, acr: unknown): Identified['level'] | undefined {
  return typeof acr === 'string' && Object.hasOwn(settings.assurance, acr) ? settings.assurance[acr] : undefined;
}

/** The `acr_values` that are enough for `level`, the least first; '' when nothing is asked. */
function acrsFor(settings: ProviderSettings, level: AssuranceLevel): string {
  if (level === 'none') return '';
  return Object.entries(settings.assurance)
    .filter(([, given]) => ASSURANCE_LEVELS.indexOf(given) >= ASSURANCE_LEVELS.indexOf(level))
    .map(([acr]) => acr)
    .join(' ');
}

/** A provider speaks only for the authorities that its settings name: no town makes caseworkers of another. */
function mayName(settings: ProviderSettings, { authority, role }: StaffClaim): boolean {
  if (role === 'operator') return settings.operators === true && authority === undefined;
  if (authority === undefined) return false;
  return settings.staffOf?.some((key) => key === '*' || key === authority) === true;
}

function refusalOf(error: unknown): Refused {
  const { code, error: said, message } = error as { code?: string; error?: string; message?: string };
  if (said === 'access_denied' || said === 'login_required') return refused('cancelled', said);
  // What stands in the address may be anything: only what looks like a code gets into the log.
  const known = [said, code].find((each) => each !== undefined && /^[A-Za-z_]{1,60}$/.test(each));
  return refused('wrong-answer', known ?? (said === undefined ? (message ?? 'unknown').slice(0, 80) : 'no code'));
}
