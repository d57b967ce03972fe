export { buildCatalogue, type CatalogueSources } from './build-catalogue.ts';
export type { Catalogue } from './catalogue.ts';
export { type CatalogueWiring, createCatalogue } from './create-catalogue.ts';
export { type Inventories, readInventories } from './inventories/read-inventories.ts';
export { suggestAddress } from './pages/search-form.ts';
export type { FoundEntry, FoundService, Group, SearchAnswer } from './search/answer.ts';
export type { Audience, Level, Service, Situation, Text } from './service.ts';
export type { Channel, Fee, LegalBasis, Origin, ServiceAt, ServiceTexts } from './service-at.ts';
