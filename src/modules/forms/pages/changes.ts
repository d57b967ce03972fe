import type { Fee, ServiceAt } from '../../catalogue/index.ts';
import { compileVersion, type FormVersion, oldestAcceptedBy } from '../drafts/form-versions.ts';
import type { Sheet } from './sheet.ts';
import { spellMoney } from './spell.ts';

/** What is different from when the draft was begun. */
export interface Changes {
  /** The newest version, when it is another one than the draft's. */
  newest?: FormVersion;
  /** The newest version takes no drafts of this one. */
  isEnded: boolean;
  /** Labels of fields that the newest version asks, and this one does not, or differently. */
  fields: readonly string[];
  /** One unit, before and now. */
  fee?: { before: string; now: string };
}

/** The service as it is at the draft's place today. */
export function serviceNow({ wiring, draft }: Pick<Sheet, 'wiring' | 'draft'>): ServiceAt {
  const { catalogue, territory } = wiring.snapshot();
  const { portal, service, place } = draft.record;
  return catalogue.at(portal, service, territory.municipality(place));
}

/** Compares the draft with what is in force now. */
export function changesSince(sheet: Sheet, at: ServiceAt): Changes {
  const { wiring, draft, visit } = sheet;
  const published = wiring.snapshot().published.version('form', draft.record.service, 'federation');
  const fee = feeChange(sheet, at.fee);
  if (!published) return { isEnded: true, fields: [], ...(fee && { fee }) };
  if (published.id === draft.version.id) return { isEnded: false, fields: [], ...(fee && { fee }) };
  const newest = compileVersion(published);
  const before = draft.version.form.fields;
  const fields = [...newest.form.fields.values()].filter(
    ({ key, definition }) => JSON.stringify(before.get(key)?.definition) !== JSON.stringify(definition),
  );
  const texts = newest.texts(visit.language, visit.portal.country);
  return {
    newest,
    isEnded: draft.version.number < oldestAcceptedBy(published.definition),
    fields: fields.map(({ key }) => texts.fields[key]?.summary ?? texts.fields[key]?.label ?? key),
    ...(fee && { fee }),
  };
}

function feeChange({ draft, visit, t }: Sheet, now: Fee | undefined): Changes['fee'] {
  const before = draft.content.begunFee;
  const [was, is] = [before?.amountCents ?? 0, now?.kind === 'amount' ? now.amountCents : 0];
  if (was === is || now?.kind === 'text' || (before === undefined && now?.kind !== 'amount')) return undefined;
  const spell = (cents: number) => (cents === 0 ? t.apply.noFee : spellMoney(visit, cents, visit.portal.currency));
  return { before: spell(was), now: spell(is) };
}
