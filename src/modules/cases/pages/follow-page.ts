import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { fieldTextsFor, textArea } from '../../../ui/fields/index.ts';
import { alertBox, badge, breadcrumbs, errorSummary, submitButton } from '../../../ui/index.ts';
import type { Visit } from '../../identity/index.ts';
import { answerField, answerFields } from '../../mailbox/index.ts';
import type { Followed } from '../account/follow-case.ts';
import { isOwnAct, type OwnAct, type OwnOutcome, type TypedAct } from '../account/own-act.ts';
import { isPossible } from '../engine/decide.ts';
import type { Surroundings } from '../surroundings.ts';
import { TONES } from './account-page.ts';
import { answersOf, documentsOf, messagesOf } from './follow-parts.ts';
import { textsFor } from './texts/index.ts';
import { wayOfCase } from './way-of-case.ts';

export interface Following {
  /** With number and code one sees how far it is and what was written, not what was answered in the form. */
  by: 'account' | 'code';
  /** Where the acts are sent: to the page itself with `act`, or below it. */
  action: string;
  fault?: Fault;
}

/** A case as the one who sent it follows it: where it stands first, then what can be done, then all the rest. */
export function followPage(visit: Visit, surroundings: Surroundings, followed: Followed, how: Following): Answer {
  const texts = textsFor(visit.language, visit.portal.country);
  const t = texts.follow;
  const { record, state } = followed.opened;
  const { text: title, lang } = surroundings.title(record.portal, record.service, visit.language);
  const account = visit.root + to(urls.portal.account, { lang: visit.language });
  const looks = `${visit.root}${to(urls.portal.lookedAt, { lang: visit.language })}?case=${record.id}`;
  const done = visit.query.done ?? '';
  // A request that was not read to its end can't be followed by another on the same connection.
  const isCutOff = how.fault?.kind === 'answer' && how.fault.isCutOff;
  const main = html`${how.fault && faultBox(visit, how.fault)}
${how.by === 'account' && breadcrumbs([{ href: account, label: t.back }, { label: title }])}
<h1 class="kern-heading-large"><span lang="${lang}">${title}</span></h1>
<p class="kern-body">${t.number} <strong class="case-number">${record.number}</strong> · ${t.authority}: ${surroundings.authority(record.authorityId)?.name}</p>
<p>${badge({ text: texts.statuses[state.status], tone: TONES[state.status] })}</p>
${!how.fault && isOwnAct(done) && alertBox({ kind: 'success', title: t.done[done] })}
${answerForm(visit, followed, how)}
<h2 class="kern-heading-medium">${t.timeline}</h2>
${wayOfCase(visit, followed.opened)}
${state.status === 'closed' && html`<p class="kern-body">${state.delivery === 'mailbox' ? t.letterInMailbox : t.letterByPost}</p>`}
${messagesOf(visit, followed)}
${how.by === 'account' && documentsOf(visit, followed)}
${how.by === 'account' && answersOf(visit, followed)}
${changes(visit, followed, how)}
${how.by === 'account' && html`<p class="kern-body"><a class="kern-link" href="${looks}">${t.looks}</a></p>`}`;
  return page(title, main, {
    ...(how.fault && { status: statusOf(how.fault) }),
    ...(isCutOff && { headers: { connection: 'close' } }),
  });
}

type Fault = Exclude<OwnOutcome, { kind: 'done' }>;

function statusOf(fault: Fault): number {
  if (fault.kind === 'answer') return fault.draft.errors.length > 0 ? 422 : 200;
  return fault.kind === 'typed' ? 422 : 409;
}

function faultBox(visit: Visit, fault: Fault): Child {
  const t = textsFor(visit.language, visit.portal.country).follow;
  if (fault.kind === 'answer') {
    const errors = fault.draft.errors.map(({ field, text }) => ({ href: `#${field}`, text }));
    return errors.length > 0 && errorSummary({ title: t.faultTitle, errors });
  }
  if (fault.kind === 'typed') {
    const text = fault.wrong === 'missing' ? t.missing : t.tooLong;
    return errorSummary({ title: t.faultTitle, errors: [{ href: `#${fault.act}`, text }] });
  }
  const kept =
    fault.text &&
    html`<p class="kern-body">${t.notNowText}</p><blockquote class="kept-text">${fault.text}</blockquote>`;
  return alertBox({ kind: 'warning', title: t.notNowTitle, body: html`<p class="kern-body">${t.notNow}</p>${kept}` });
}

const addressOfAct = (how: Following, act: OwnAct): string =>
  how.by === 'account' ? `${how.action}/${act}` : how.action;

/** A form for one act: from an account below the case, with a code to the page itself. */
function actForm(how: Following, act: TypedAct, body: Child): Html {
  return html`<form method="post" action="${addressOfAct(how, act)}" novalidate><input type="hidden" name="act" value="${act}">${body}</form>`;
}

function wordsField(visit: Visit, how: Following, act: TypedAct, label: string, isOptional = false): Html {
  const t = textsFor(visit.language, visit.portal.country).follow;
  const fault = how.fault?.kind === 'typed' && how.fault.act === act ? how.fault : undefined;
  const error = fault && (fault.wrong === 'missing' ? t.missing : t.tooLong);
  return textArea(
    { id: act, name: 'text', label, error, value: fault?.text, isOptional },
    fieldTextsFor(visit.language),
  );
}

function answerForm(visit: Visit, { opened, messages, files }: Followed, how: Following): Child {
  const t = textsFor(visit.language, visit.portal.country).follow;
  const question = messages.findLast(({ wantsAnswer, answeredAt }) => wantsAnswer && !answeredAt);
  if (!question || !isPossible(opened.state, 'answer')) return undefined;
  const { fault } = how;
  const draft = fault?.kind === 'answer' && fault.messageId === question.id ? fault.draft : undefined;
  const attached = files.filter(({ field }) => field === answerField(question.id));
  return html`<section class="asked" aria-labelledby="asked"><h2 class="kern-heading-medium" id="asked">${t.answerTitle}</h2>
<p class="kern-body message-text">${question.body}</p>
<form method="post" action="${addressOfAct(how, 'answer')}?message=${question.id}" enctype="multipart/form-data" class="answer-form" novalidate>
${answerFields(visit, { attached, draft })}</form></section>`;
}

/** Correct and withdraw, folded away until they are wanted; both only while nothing is decided. */
function changes(visit: Visit, { opened }: Followed, how: Following): Child {
  const t = textsFor(visit.language, visit.portal.country).follow;
  if (!isPossible(opened.state, 'withdraw')) return undefined;
  const isOpen = (act: TypedAct) => how.fault?.kind === 'typed' && how.fault.act === act && html` open`;
  return html`<h2 class="kern-heading-medium">${t.change}</h2>
<details class="fold"${isOpen('correct')}><summary>${t.correct}</summary><p class="kern-body">${t.correctText}</p>
${actForm(how, 'correct', html`${wordsField(visit, how, 'correct', t.correctLabel)}<p class="buttons">${submitButton({ label: t.sendCorrection, look: 'secondary' })}</p>`)}</details>
<details class="fold"${isOpen('withdraw')}><summary>${t.withdraw}</summary><p class="kern-body">${t.withdrawText}</p>
${actForm(how, 'withdraw', html`${wordsField(visit, how, 'withdraw', t.withdrawReason, true)}<p class="buttons">${submitButton({ label: t.withdrawAct, look: 'secondary' })}</p>`)}</details>`;
}
