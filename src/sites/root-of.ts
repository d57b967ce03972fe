import type { Portal } from '../modules/territory/index.ts';

/** Where a portal begins: on its own host, or below `/<key>` of the installation's. */
export const rootOf = (portal: Portal, byHost: boolean): { root: string; host?: string } =>
  byHost && portal.host ? { root: '', host: portal.host } : { root: `/${portal.key}` };
