export { type ChangeAbove, changesAbove, overlayOf, partsOf } from './changes-above.ts';
export { importFiles } from './import-files.ts';
export { type Merged, mergeVersions, type Provenance } from './merge-versions.ts';
export {
  contentRevision,
  currentVersions,
  insertVersion,
  newestOf,
  overlaysOf,
  versionById,
  versionsOn,
} from './pack-store.ts';
export { type Overlay, type PublishedOverlay, publishOverlay } from './publish-overlay.ts';
export { type Published, publish } from './published.ts';
export { ContentError, type FilePack, readFiles } from './read-files.ts';
export {
  definitionOf,
  layersBelow,
  layersNow,
  nameOfLayers,
  partAt,
  type Shelf,
  shelvesOf,
  withPart,
} from './shelf.ts';
export { type Definition, hashOfDefinition, type Json, type PackKind, type Scope, type Version } from './version.ts';
