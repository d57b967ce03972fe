import {
  type IdentityProvider,
  oidcProvider,
  type ProviderSettings,
  readProviderSettings,
} from '../modules/identity/index.ts';
import type { Portal } from '../modules/territory/index.ts';
import type { Snapshot } from './snapshot.ts';

export interface Providers {
  providersOf(portal: Portal): readonly IdentityProvider[];
  close(): Promise<void>;
}

export interface ProvidersWiring {
  snapshot(): Pick<Snapshot, 'published'>;
  /** The sandbox, in development only: its address and the settings that stand for `providers:`. */
  sandbox?: { providers: readonly ProviderSettings[]; close(): Promise<void> };
}

/**
 * How people and staff sign in at each portal: what its `providers:` says. In development a portal that says nothing
 * has the sandbox; in production it has no sign-in, and its pages say so.
 */
export function openProviders({ snapshot, sandbox }: ProvidersWiring): Providers {
  const made = new WeakMap<Portal, readonly IdentityProvider[]>();
  return {
    providersOf(portal) {
      const before = made.get(portal);
      if (before) return before;
      const said = snapshot().published.find('portal', portal.key, portal.key)?.definition.providers;
      const settings = said === undefined ? (sandbox?.providers ?? []) : readProviderSettings(said, process.env);
      const providers = settings.map((each) => oidcProvider(each));
      made.set(portal, providers);
      return providers;
    },
    async close() {
      await sandbox?.close();
    },
  };
}
