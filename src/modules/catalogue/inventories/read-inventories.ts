/** The lists of all services of a country, as they stand in `content/registers`. */
export interface Inventories {
  contentDir: string;
}

export const readInventories = (contentDir: string): Inventories => ({ contentDir });
