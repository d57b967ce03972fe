import { type Definition, type Json, partAt, withPart } from '../../../modules/packs/index.ts';
import type { Arrangement } from '../../../modules/territory/index.ts';
import type { Faults } from '../content/typed.ts';
import type { Texts } from '../texts/index.ts';

/** Which office, and whether online, as it stands in the form's fields. */
export interface CounterFields {
  office: string;
  online: string;
}

export const counterFieldsOf = (arrangement: Arrangement, service: string): CounterFields => {
  const counter = arrangement.services[service];
  return {
    office: counter?.office ?? arrangement.defaultOffice ?? '',
    online: counter?.online === true ? 'yes' : 'no',
  };
};

/** What a clerk can choose from here; a service that is handed over to somebody else has no office of one's own. */
export const canChooseCounter = (arrangement: Arrangement, service: string): boolean =>
  arrangement.offices.length > 0 && arrangement.services[service]?.delegatedTo === undefined;

export type ReadCounter = { kind: 'read'; definition: Definition } | { kind: 'faulty'; faults: Faults };

/** `mine` with what differs from what stands above for `service`. */
export function readCounter(
  of: { mine: Definition; above: Definition; arrangement: Arrangement; service: string; hasForm: boolean },
  typed: CounterFields,
  t: Texts,
): ReadCounter {
  const { arrangement, service, hasForm } = of;
  if (!arrangement.offices.some(({ key }) => key === typed.office))
    return { kind: 'faulty', faults: { office: t.service.faults.office } };
  const path = `services.${service}`;
  const above = asObject(partAt(of.above, path));
  const before = counterFieldsOf(arrangement, service);
  const own: Definition = { ...asObject(partAt(of.mine, path)) };
  if (typed.office !== before.office) own.office = typed.office;
  if (hasForm && typed.online !== before.online) own.online = typed.online === 'yes';
  for (const [name, value] of Object.entries(own)) if (above[name] === value) delete own[name];
  return {
    kind: 'read',
    definition: withPart(of.mine, path, Object.keys(own).length > 0 ? own : undefined),
  };
}

const asObject = (value: Json | undefined): Definition =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
