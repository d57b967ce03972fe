import { type Html, html } from '../../../platform/html/html.ts';
import { wayBack } from '../../../platform/http/way-back.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { routes, to } from '../../../routes.ts';
import type { IdentityProvider } from '../providers/identity-provider.ts';
import type { AssuranceLevel, Visit } from '../visit.ts';
import { type Texts, textsFor } from './texts/index.ts';

/** The recommended way first and big, the others below, then how to go on without, then help. */
export function signInPage(
  visit: Visit,
  providers: readonly IdentityProvider[],
  ask: { back: string; level: AssuranceLevel; retry?: boolean },
): { title: string; main: Html } {
  const t = textsFor(visit.language, visit.portal.country);
  const link = (provider: IdentityProvider) =>
    visit.root +
    to(
      routes.portal.signInStart,
      { lang: visit.language, provider: provider.key },
      { back: ask.back, level: ask.level },
    );
  const main = html`<h1 class="kern-heading-large">${t.signIn.title}</h1>
<p class="kern-body kern-body--large">${t.signIn.intro}</p>
${ask.level !== 'none' && html`<p class="kern-body">${t.signIn.levels[ask.level]}</p>`}
${waysOf(t, visit.language, providers, link)}
<section aria-labelledby="without"><h2 class="kern-heading-small" id="without">${t.signIn.without}</h2>
<p class="kern-body">${t.signIn.withoutText}</p>
<p><a class="kern-link" href="${visit.root + to(routes.portal.services, { lang: visit.language })}">${t.signIn.toServices}</a></p></section>
<section aria-labelledby="help"><h2 class="kern-heading-small" id="help">${t.signIn.helpTitle}</h2>
${t.signIn.help.map(
  ({ question, answer }) =>
    html`<details class="kern-accordion"><summary class="kern-accordion__header"><span class="kern-title">${question}</span></summary><section class="kern-accordion__body"><p class="kern-body">${answer}</p></section></details>`,
)}</section>`;
  return { title: t.signIn.title, main };
}

/** The entrance of staff: the authority's own work account, nothing else. */
export function workbenchSignInPage(
  visit: Visit,
  providers: readonly IdentityProvider[],
  back: string,
): { title: string; main: Html } {
  const t = textsFor(visit.language, visit.portal.country);
  const link = (provider: IdentityProvider) =>
    visit.root + to(routes.workbench.signIn, { lang: visit.language }, { provider: provider.key, back });
  const main = html`<h1 class="kern-heading-large">${t.workbench.title}</h1>
<p class="kern-body kern-body--large">${t.workbench.intro}</p>
${waysOf(t, visit.language, providers, link)}
<p><a class="kern-link" href="${visit.root + to(routes.portal.home, { lang: visit.language })}">${t.workbench.toPortal}</a></p>`;
  return { title: t.workbench.title, main };
}

function waysOf(
  t: Texts,
  language: Language,
  providers: readonly IdentityProvider[],
  link: (provider: IdentityProvider) => string,
): Html {
  if (providers.length === 0) return html`<p class="kern-body">${t.signIn.none}</p>`;
  const recommended = providers.filter((provider) => provider.recommended);
  const first = recommended.length > 0 ? recommended : providers.slice(0, 1);
  const others = providers.filter((provider) => !first.includes(provider));
  const button = (provider: IdentityProvider, look: string) =>
    html`<p><a class="kern-btn ${look}" href="${link(provider)}" rel="nofollow"><span class="kern-label">${t.signIn.continueWith(nameOf(provider, language))}</span></a></p>`;
  return html`<section class="sign-in-ways">${first.map((provider) => button(provider, 'kern-btn--primary'))}
${
  others.length > 0 &&
  html`<h2 class="kern-heading-small">${t.signIn.others}</h2>${others.map((provider) => button(provider, 'kern-btn--secondary'))}`
}</section>`;
}

const nameOf = (provider: IdentityProvider, language: Language): string =>
  provider.name[language] ?? provider.name.de ?? provider.name.en ?? provider.key;

/** Where sign-in leads when nothing else is asked. */
export const homeOf = (visit: Visit, language: Language): string =>
  visit.root + to(routes.portal.account, { lang: language });

export const backOf = (visit: Visit, otherwise: string): string => wayBack(visit.query.back, visit.root, otherwise);
