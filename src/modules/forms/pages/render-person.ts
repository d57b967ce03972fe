import { type Html, html } from '../../../platform/html/html.ts';
import { dateField, textField } from '../../../ui/fields/index.ts';
import { common, dateIn, describedByWhole, errorsOf, type FieldView, idOf, typedIn, wholeError } from './field-view.ts';

/** Street, postcode and place. */
export function renderAddress(view: FieldView): Html {
  const { t, state, words } = view;
  const line = (part: 'street' | 'postcode' | 'locality', autocomplete: string, width?: 6) =>
    textField(
      {
        ...common(view, part),
        label: t.page[part],
        value: typedIn(state, part),
        autocomplete,
        ...(width && { width, inputmode: 'numeric' as const }),
      },
      words,
    );
  return html`<fieldset class="kern-fieldset field-parts" id="${idOf(state.field.key)}"${describedByWhole(view)}><legend class="kern-label">${view.own.label}</legend>
${wholeError(view)}${line('street', 'street-address')}${line('postcode', 'postal-code', 6)}${line('locality', 'address-level2')}</fieldset>`;
}

/** The parts of one person; `prefix` is `1.` for the second of several. */
export function renderPerson(view: FieldView, prefix: string): Html {
  const { t, state, words, own } = view;
  const isSelf = prefix === '';
  const line = (part: 'givenName' | 'familyName', autocomplete: string) =>
    textField(
      {
        ...common(view, prefix + part),
        label: t.page[part],
        value: typedIn(state, prefix + part),
        spellcheck: false,
        ...(isSelf && { autocomplete }),
      },
      words,
    );
  const born = `${prefix}birthdate`;
  const birthdate = dateField(
    {
      ...common(view, `${born}.day`),
      id: idOf(state.field.key, born),
      name: `${state.field.key}.${born}`,
      label: t.page.birthdate,
      hint: t.page.birthdateHint,
      error: errorsOf(view).find(({ part }) => part.startsWith(`${born}.`))?.text,
      value: dateIn(state, `${born}.`),
      ...(isSelf && { autocomplete: 'bday' as const }),
    },
    words,
  );
  const parts = html`${line('givenName', 'given-name')}${line('familyName', 'family-name')}${birthdate}`;
  if (!isSelf) return parts;
  return html`<fieldset class="kern-fieldset field-parts" id="${idOf(state.field.key)}"${describedByWhole(view)}><legend class="kern-label">${own.label}</legend>${wholeError(view)}${parts}</fieldset>`;
}
