/** The sandboxes of all outside parties: part of the product, so that everything can be tried without them. */
import './sandbox/development-only.ts';

export { choosePerson } from './sandbox/identity/choose-person.ts';
export { type CookieBrowser, openBrowser } from './sandbox/identity/cookie-browser.ts';
export { sandboxProviders } from './sandbox/identity/settings.ts';
export type { RunningSandbox, SandboxOptions } from './sandbox/identity/start-identity-provider.ts';
export { startIdentityProvider as startSandbox } from './sandbox/identity/start-identity-provider.ts';
export type { SeededPerson, SeededStaff } from './sandbox/people.ts';
export { nameOf } from './sandbox/people.ts';
export { eicarScanner } from './sandbox/scanner/eicar-scanner.ts';
export { seededPeople, seededStaff } from './sandbox/world.ts';
