import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, buttonLink, submitButton, summaryList } from '../../../ui/index.ts';
import type { ServiceAt } from '../../catalogue/index.ts';
import { isEnough, type Visit } from '../../identity/index.ts';
import { type Municipality, placeCookie } from '../../territory/index.ts';
import { beginDraft } from '../drafts/begin-draft.ts';
import type { DraftRecord } from '../drafts/draft.ts';
import { findDraft, isHeldBy, openDraftsOf } from '../drafts/draft-store.ts';
import { compileVersion } from '../drafts/form-versions.ts';
import { heldBy, holderOf } from '../drafts/holder.ts';
import type { FormsWiring } from '../forms-wiring.ts';
import { addressIn, attributesOf } from './sheet.ts';
import { feeFor, spellDay, spellMoney } from './spell.ts';
import { type Texts, textsFor } from './texts/index.ts';

/** The way in: what it is, for which place, who answers, what it costs; with sign-in or without. */
export const applyRoutes = (wiring: FormsWiring): Route<Visit>[] => [
  { method: 'GET', path: urls.portal.apply, access: 'draft.edit', handle: (visit) => showStart(visit, wiring) },
  { method: 'POST', path: urls.portal.apply, access: 'draft.edit', handle: (visit) => begin(visit, wiring) },
];

interface Offer {
  key: string;
  place?: Municipality;
  at: ServiceAt;
  /** Where to put it, when it can be begun here. */
  authority?: { id: string; key: string };
}

/** What is offered to this visitor. Throws `not-found` for what is no service here, or has no form. */
function offerFor(visit: Visit, wiring: FormsWiring): Offer {
  const { catalogue } = wiring.snapshot();
  const key = visit.params.service ?? '';
  if (!catalogue.service(visit.portal.key, key)?.hasForm) throw notFound();
  const place = wiring.placeOf(visit);
  const at = catalogue.at(visit.portal.key, key, place);
  return {
    key,
    at,
    ...(place && { place }),
    ...(place && at.isOnline && at.authority && { authority: { id: at.authority.id, key: at.authority.key } }),
  };
}

async function showStart(visit: Visit, wiring: FormsWiring): Promise<Answer> {
  const offer = offerFor(visit, wiring);
  const t = textsFor(visit.language, visit.portal.country);
  const { title, summary, what } = offer.at.texts(visit.language);
  const begun = offer.place ? await begunBefore(visit, offer.key, offer.place.key) : undefined;
  const main = html`<h1 class="kern-heading-large" lang="${title.lang}">${title.text}</h1>
${(summary ?? what) && html`<p class="kern-body kern-body--large" lang="${(summary ?? what)?.lang}">${(summary ?? what)?.text}</p>`}
${offer.place === undefined ? askPlace(visit, t) : offer.authority === undefined ? notHere(visit, offer, t) : html`${termsOf(visit, offer, t)}${begun && begunBox(visit, begun, t)}${ways(visit, offer, t, begun !== undefined)}`}
<p><a class="kern-link" href="${serviceOf(visit, offer.key)}">${t.apply.toService}</a></p>`;
  return page(`${t.apply.heading}: ${title.text}`, main, { shape: 'reading' });
}

const serviceOf = (visit: Visit, service: string) =>
  visit.root + to(urls.portal.service, { lang: visit.language, service });
const chooserOf = (visit: Visit) => visit.root + to(urls.portal.place, { lang: visit.language }, { back: visit.path });

const askPlace = (visit: Visit, t: Texts): Html =>
  html`<h2 class="kern-heading-medium">${t.apply.askPlaceTitle}</h2><p class="kern-body">${t.apply.askPlace}</p>
<p>${buttonLink({ href: chooserOf(visit), label: t.apply.choosePlace })}</p>`;

function notHere(visit: Visit, { place, at }: Offer, t: Texts): Html {
  const instead = at.competence?.kind === 'not-offered' ? at.competence.instead : at.authority;
  const authority = instead && visit.root + to(urls.portal.authority, { lang: visit.language, authority: instead.key });
  return html`${alertBox({ kind: 'info', title: t.apply.notHereTitle, body: html`<p class="kern-body">${t.apply.notHere(place?.name ?? '')}</p>` })}
${instead && authority && html`<p class="kern-body"><a class="kern-link" href="${authority}">${t.apply.goTo(instead.name)}</a></p>`}
<p><a class="kern-link" href="${chooserOf(visit)}">${t.apply.place}: ${place?.name} (${t.apply.changePlace})</a></p>`;
}

function termsOf(visit: Visit, { place, at }: Offer, t: Texts): Html {
  const office = at.office?.name[visit.language] ?? at.office?.name.de;
  const fee =
    at.fee?.kind === 'amount'
      ? t.apply.feePerCopy(spellMoney(visit, at.fee.amountCents, at.fee.currency)) +
        (at.fee.isExample ? ` (${t.apply.example})` : '')
      : at.fee?.kind === 'none'
        ? t.apply.noFee
        : at.texts(visit.language).fee?.text;
  const rows = summaryList([
    { label: t.apply.place, value: place?.name ?? '', change: { href: chooserOf(visit), label: t.apply.changePlace } },
    { label: t.apply.responsible, value: [office, at.authority?.name].filter(Boolean).join(', ') },
    ...(fee ? [{ label: t.apply.fee, value: fee }] : []),
    ...(at.workingDays === undefined
      ? []
      : [
          {
            label: t.apply.duration,
            value: t.apply.days(at.workingDays) + (at.durationOrigin.isExample ? ` (${t.apply.example})` : ''),
          },
        ]),
  ]);
  return html`<div class="form-summary">${rows}</div>`;
}

/** An open draft of the same service and place, so that nobody begins five times. */
async function begunBefore(visit: Visit, service: string, place: string): Promise<DraftRecord | undefined> {
  const isSame = (draft: DraftRecord) =>
    draft.service === service && draft.place === place && draft.portal === visit.portal.key && draft.state === 'open';
  if (visit.session && visit.principal.kind === 'person') {
    const { personId } = visit.session;
    const all = await visit.database.transaction(visit.principal, (tx) => openDraftsOf(tx, personId));
    return all.find(isSame);
  }
  const held = heldBy(visit);
  for (const draftId of held?.drafts ?? []) {
    const found = await visit.database.transaction({ kind: 'applicant', draftId }, async (tx) =>
      held && (await isHeldBy(tx, draftId, holderOf(draftId, held.secret))) ? findDraft(tx, draftId) : undefined,
    );
    if (found && isSame(found.record)) return found.record;
  }
  return undefined;
}

const begunBox = (visit: Visit, draft: DraftRecord, t: Texts): Html =>
  html`${alertBox({
    kind: 'info',
    title: t.apply.begunTitle,
    body: html`<p class="kern-body">${t.apply.begun(spellDay(visit, draft.changedAt))}</p><p>${buttonLink({ href: addressIn(visit, draft.id).draft(), label: t.apply.goOn })}</p>`,
  })}`;

function ways(visit: Visit, { place }: Offer, t: Texts, isAgain: boolean): Html {
  const here = `${visit.path}?${new URLSearchParams({ place: place?.key ?? '' })}`;
  const signIn = visit.root + to(urls.portal.signIn, { lang: visit.language }, { back: here, level: 'substantial' });
  const start = (label: string, look: 'primary' | 'secondary') =>
    html`<form method="post" action="${here}">${submitButton({ label, look })}</form>`;
  const { session } = visit;
  if (session) {
    const isSure = isEnough(session.level, 'substantial');
    return html`<p class="kern-body">${t.apply.signedIn(session.displayName)}</p>
${!isSure && html`<p class="kern-body">${t.apply.stepUp} <a class="kern-link" href="${signIn}">${t.apply.stepUpLink}</a></p>`}
${start(isAgain ? t.apply.startAgain : t.apply.start, isAgain ? 'secondary' : 'primary')}`;
  }
  return html`<h2 class="kern-heading-medium">${t.apply.waysTitle}</h2>
<p class="kern-body">${t.apply.signInText}</p><p>${buttonLink({ href: signIn, label: t.apply.signIn, look: isAgain ? 'secondary' : 'primary' })}</p>
<p class="kern-body">${t.apply.withoutText}</p>${start(t.apply.without, 'secondary')}`;
}

/** A fresh draft, pinned to the form, the place and who answers there. */
async function begin(visit: Visit, wiring: FormsWiring): Promise<Answer> {
  wiring.limiter.take('write', visit.session?.personId ?? visit.address);
  const { key, place, authority, at } = offerFor(visit, wiring);
  const version = wiring.snapshot().published.version('form', key, 'federation');
  if (!place || !authority || !version) return redirect(visit.path);
  const { session } = visit;
  const attributes =
    session && visit.principal.kind === 'person'
      ? await visit.database.transaction(visit.principal, async (tx) =>
          attributesOf(await wiring.identity.profileOf(tx, session.personId), visit),
        )
      : {};
  const fee = feeFor(at.fee, 1);
  const { id, cookies } = await beginDraft(visit, wiring.documents, {
    service: key,
    place: place.key,
    authority,
    formVersionId: version.id,
    attributes,
    ...(fee && { fee }),
  });
  const first = compileVersion(version).form.pages[0]?.key ?? '';
  return redirect(addressIn(visit, id).page(first), [...cookies, placeCookie(place.key)]);
}
