import { proposeCertificate } from '../../../modules/cases/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { actForm, type DeskView, lineField, textsOf, typedFor } from './forms.ts';
import { rowsOf, typedOf } from './read-certificate.ts';

/** What the certificate will say, for staff to compare with the register and to correct. */
export function certificateForm(view: DeskView): Html {
  const t = textsOf(view);
  const typed = typedFor(view, 'approve') ?? typedOf(proposeCertificate(view.desk.opened.application));
  const line = (name: string, label: string, more: { hint?: string; width?: 'short' | 'long' } = {}) =>
    lineField(view, 'approve', { name, label, value: typed[name] ?? '', ...more });
  const persons = Array.from({ length: rowsOf(typed) }, (_, row) => row).map(
    (row) => html`<fieldset class="act__group"><legend>${t.person(row + 1)}</legend>
${line(`familyName-${row}`, t.familyName)}${line(`givenNames-${row}`, t.givenNames)}
${line(`dateOfBirth-${row}`, t.dateOfBirth, { hint: t.dateHint, width: 'short' })}${line(`origin-${row}`, t.origin)}</fieldset>`,
  );
  const body = html`<p class="case__hint">${t.certifyHint}</p>${persons}
<div class="act__group">${line('street', t.street)}${line('postcode', t.postcode, { width: 'short' })}${line('locality', t.locality)}
${line('since', t.since, { hint: t.dateHint, width: 'short' })}${line('purpose', t.purpose)}</div>`;
  return actForm(view, 'approve', body, 'primary', t.acts.certify);
}
