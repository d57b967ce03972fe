import type { Surroundings } from '../../../modules/cases/index.ts';
import type { Visit } from '../../../modules/identity/index.ts';
import { idOfKey } from '../../../platform/crypto/ids.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { summaryList } from '../../../ui/index.ts';
import { textsFor } from '../texts/index.ts';
import type { OpenDesk } from './read-desk.ts';

/** What a provider said, beside what was typed: the caseworker compares. */
export function verifiedOf(visit: Visit, surroundings: Surroundings, { application }: OpenDesk['opened']): Html {
  const t = textsFor(visit.language, visit.portal.country).case;
  const names = t.attributes as Record<string, string>;
  if (application.verified.length === 0) return html`<p class="case__hint case__hint--warn">${t.unverified}</p>`;
  return html`<h3 class="case__section">${t.verified}</h3>${summaryList(
    application.verified.map(({ name, value, level, source }) => ({
      label: names[name] ?? name,
      value: html`${inWords(visit, surroundings, name, value)} <span class="case__source">${t.levels[level]}, ${source}</span>`,
    })),
  )}`;
}

/** An attribute as people write it; what is not of its form is shown as it came. */
function inWords({ locale }: Visit, surroundings: Surroundings, name: string, value: string): string {
  if (name === 'birthdate') return dayInWords(value, locale);
  if (name === 'municipality') return surroundings.authority(idOfKey(`authority:${value}`))?.name ?? value;
  if (name === 'ahvNumber') return value.replace(/^(\d{3})(\d{4})(\d{4})(\d\d)$/, '$1.$2.$3.$4');
  if (name === 'country' && /^[A-Z]{2}$/.test(value))
    return new Intl.DisplayNames(locale, { type: 'region' }).of(value) ?? value;
  return value;
}

function dayInWords(value: string, locale: string): string {
  try {
    return Temporal.PlainDate.from(value).toLocaleString(locale, { dateStyle: 'long' });
  } catch {
    // Born on an unknown day: registers write 1960-00-00.
    return value;
  }
}
