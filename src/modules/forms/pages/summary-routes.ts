import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page, redirect } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routes as urls } from '../../../routes.ts';
import { alertBox, steps, submitButton, summaryList } from '../../../ui/index.ts';
import type { ServiceAt } from '../../catalogue/index.ts';
import type { Visit } from '../../identity/index.ts';
import type { ShownTerms } from '../drafts/draft.ts';
import { keepDraft } from '../drafts/open-draft.ts';
import { isEmailGood } from '../drafts/read-for-submission.ts';
import { firstGap, outcomeOf, summaryOf } from '../engine/index.ts';
import type { FormsWiring } from '../forms-wiring.ts';
import { changesSince, serviceNow } from './changes.ts';
import { changesBox } from './draft-routes.ts';
import { addressIn, onDraft, type Sheet } from './sheet.ts';
import { progress } from './show-page.ts';
import { feeFor, spellMoney } from './spell.ts';

/** When an authority says nothing, it wants to have decided within so many working days. */
const USUAL_WORKING_DAYS = 10;

/** All answers on one page, the fee once more, what happens next, and the button that sends. */
export const summaryRoutes = (wiring: FormsWiring): Route<Visit>[] => [
  {
    method: 'GET',
    path: urls.portal.draftSummary,
    access: 'draft.edit',
    handle: (visit) => onDraft(visit, wiring, { lock: true }, (sheet) => review(sheet)),
  },
];

/** Whoever lacks something is led there first. What is shown is noted: only that can be sent. */
async function review(sheet: Sheet): Promise<Answer> {
  const { visit, draft, state, tx } = sheet;
  const address = addressIn(visit, draft.record.id);
  const gap = firstGap(state);
  if (gap) return redirect(address.page(gap.page, { check: '1' }));
  if (!isEmailGood(draft, state)) return redirect(address.confirm());
  const at = serviceNow(sheet);
  if (changesSince(sheet, at).isEnded || !at.isOnline || !at.authority) return redirect(address.draft());
  draft.record.authorityId = at.authority.id;
  draft.record.authorityKey = at.authority.key;
  draft.content.shown = termsOf(sheet, at);
  await keepDraft(tx, draft, false, visit.clock.now());
  return show(sheet, at, draft.content.shown);
}

function termsOf({ draft, state, visit }: Sheet, at: ServiceAt): ShownTerms {
  const fee = feeFor(at.fee, outcomeOf(state).copies);
  return {
    ...(fee && { fee }),
    versions: { ...at.versions },
    workingDays: at.workingDays ?? USUAL_WORKING_DAYS,
    revision: draft.record.revision,
    level: draft.record.level,
    at: visit.clock.now().toString(),
  };
}

function show(sheet: Sheet, at: ServiceAt, terms: ShownTerms): Answer {
  const { state, t, texts, visit, draft } = sheet;
  const address = addressIn(visit, draft.record.id);
  const sections = summaryOf(state, texts).map(
    ({
      page: key,
      title,
      rows,
    }) => html`<section class="form-summary" aria-labelledby="s-${key}"><h2 class="kern-heading-small" id="s-${key}">${title}</h2>
${summaryList(
  rows.map(({ field, label, value }) => ({
    label,
    value,
    ...(state.fields.get(field)?.verified === undefined && {
      change: { href: address.page(key, { from: 'summary' }), label: t.summary.change },
    }),
  })),
)}</section>`,
  );
  const isPending = Object.values(draft.files).some((files) => files.some((file) => file.state === 'quarantined'));
  const main = html`<h1 class="kern-heading-large">${t.summary.title}</h1>
${progress(t, state.pages.length + 1, state.pages.length + 1)}
${changesBox(sheet, changesSince(sheet, at))}${sections}
<section aria-labelledby="s-fee"><h2 class="kern-heading-small" id="s-fee">${t.summary.feeTitle}</h2><p class="kern-body kern-body--large">${feeLine(sheet, at, terms)}</p></section>
<section aria-labelledby="s-next"><h2 class="kern-heading-small" id="s-next">${t.summary.nextTitle}</h2>${nextSteps(sheet, at, terms)}</section>
${isPending && alertBox({ kind: 'info', title: t.summary.filesPending })}
<section aria-labelledby="s-declare"><h2 class="kern-heading-small" id="s-declare">${t.summary.declarationTitle}</h2><p class="kern-body">${texts.declaration}</p>
<p class="kern-body">${t.summary.sendNote}</p>
<form method="post" action="${address.send()}"><div class="form-buttons">${submitButton({ label: t.summary.send })}</div></form></section>`;
  return page(`${t.summary.title} – ${texts.title}`, main, { shape: 'reading' });
}

function feeLine({ t, visit }: Sheet, at: ServiceAt, { fee }: ShownTerms): string {
  if (!fee)
    return at.fee?.kind === 'none' ? t.summary.noFee : (at.texts(visit.language).fee?.text ?? t.summary.feeUnknown);
  const line = t.summary.fee(spellMoney(visit, fee.amountCents * fee.copies, fee.currency), fee.copies);
  return fee.isExample ? `${line} (${t.apply.example})` : line;
}

function nextSteps({ t, state }: Sheet, at: ServiceAt, terms: ShownTerms): Html {
  const { delivery } = outcomeOf(state);
  return steps([
    { title: t.summary.nextSend, text: t.summary.nextSendText, state: 'now' },
    {
      title: t.summary.nextCheck(at.authority?.name ?? ''),
      text: t.summary.nextCheckText(terms.workingDays),
      state: 'ahead',
    },
    { title: t.summary.nextGet[delivery], text: t.summary.nextGetText[delivery], state: 'ahead' },
  ]);
}
