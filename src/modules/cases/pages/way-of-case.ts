import type { Html } from '../../../platform/html/html.ts';
import { type Moment, timeline } from '../../../ui/index.ts';
import type { Visit } from '../../identity/index.ts';
import type { EventKind } from '../engine/case-state.ts';
import type { OpenCase, OpenEvent } from '../open-case.ts';
import { textsFor } from './texts/index.ts';
import { momentOf, weekdayOf } from './when.ts';

/** What happened to a case and what is still to come, as a picture that is also a text. */
export function wayOfCase(visit: Visit, { record, state, events }: OpenCase): Html {
  const t = textsFor(visit.language, visit.portal.country).follow;
  const moments = events.map((event): Moment => momentFor(visit, event));
  const due = t.aheadBy(weekdayOf(visit, record.dueOn));
  if (state.status === 'waiting') moments.push({ at: '', title: t.ahead.answer, state: 'now' });
  if (['received', 'in-progress', 'waiting'].includes(state.status))
    moments.push({ at: due, title: t.ahead.decided, state: state.status === 'waiting' ? 'ahead' : 'now' });
  if (!['closed', 'withdrawn'].includes(state.status)) {
    const isNext = state.status === 'decided' || state.status === 'ready';
    moments.push({ at: '', title: t.ahead.delivered, state: isNext ? 'now' : 'ahead' });
  }
  return timeline(moments);
}

function momentFor(visit: Visit, { at, event, words }: OpenEvent): Moment {
  const t = textsFor(visit.language, visit.portal.country).follow;
  const text = event.kind === 'delivered' ? t.ways[event.way] : textOf(event.kind, words);
  const title = (t.events as Partial<Record<EventKind, string>>)[event.kind] ?? event.kind;
  return { at: momentOf(visit, at), title, ...(text && { text }), state: 'done' };
}

/** The applicant's own words, and what the authority asked. Reasons stand in the letter. */
const textOf = (kind: EventKind, words: unknown): string | undefined =>
  kind === 'asked' || kind === 'answered' || kind === 'corrected'
    ? String((words as { text?: string } | undefined)?.text ?? '')
    : undefined;
