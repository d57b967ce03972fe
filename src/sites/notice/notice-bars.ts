import { type Html, html } from '../../platform/html/html.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { icon } from '../../ui/index.ts';
import type { Texts } from '../portal/texts/index.ts';
import type { Notice } from './notice.ts';

/** What operators have to tell everybody: before the page, in words; in another language where it was not translated. */
export function noticeBars(notices: readonly Notice[], language: Language, t: Texts): Html {
  if (notices.length === 0) return html``;
  return html`<section class="notices" aria-label="${t.layout.notice}">${notices.map((notice) => {
    const [lang, text] = textOf(notice, language);
    return html`<div class="notice notice--${notice.kind}"><p class="wrap">${icon(notice.kind === 'outage' ? 'warning' : 'info')}<span${
      lang !== language && html` lang="${lang}"`
    }>${text}</span></p></div>`;
  })}</section>`;
}

function textOf(notice: Notice, language: Language): [string, string] {
  const own = notice.text[language];
  if (own) return [language, own];
  return Object.entries(notice.text)[0] ?? [language, ''];
}
