import '../development-only.ts';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
// Its index warns on standard output about every Node that is not yet LTS; the class is the same.
import { Provider } from 'oidc-provider/lib/provider.js';
import type { Clock } from '../../platform/clock/clock.ts';
import { seededPeople, seededStaff } from '../world.ts';
import { answerChoice } from './answer-choice.ts';
import { CLAIMS_OF_SCOPE, type Claims, claimsOfPerson, claimsOfStaff } from './claims.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { ACR_PREFIX, CLIENTS } from './settings.ts';

export interface SandboxOptions {
  /** On loopback; 0 takes a free one. */
  port: number;
  /** Origins that may be returned to, e.g. `http://127.0.0.1:8080`. Read at each request, so it may still grow. */
  portalOrigins: readonly string[];
  clock: Clock;
}

export interface RunningSandbox {
  issuer: string;
  close(): Promise<void>;
}

/** Where a portal may be returned to, below its origin (see `routes.ts`, sign-in). */
const RETURN_PATH = /^(\/[a-z]{2,12})?\/(sign-in\/[a-z-]+|workbench\/sign-in)\/return$/;

/**
 * Starts the sandbox identity provider on a loopback port of its own, so that it is another origin for the browser
 * as a real one would be: code flow with PKCE S256 only, ES256, no password, one button per invented person.
 */
export async function startIdentityProvider(options: SandboxOptions): Promise<RunningSandbox> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = providerAt(issuer, options.portalOrigins);
  const protocol = provider.callback();
  server.on('request', async (request, response) => {
    const done = await answerChoice(provider, request, response, options);
    if (!done) await protocol(request, response);
  });
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function providerAt(issuer: string, portalOrigins: readonly string[]): Provider {
  const claims = new Map<string, Claims>([
    ...seededPeople.map((person) => [person.key, claimsOfPerson(person)] as const),
    ...seededStaff.map((member) => [member.key, claimsOfStaff(member)] as const),
  ]);
  const provider = new Provider(issuer, {
    adapter: memoryAdapter(),
    clients: CLIENTS.map(({ id, secret }) => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: ['http://127.0.0.1/sign-in/sandbox/return'],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
      token_endpoint_auth_method: 'client_secret_basic',
    })),
    jwks: { keys: [signingKey()] },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: 'sandbox_session', interaction: 'sandbox_step', resume: 'sandbox_resume' },
    },
    acrValues: [100, 200, 300, 400, 500, 600].map((acr) => `${ACR_PREFIX}${acr}`),
    claims: CLAIMS_OF_SCOPE,
    scopes: Object.keys(CLAIMS_OF_SCOPE),
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/people/${uid}` },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 3600, IdToken: 300, Interaction: 1800, Session: 3600 },
    findAccount: (_: unknown, sub: string) => {
      const known = claims.get(sub);
      return known && { accountId: sub, claims: async () => known };
    },
    loadExistingGrant: agreeToAll,
    renderError: async (ctx: { type: string; body: string }, out: Record<string, unknown>) => {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = Object.entries(out)
        .map(([key, value]) => `${key}: ${value}`)
        .join('\n');
    },
  });
  provider.Client.prototype.redirectUriAllowed = (uri) => {
    const url = URL.parse(uri);
    return url !== null && portalOrigins.includes(url.origin) && RETURN_PATH.test(url.pathname) && url.search === '';
  };
  return provider;
}

/** The portals belong to the sandbox's owner: there is nothing to consent to. */
async function agreeToAll(ctx: {
  oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider };
}) {
  const { client, session, provider } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(Object.keys(CLAIMS_OF_SCOPE).join(' '));
  await grant.save();
  return grant;
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' };
}
