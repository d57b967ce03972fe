import { MODULES, PACKAGES, PURE, SHELVES } from './boundaries.mjs';

const moduleNames = Object.keys(MODULES);
const test = String.raw`\.test\.ts$`;
const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

const shelfRules = Object.entries(SHELVES).map(([shelf, below]) => ({
  name: `shelf-${shelf}`,
  severity: 'error',
  comment: `src/${shelf} may use ${below.join(', ') || 'nothing'}`,
  from: { path: `^src/${shelf}/`, pathNot: test },
  to: { path: '^src/', pathNot: [shelf, ...below].map((name) => `^src/${quoted(name)}`) },
}));

const moduleRules = Object.entries(MODULES).flatMap(([name, may]) => [
  {
    name: `module-${name}`,
    severity: 'error',
    comment: `${name} may use ${may.join(', ') || 'no other module'}`,
    from: { path: `^src/modules/${name}/`, pathNot: test },
    to: { path: '^src/modules/', pathNot: [name, ...may].map((other) => `^src/modules/${other}/`) },
  },
  {
    name: `door-${name}`,
    severity: 'error',
    comment: `${name} is entered through its index.ts; its browser scripts and pages belong to it`,
    from: { path: '^src/', pathNot: [`^src/modules/${name}/`, test] },
    to: { path: `^src/modules/${name}/`, pathNot: `^src/modules/${name}/index\\.ts$` },
  },
]);

const pureRules = PURE.map(({ folder, may }) => ({
  name: `pure-${folder.replaceAll('/', '-')}`,
  severity: 'error',
  comment: `${folder} imports nothing but itself`,
  from: { path: `^${folder}/`, pathNot: test },
  to: { pathNot: [`^${folder}/`, ...may.map((name) => `node_modules/${name}/`)] },
}));

const packageRules = Object.entries(PACKAGES).map(([name, folders]) => ({
  name: `package-${name.replaceAll(/[@/]/g, '')}`,
  severity: 'error',
  comment: `${name} is used by ${folders.join(', ')} alone`,
  from: { pathNot: [...folders.map((folder) => `^${quoted(folder)}`), test] },
  to: { path: `^node_modules/${quoted(name)}/` },
}));

export default {
  forbidden: [
    ...shelfRules,
    ...moduleRules,
    ...pureRules,
    ...packageRules,
    {
      name: 'no-circle',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'module-unknown',
      severity: 'error',
      comment: 'a module that boundaries.mjs does not name',
      from: { path: `^src/modules/(?!(${moduleNames.join('|')})/)` },
      to: {},
    },
    {
      name: 'not-for-production',
      severity: 'error',
      comment: 'only tests may use tests',
      from: { path: '^src/', pathNot: test },
      to: { path: '^(tests|benchmarks|scripts)/' },
    },
    {
      name: 'sandbox-closed',
      severity: 'error',
      comment: 'the sandboxes are imported where development is asked for, nowhere else',
      from: { path: '^src/', pathNot: ['^src/sandbox', '^src/(build|build-work|commands/welcome)\\.ts$', test] },
      to: { path: '^src/sandbox' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
    },
  },
};
