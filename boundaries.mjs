/**
 * Who may use whom. Dependencies point only downward: sites → modules → (ui, standards) → platform; a module is entered
 * only through its index.ts. `npm run check` refuses everything else (.dependency-cruiser.mjs makes rules of this).
 */

/** Module → the modules that it may use. Acyclic. */
export const MODULES = {
  territory: [],
  audit: ['territory'],
  identity: ['territory', 'audit'],
  packs: ['territory', 'identity', 'audit'],
  catalogue: ['territory', 'identity', 'audit', 'packs'],
  documents: ['territory', 'identity', 'audit', 'packs'],
  forms: ['territory', 'identity', 'audit', 'packs', 'catalogue', 'documents'],
  mailbox: ['territory', 'identity', 'audit', 'documents'],
  cases: ['territory', 'identity', 'audit', 'packs', 'catalogue', 'documents', 'forms', 'mailbox'],
};

/** Shelf → the shelves below it that it may use. */
export const SHELVES = {
  platform: ['routes.ts'],
  standards: ['platform'],
  ui: ['platform', 'routes.ts'],
  modules: ['platform', 'standards', 'ui', 'routes.ts'],
  sites: ['platform', 'standards', 'ui', 'modules', 'routes.ts'],
  sandbox: ['platform', 'standards', 'modules'],
  commands: ['platform', 'ui', 'modules', 'sites', 'build.ts', 'build-work.ts', 'routes.ts', 'sandbox.ts'],
};

/** Folders that are pure: what lies in them imports nothing but itself, and what is named here. */
export const PURE = [
  { folder: 'src/modules/forms/engine', may: ['lezer-feel', '@lezer/common', 'typebox'] },
  { folder: 'src/modules/cases/engine', may: [] },
];

/** Packages that one folder alone may use: whoever wants what they give asks that folder. */
export const PACKAGES = {
  pg: ['src/platform', 'tests', 'benchmarks', 'scripts'],
  fastify: ['src/platform/http', 'src/sites', 'src/build.ts', 'src/modules/documents'],
  'graphile-worker': ['src/platform/jobs'],
  nodemailer: ['src/platform/mail'],
  'openid-client': ['src/modules/identity/providers'],
  'oidc-provider': ['src/sandbox'],
  '@myriaddreamin/typst-ts-node-compiler': ['src/modules/documents'],
  'lezer-feel': ['src/modules/forms/engine'],
  feelin: ['src/modules/forms', 'benchmarks'],
};
