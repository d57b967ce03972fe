export { type Arrangement, type Counter, type Office, officeOf } from './arrangements/arrangement.ts';
export { officesAsList, officesByKey } from './arrangements/offices-by-key.ts';
export { readArrangement } from './arrangements/read-arrangement.ts';
export { type Asked, type Competence, responsibleFor } from './arrangements/responsible-for.ts';
export {
  type Authority,
  type AuthorityKind,
  existsOn,
  isMunicipality,
  type Locality,
  type Municipality,
  nameIn,
} from './authority.ts';
export { loadTerritory } from './load-territory.ts';
export { type PlaceWiring, placeRoutes } from './pages/place-routes.ts';
export { chosenPlace, placeCookie } from './pages/place-visit.ts';
export type { Near, PlaceAnswer, PlaceCandidate } from './places/look-up.ts';
export type { Portal, PortalTheme } from './portal.ts';
export { readPortal } from './read-portal.ts';
export { readTerritory } from './read-territory.ts';
export { importRegisters } from './registers/import-registers.ts';
export type { Territory } from './territory.ts';
