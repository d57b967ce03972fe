import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

/** Where and how it lies; what is not named is told truly. Test equipment: it has no place in the running product. */
export interface Lie {
  claims?: (claims: Json, issuer: string) => Json;
  header?: (header: Json, issuer: string) => Json;
  /** Signs with the client's secret, with the public key as if it were a secret, with a stranger's key, or not at all. */
  signature?: 'secret' | 'public-key' | 'stranger' | 'none';
  /** Changes the finished ID token. */
  idToken?: (token: string) => unknown;
  tokens?: (answer: Json) => Json;
  userinfo?: (answer: Json) => Json;
  discovery?: (answer: Json) => Json;
  /** Answers one endpoint by hand. */
  raw?: {
    path: '/token' | '/me' | '/jwks' | '/.well-known/openid-configuration';
    answer(response: ServerResponse): void;
  };
}

export const SECRET = 'a secret of thirty-two characters';
const ours = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** An OpenID provider that knows one person and signs any code in; `lie` may be set anew before each sign-in. */
export async function startLyingProvider() {
  const state: { lie: Lie; nonce: string } = { lie: {}, nonce: '' };
  const server = createServer((request, response) => answer(issuer, state, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    tell(lie: Lie, nonce: string) {
      state.lie = lie;
      state.nonce = nonce;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(
  issuer: string,
  { lie, nonce }: { lie: Lie; nonce: string },
  request: IncomingMessage,
  response: ServerResponse,
) {
  const send = (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
  if (lie.raw && request.url === lie.raw.path) return lie.raw.answer(response);
  switch (request.url) {
    case '/.well-known/openid-configuration':
      return send(lie.discovery?.(discoveryOf(issuer)) ?? discoveryOf(issuer));
    case '/jwks':
      return send({ keys: [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] });
    case '/token': {
      const tokens = {
        access_token: 'open',
        token_type: 'Bearer',
        expires_in: 60,
        id_token: idTokenOf(issuer, lie, nonce),
      };
      return send(lie.tokens?.(tokens) ?? tokens);
    }
    case '/me': {
      const told = { sub: 'regula', given_name: 'Regula', family_name: 'Beispieler' };
      return send(lie.userinfo?.(told) ?? told);
    }
    default:
      return response.writeHead(404).end();
  }
}

const discoveryOf = (issuer: string): Json => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/me`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  id_token_signing_alg_values_supported: ['ES256'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
});

function idTokenOf(issuer: string, lie: Lie, nonce: string): unknown {
  const now = Math.floor(Date.now() / 1000);
  const truth = { iss: issuer, aud: 'hall', sub: 'regula', nonce, iat: now, exp: now + 300, acr: 'good' };
  const header = { alg: 'ES256', kid: 'one', typ: 'JWT' };
  const token = signed(lie.header?.(header, issuer) ?? header, lie.claims?.(truth, issuer) ?? truth, lie.signature);
  return lie.idToken ? lie.idToken(token) : token;
}

function signed(header: Json, claims: Json, how: Lie['signature']): string {
  const input = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  if (how === 'none') return `${input}.`;
  if (how === 'secret') return `${input}.${base64url(createHmac('sha256', SECRET).update(input).digest())}`;
  if (how === 'public-key') {
    const pem = ours.publicKey.export({ format: 'pem', type: 'spki' });
    return `${input}.${base64url(createHmac('sha256', pem).update(input).digest())}`;
  }
  const key: KeyObject = how === 'stranger' ? stranger.privateKey : ours.privateKey;
  return `${input}.${base64url(sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }))}`;
}

export const base64url = (value: string | Buffer): string => Buffer.from(value).toString('base64url');
