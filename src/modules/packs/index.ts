export { importFiles } from './import-files.ts';
export { type Merged, mergeVersions, type Provenance } from './merge-versions.ts';
export { contentRevision, currentVersions, historyOf, insertVersion, versionById } from './pack-store.ts';
export { type Published, publish } from './published.ts';
export { ContentError, type FilePack, readFiles } from './read-files.ts';
export { type Definition, hashOfDefinition, type Json, type PackKind, type Scope, type Version } from './version.ts';
