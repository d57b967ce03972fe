import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { localeOf } from '../../../platform/i18n/language.ts';
import { routes, to } from '../../../routes.ts';
import { alertBox } from '../../../ui/alert-box/alert-box.ts';
import { submitButton } from '../../../ui/button/button.ts';
import { errorSummary } from '../../../ui/error-summary/error-summary.ts';
import { fieldTextsFor, fileField, textField } from '../../../ui/fields/index.ts';
import { summaryList } from '../../../ui/summary-list/summary-list.ts';
import type { Visit } from '../../identity/index.ts';
import type { Verified } from '../codes/statement.ts';
import { type Texts, textsFor } from './texts/index.ts';

/** The address of a page with a code goes to nobody. Not `no-referrer`: a form would then be sent from nowhere, and be refused. */
const HEADERS = { 'referrer-policy': 'strict-origin', 'x-robots-tag': 'noindex' };

const formAddress = (visit: Visit): string => visit.root + to(routes.portal.verify, { lang: visit.language });

/** The form; `typed` when what was typed belongs to no letter. */
export function verifyFormPage(visit: Visit, typed?: string): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const isWrong = typed !== undefined;
  const field = {
    id: 'code',
    name: 'code',
    label: t.codeLabel,
    hint: t.codeHint,
    value: typed?.slice(0, 100),
    error: isWrong ? t.wrongHint : undefined,
    autocomplete: 'off',
    spellcheck: false,
  };
  const main = html`<h1 class="kern-heading-large">${t.title}</h1>
${isWrong && errorSummary({ title: t.wrong, errors: [{ href: '#code', text: t.wrongHint }] })}
<p class="kern-body kern-body--large">${t.intro}</p>
<form method="post" action="${formAddress(visit)}" data-verify>
${textField(field, fieldTextsFor(visit.language))}
${submitButton({ label: t.check })}</form>
<p class="kern-body verify-another">${t.where}</p>`;
  return page(t.title, main, { shape: 'reading', headers: HEADERS, ...(isWrong && { status: 422 }) });
}

/** What the letter says. `sameFile`: whether the file that was laid to it is this very letter. */
export function letterPage(
  visit: Visit,
  code: string,
  letter: Extract<Verified, { kind: 'genuine' }>,
  sameFile?: boolean,
): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const { statement, revokedAt } = letter;
  const inItsLanguage = (text: string): Html =>
    statement.language === visit.language ? html`${text}` : html`<span lang="${statement.language}">${text}</span>`;
  const day = (date: Temporal.PlainDate) =>
    date.toLocaleString(localeOf(visit.language, visit.portal.country), { dateStyle: 'long' });
  const rows = [
    { label: t.kind, value: inItsLanguage(statement.title) },
    { label: t.concerns, value: statement.concerns },
    { label: t.authority, value: statement.authority },
    { label: t.issuedOn, value: day(Temporal.PlainDate.from(statement.issuedOn)) },
    { label: t.number, value: statement.number },
    ...statement.lines.map(({ label, value }) => ({ label, value: inItsLanguage(value) })),
  ];
  const revokedOn = revokedAt?.toTemporalInstant().toZonedDateTimeISO(visit.portal.timeZone).toPlainDate();
  const title = revokedOn ? t.revoked : t.genuine;
  const main = html`<h1 class="kern-heading-large">${t.title}</h1>
${revokedOn ? alertBox({ kind: 'danger', title: t.revoked, body: t.revokedText(day(revokedOn)) }) : alertBox({ kind: 'success', title: t.genuine, body: t.compare })}
${summaryList(rows)}
${letter.sha256 !== undefined && fileCheck(visit, t, code, sameFile)}
<p class="verify-another"><a class="kern-link" href="${formAddress(visit)}">${t.another}</a></p>`;
  return page(title, main, { shape: 'reading', headers: HEADERS });
}

function fileCheck(visit: Visit, t: Texts, code: string, sameFile: boolean | undefined): Html {
  const outcome =
    sameFile === undefined
      ? false
      : sameFile
        ? alertBox({ kind: 'success', title: t.fileSame, body: t.fileSameText })
        : alertBox({ kind: 'danger', title: t.fileOther, body: t.fileOtherText });
  const field = { id: 'file', name: 'file', label: t.fileLabel, hint: t.fileText, accept: '.pdf' };
  return html`<section aria-labelledby="file-check"><h2 class="kern-heading-small" id="file-check">${t.fileTitle}</h2>
${outcome}
<form method="post" action="${formAddress(visit)}" enctype="multipart/form-data"><input type="hidden" name="code" value="${code}">
${fileField(field, fieldTextsFor(visit.language))}
${submitButton({ label: t.fileCheck, look: 'secondary' })}</form></section>`;
}
