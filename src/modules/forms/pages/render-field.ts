import { type Html, html } from '../../../platform/html/html.ts';
import { spellDay } from '../../../platform/i18n/spell.ts';
import { checkboxes, dateField, fieldTextsFor, radios, select, textArea, textField } from '../../../ui/fields/index.ts';
import type { FormState, FormTexts } from '../engine/index.ts';
import { common, dateIn, errorsOf, type FieldView, idOf, typedIn } from './field-view.ts';
import { renderPeople } from './render-people.ts';
import { renderAddress, renderPerson } from './render-person.ts';
import type { Texts } from './texts/index.ts';

/** One field with label, hint, value and error. */
export function renderField(view: FieldView): Html {
  const { state } = view;
  if (state.verified || state.field.computed) return lockedField(view);
  return (RENDER[state.field.definition.kind] ?? oneLine)(view);
}

const named = (view: FieldView) => ({
  ...common(view),
  label: view.own.label,
  hint: view.own.hint,
  isOptional: !view.state.isRequired,
  isLabelHidden: view.isLabelHidden,
});
const RENDER: Record<string, (view: FieldView) => Html> = {
  text: (view) =>
    view.state.field.options.lines === true
      ? textArea({ ...named(view), value: typedIn(view.state) }, view.words)
      : textField(
          {
            ...named(view),
            value: typedIn(view.state),
            autocomplete: view.state.field.options.autocomplete as string | undefined,
          },
          view.words,
        ),
  number: (view) =>
    textField(
      {
        ...named(view),
        value: typedIn(view.state),
        width: 6,
        inputmode: view.state.field.options.decimals ? 'decimal' : 'numeric',
      },
      view.words,
    ),
  email: (view) =>
    textField(
      {
        ...named(view),
        value: typedIn(view.state),
        type: 'email',
        autocomplete: 'email',
        inputmode: 'email',
        spellcheck: false,
      },
      view.words,
    ),
  phone: (view) =>
    textField(
      { ...named(view), value: typedIn(view.state), type: 'tel', autocomplete: 'tel', inputmode: 'tel', width: 20 },
      view.words,
    ),
  'ahv-number': (view) => numberOfAPerson(view),
  'german-tax-id': (view) => numberOfAPerson(view),
  date: (view) =>
    dateField(
      {
        ...named(view),
        error: firstError(view),
        value: dateIn(view.state, ''),
        autocomplete: view.state.field.options.autocomplete as 'bday' | undefined,
      },
      view.words,
    ),
  choice: (view) => renderChoice(view),
  'yes-no': (view) =>
    radios(
      {
        ...named(view),
        isShort: true,
        value: typedIn(view.state),
        options: [
          { value: 'yes', label: view.t.page.yes },
          { value: 'no', label: view.t.page.no },
        ],
      },
      view.words,
    ),
  address: (view) => renderAddress(view),
  person: (view) => renderPerson(view, ''),
  people: (view) => renderPeople(view),
};

const oneLine = (view: FieldView): Html => textField({ ...named(view), value: typedIn(view.state) }, view.words);

const firstError = (view: FieldView): string | undefined => errorsOf(view)[0]?.text;

const numberOfAPerson = (view: FieldView): Html =>
  textField(
    {
      ...named(view),
      value: typedIn(view.state),
      inputmode: 'numeric',
      width: 20,
      autocomplete: 'off',
      spellcheck: false,
    },
    view.words,
  );

function renderChoice(view: FieldView): Html {
  const { state, own } = view;
  const options = state.offered.map((key) => ({
    value: key,
    label: own.options?.[key]?.label ?? key,
    hint: own.options?.[key]?.hint,
  }));
  const values = [...(state.typed[''] ?? [])];
  if (state.field.options.multiple === true) return checkboxes({ ...named(view), options, values }, view.words);
  const draw = state.field.options.asList === true ? select : radios;
  return draw({ ...named(view), options, value: values[0] }, view.words);
}

/** A value that others vouch for, or that is calculated: shown, not asked. */
function lockedField(view: FieldView): Html {
  const { state, own, t, form } = view;
  const { verified, field, value } = state;
  const { setting } = form.situation;
  const words = { option: (key: string) => own.options?.[key]?.label ?? key, yes: t.page.yes, no: t.page.no };
  const at =
    verified &&
    spellDay(Temporal.PlainDate.from(verified.at), setting.locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
  return html`<div class="locked-field" id="${idOf(field.key)}"><p class="kern-label">${own.summary ?? own.label}</p>
<p class="locked-field__value">${value === undefined ? '–' : field.kind.display(value, field.options, setting, words)}</p>
<p class="field-note">${verified && at ? t.page.verified(view.sourceName(verified.source), at) : t.page.computed}</p></div>`;
}

/** The views of a page's fields, in their order. */
export function viewsOf(
  form: FormState,
  page: string,
  of: {
    texts: FormTexts;
    t: Texts;
    showsMissing: boolean;
    rows: Readonly<Record<string, number>>;
    sourceName(source: string): string;
  },
): FieldView[] {
  const fields = form.pages.find(({ key }) => key === page)?.fields ?? [];
  return fields.map((state) => {
    const own = of.texts.fields[state.field.key] ?? { label: state.field.key };
    return {
      state,
      form,
      own,
      t: of.t,
      words: fieldTextsFor(form.situation.setting.language),
      showsMissing: of.showsMissing,
      isLabelHidden: fields.length === 1 && own.label === of.texts.pages[page]?.title,
      rows: of.rows[state.field.key] ?? 1,
      sourceName: of.sourceName,
    };
  });
}
