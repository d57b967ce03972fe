export type { ProviderSettings } from './providers/provider-settings.ts';
