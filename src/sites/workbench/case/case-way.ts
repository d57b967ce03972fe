import type { OpenEvent } from '../../../modules/cases/index.ts';
import type { Visit } from '../../../modules/identity/index.ts';
import type { Html } from '../../../platform/html/html.ts';
import { timeline } from '../../../ui/index.ts';
import { textsFor } from '../texts/index.ts';
import { momentWords } from './moment-words.ts';
import type { OpenDesk } from './read-desk.ts';

/** All that happened, by whom, with what they wrote. */
export const wayOf = (visit: Visit, desk: OpenDesk): Html =>
  timeline(
    desk.opened.events.map((event) => {
      const t = textsFor(visit.language, visit.portal.country).case;
      const words = wordsOf(visit, event);
      const by = whoDid(visit, desk, event);
      return {
        at: momentWords(visit, event.at),
        title: t.events[event.event.kind],
        text: words ? `${by}: ${words}` : by,
        state: 'done',
      };
    }),
  );

/** `Übernommen, Beat Bearbeiter, heute 14:05` */
export function eventLine(visit: Visit, desk: OpenDesk, event: OpenEvent): string {
  const t = textsFor(visit.language, visit.portal.country).case;
  const line = [t.events[event.event.kind], whoDid(visit, desk, event), momentWords(visit, event.at)].join(', ');
  const words = wordsOf(visit, event);
  return words ? `${line}: ${words}` : line;
}

function whoDid(visit: Visit, { colleagues }: OpenDesk, { actorKind, actorId, event }: OpenEvent): string {
  const t = textsFor(visit.language, visit.portal.country).case;
  const nameOf = (id: string | null) => colleagues.find(({ personId }) => personId === id)?.name ?? t.byStaff;
  if (event.kind === 'assigned') return `${nameOf(actorId)} → ${nameOf(event.to)}`;
  if (actorKind === 'staff') return nameOf(actorId);
  return actorKind === 'job' ? t.byMachine : t.byApplicant;
}

/** What was written with an event; of a refusal its reasons, of a failed delivery why. */
function wordsOf(visit: Visit, { words }: OpenEvent): string | undefined {
  const said = (words ?? {}) as { text?: string; reasons?: readonly string[]; why?: string };
  const whys = textsFor(visit.language, visit.portal.country).case.whys as Record<string, string>;
  const text = said.text ?? said.reasons?.join('\n') ?? (said.why && whys[said.why]);
  return text || undefined;
}
