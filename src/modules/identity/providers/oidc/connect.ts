import * as oidc from 'openid-client';
import { ProviderAway } from '../identity-provider.ts';
import type { ProviderSettings } from '../provider-settings.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { isAway } from './is-away.ts';

export interface Connection {
  /** The provider's own description of itself, fetched at most once an hour. */
  configuration(): Promise<oidc.Configuration>;
}

const FRESH_MS = 60 * 60 * 1000;
const PAUSE_AFTER_FAILURE_MS = 5_000;

/**
 * Knows the provider of `settings`. A provider that is away is asked again after five seconds at the earliest, so that
 * a queue of people does not become a queue of time-outs.
 */
export function connectionTo(settings: ProviderSettings, timeoutMs: number): Connection {
  let known: { configuration: oidc.Configuration; atMs: number } | undefined;
  let asking: Promise<oidc.Configuration> | undefined;
  let failedAtMs = Number.NEGATIVE_INFINITY;

  return {
    async configuration() {
      const nowMs = performance.now();
      if (known && nowMs - known.atMs < FRESH_MS) return known.configuration;
      if (nowMs - failedAtMs < PAUSE_AFTER_FAILURE_MS) {
        if (known) return known.configuration;
        throw new ProviderAway(settings.key, 'was away a moment ago');
      }
      asking ??= discover(settings, timeoutMs).finally(() => {
        asking = undefined;
      });
      try {
        known = { configuration: await asking, atMs: nowMs };
        return known.configuration;
      } catch (error) {
        failedAtMs = performance.now();
        if (known) return known.configuration;
        throw new ProviderAway(settings.key, isAway(error) ? 'discovery failed' : 'discovery is not conform', error);
      }
    },
  };
}

/** Plain HTTP only to this very machine; signatures of ID tokens are checked although they came by TLS. */
async function discover(settings: ProviderSettings, timeoutMs: number): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  const here = issuer.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname);
  return oidc.discovery(
    issuer,
    settings.clientId,
    { id_token_signed_response_alg: settings.signingAlgorithm, [oidc.clockTolerance]: 30 },
    settings.clientSecret ? oidc.ClientSecretBasic(settings.clientSecret) : oidc.None(),
    {
      timeout: timeoutMs / 1000,
      [oidc.customFetch]: boundedFetch,
      execute: [oidc.enableNonRepudiationChecks, ...(here ? [oidc.allowInsecureRequests] : [])],
    },
  );
}
