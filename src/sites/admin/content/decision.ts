import type { Visit } from '../../../modules/identity/index.ts';
import { type Definition, withPart } from '../../../modules/packs/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { fieldTextsFor, radios } from '../../../ui/fields/index.ts';
import { submitButton, summaryList } from '../../../ui/index.ts';
import { type Texts, textsFor } from '../texts/index.ts';
import type { OverlayDesk } from './overlay-desk.ts';
import { type Faults, typedIn } from './typed.ts';
import { partInWords, valueInWords } from './value-in-words.ts';

const idOf = (index: number): string => `choice-${index}`;

/** Each change above with what was, what is and one's own: accept, or keep. All are decided together. */
export function decisionForm(visit: Visit, desk: OverlayDesk, faults: Faults = {}): Html {
  const t = textsFor(visit.language, visit.portal.country);
  const field = typedIn(visit);
  return html`<section aria-labelledby="decide"><h2 class="kern-heading-medium" id="decide">${t.decide.title}</h2>
<p class="kern-body">${t.decide.intro}</p>
<form method="post" action="${visit.path}" class="admin-form" novalidate>
<input type="hidden" name="decide" value="yes"><input type="hidden" name="seen" value="${desk.seen}">
${desk.changes.map(({ path, before, now, mine }, index) => {
  const part = partInWords(visit, path);
  const choice = radios(
    {
      id: idOf(index),
      name: idOf(index),
      label: part,
      value: field(idOf(index)),
      error: faults[idOf(index)],
      options: [
        { value: 'accept', label: t.decide.accept },
        { value: 'keep', label: t.decide.keep },
      ],
    },
    fieldTextsFor(visit.language),
  );
  return html`<div class="admin-change">${summaryList([
    { label: t.decide.before, value: valueInWords(visit, path, before) },
    { label: t.decide.now, value: valueInWords(visit, path, now) },
    { label: t.decide.mine, value: valueInWords(visit, path, mine) },
  ])}${choice}</div>`;
})}
${submitButton({ label: t.decide.act })}</form></section>`;
}

export type Decision = { kind: 'read'; definition: Definition } | { kind: 'faulty'; faults: Faults };

/** The authority's own say after the decision: what was accepted is not said any more. */
export function readDecision(visit: Visit, desk: OverlayDesk, t: Texts): Decision {
  const field = typedIn(visit);
  const faults: Record<string, string> = {};
  let definition = desk.mine;
  for (const [index, { path }] of desk.changes.entries()) {
    const choice = field(idOf(index));
    if (choice === 'accept') definition = withPart(definition, path, undefined);
    else if (choice !== 'keep') faults[idOf(index)] = t.decide.missing(partInWords(visit, path));
  }
  return Object.keys(faults).length > 0 ? { kind: 'faulty', faults } : { kind: 'read', definition };
}
