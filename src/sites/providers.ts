import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  type IdentityProvider,
  oidcProvider,
  type ProviderSettings,
  readProviderSettings,
} from '../modules/identity/index.ts';
import type { Portal } from '../modules/territory/index.ts';
import { HallFailure } from '../platform/http/failure.ts';
import type { Snapshot } from './snapshot.ts';

export interface Providers {
  providersOf(portal: Portal): readonly IdentityProvider[];
  close(): Promise<void>;
}

export interface ProvidersWiring {
  snapshot(): Pick<Snapshot, 'published' | 'portals'>;
  /** `OIDC_PROVIDERS`: a YAML file with one list for all portals, or a list for each portal's key. */
  file?: string;
  /** In development only: the settings that stand for `providers:`, and how to end what is behind them. */
  sandbox?: { providers: readonly ProviderSettings[]; close(): Promise<void> };
}

/**
 * How people and staff sign in at each portal: what its `providers:` says, else the operator's file, else in development
 * the sandbox. All are read at once: a mistyped provider does not start. Throws `setting-invalid`.
 */
export function openProviders({ snapshot, file, sandbox }: ProvidersWiring): Providers {
  const operators = file === undefined ? undefined : (parse(readFileSync(file, 'utf8')) as unknown);
  const made = new WeakMap<Portal, readonly IdentityProvider[]>();

  function settingsFor(portal: Portal): readonly ProviderSettings[] {
    const own = snapshot().published.find('portal', portal.key, portal.key)?.definition.providers;
    const said = own ?? (Array.isArray(operators) ? operators : (operators as Record<string, unknown>)?.[portal.key]);
    if (said === undefined) return sandbox?.providers ?? [];
    try {
      return readProviderSettings(said, process.env);
    } catch (error) {
      throw new HallFailure('setting-invalid', 500, `portal ${portal.key}: ${(error as Error).message}`, error);
    }
  }

  function providersOf(portal: Portal): readonly IdentityProvider[] {
    const before = made.get(portal);
    if (before) return before;
    const providers = settingsFor(portal).map((settings) => oidcProvider(settings));
    made.set(portal, providers);
    return providers;
  }

  snapshot().portals.forEach(providersOf);
  return {
    providersOf,
    async close() {
      await sandbox?.close();
    },
  };
}
