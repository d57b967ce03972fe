export type { Portal, PortalTheme } from './portal.ts';
