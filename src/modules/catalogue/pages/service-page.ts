import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, badge, breadcrumbs, buttonLink, facts, steps } from '../../../ui/index.ts';
import { nameIn } from '../../territory/index.ts';
import type { Origin, ServiceAt, ServiceTexts } from '../service-at.ts';
import { type Desk, langOf, said, serviceLink } from './desk.ts';
import { linkedData } from './linked-data.ts';
import { placeLine } from './place-line.ts';
import { responsibleAside } from './responsible-aside.ts';
import { serviceDetails } from './service-details.ts';
import { spellFee, spellWays } from './spell.ts';
import { undescribed } from './undescribed.ts';

/** In the first screen: can I do it online here, what it costs, how long, what I need, who answers. Then the rest. */
export function servicePage(desk: Desk, at: ServiceAt): Answer {
  const { visit, t } = desk;
  const texts = at.texts(visit.language);
  const main = html`${trail(desk, at, texts)}
<div class="service"><div class="service__main">
<h1 class="kern-heading-large"${visit.portal.country === 'ch' && html` data-recent="${visit.portal.key} ${visit.language}"`}${langOf(desk, texts.title)}>${texts.title.text}</h1>
${texts.summary && html`<p class="kern-body kern-body--large"${langOf(desk, texts.summary)}>${texts.summary.text}</p>`}
${placeLine(desk, at.competence === undefined)}
${at.service.isDescribed ? html`${firstFacts(desk, at, texts)}${nextAct(desk, at)}` : ''}
${texts.steps.length > 0 && way(desk, texts)}
${at.service.isDescribed ? serviceDetails(desk, at, texts) : undescribed(desk, at)}
${hasExamples(at) && html`<p class="kern-body kern-body--muted">${t.exampleNote}</p>`}
</div>${responsibleAside(desk, at)}</div>
${related(desk, at)}`;
  return page(texts.title.text, main, { shape: 'wide', cache: 'anonymous', head: linkedData(desk, at, texts) });
}

function trail(desk: Desk, at: ServiceAt, texts: ServiceTexts): Html {
  const { visit, t, catalogue } = desk;
  const key = at.service.situations[0];
  const situation = catalogue.situations(visit.portal.key).find((each) => each.key === key);
  return breadcrumbs(
    [
      { href: visit.root + to(urls.portal.home, { lang: visit.language }), label: t.start },
      ...(situation
        ? [
            {
              href: visit.root + to(urls.portal.situation, { lang: visit.language, situation: situation.key }),
              label: situation.title(visit.language).text,
            },
          ]
        : []),
      { label: texts.title.text },
    ],
    t.trail,
  );
}

function firstFacts(desk: Desk, at: ServiceAt, texts: ServiceTexts): Html {
  const { visit, t } = desk;
  const { service } = t;
  const ways = spellWays(t, at.channels);
  const offline = ways === '' ? service.onlineNone : service.onlineNo.replace('{ways}', ways);
  const days = at.workingDays === undefined ? undefined : service.workingDays(at.workingDays);
  return facts([
    { label: service.online, value: at.isOnline ? (at.competence ? service.onlineYes : service.onlineSome) : offline },
    {
      label: service.cost,
      value: html`${spellFee(visit, t, at.fee)}${mark(t.example, at.fee)}${texts.fee && at.fee?.kind === 'text' && html` <a href="#cost">${service.costBelow}</a>`}`,
    },
    {
      label: service.duration,
      value: html`${days ?? service.durationUnknown}${days && mark(t.example, at.durationOrigin)}`,
    },
    { label: service.needs, value: needs(desk, texts) },
    { label: service.responsible, value: responsible(desk, at) },
  ]);
}

const mark = (label: string, origin: Origin | undefined): Child =>
  origin?.isExample === true && html` ${badge({ text: label, tone: 'neutral' })}`;

function needs(desk: Desk, { needs: list }: ServiceTexts): Child {
  const { t } = desk;
  const [first] = list;
  if (!first) return t.service.needsNone;
  if (list.length === 1) return said(desk, first);
  return html`${said(desk, first)} <a href="#needs">${t.service.needsMore(list.length - 1)}</a>`;
}

function responsible({ t, visit }: Desk, { competence }: ServiceAt): string {
  if (!competence) return t.service.responsibleAsk;
  return nameIn(competence.kind === 'responsible' ? competence.authority : competence.instead, visit.language);
}

/** The one thing to do next: apply here, or how it goes otherwise. */
function nextAct(desk: Desk, at: ServiceAt): Html {
  const { visit, t, municipality } = desk;
  if (at.competence?.kind === 'not-offered')
    return alertBox({ kind: 'info', title: t.service.notOffered(nameIn(at.competence.instead, visit.language)) });
  if (!at.isOnline) {
    const ways = spellWays(t, at.channels);
    return ways === '' ? html`` : html`<p class="kern-body">${t.service.notOnlineText(ways)}</p>`;
  }
  const apply =
    visit.root +
    to(
      urls.portal.apply,
      { lang: visit.language, service: at.service.key },
      { place: visit.query.place && municipality?.key },
    );
  const signIn = visit.root + to(urls.portal.signIn, { lang: visit.language }, { back: apply });
  return html`<p class="service__acts">${buttonLink({ href: apply, label: t.service.apply })}${
    !visit.session && buttonLink({ href: signIn, label: t.service.signInFirst, look: 'secondary' })
  }</p>`;
}

const way = (desk: Desk, texts: ServiceTexts): Html =>
  html`<section aria-labelledby="way"><h2 class="kern-heading-medium" id="way">${desk.t.service.way}</h2>${withLang(
    desk,
    texts.steps[0]?.title.lang,
    steps(texts.steps.map(({ title, text }) => ({ title: title.text, ...(text && { text: text.text }) }))),
  )}</section>`;

const withLang = ({ visit }: Desk, lang: string | undefined, content: Html): Html =>
  lang === undefined || lang === visit.language ? content : html`<div lang="${lang}">${content}</div>`;

const hasExamples = (at: ServiceAt): boolean =>
  [at.fee, at.workingDays === undefined ? undefined : at.durationOrigin, at.deadline, ...at.legalBasis, at.office].some(
    (each) => each?.isExample === true,
  );

function related(desk: Desk, at: ServiceAt): Child {
  const services = at.related
    .map((key) => desk.catalogue.service(desk.visit.portal.key, key))
    .filter((service) => service !== undefined);
  if (services.length === 0) return undefined;
  return html`<section aria-labelledby="related"><h2 class="kern-heading-medium" id="related">${desk.t.service.related}</h2>
<ul class="service-list">${services.map((service) => html`<li>${serviceLink(desk, service, desk.visit.query.place)}</li>`)}</ul></section>`;
}
