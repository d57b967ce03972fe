/**
 * Files list offices, because their order is the order in which they are shown. Laid over each other, they go by their
 * key, so that a municipality can change one telephone number and still get whatever else changes above.
 */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Definition = { [key: string]: Json };

/** `definition` with its list of offices as `{ residents: {…} }`, in the same order. */
export function officesByKey(definition: Definition): Definition {
  const { offices } = definition;
  if (!Array.isArray(offices)) return definition;
  const byKey: Definition = {};
  for (const office of offices) {
    if (!isObject(office) || typeof office.key !== 'string') return definition;
    const { key, ...rest } = office;
    byKey[key] = rest;
  }
  return { ...definition, offices: byKey };
}

/** The other way round, for reading. */
export function officesAsList(definition: Definition): Definition {
  const { offices } = definition;
  if (!isObject(offices)) return definition;
  return {
    ...definition,
    offices: Object.entries(offices).map(([key, office]) => ({ ...(isObject(office) ? office : {}), key })),
  };
}

const isObject = (value: Json | undefined): value is Definition =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
