import type { CompiledForm } from './compile-form.ts';
import { evaluateForm, type FormState, type Situation } from './evaluate-form.ts';
import type { FormTexts } from './form-texts.ts';
import { mergePage, shownOn } from './merge-page.ts';
import { firstGap, outcomeOf, summaryOf } from './summary.ts';

/** Somebody's way through a form, and what must come of it: a `journeys/<name>.yaml`. */
export interface Journey {
  language: Situation['setting']['language'];
  portal: { key: string; country: 'ch' | 'de' };
  place: string;
  today: string;
  visitor?: Partial<Situation['outside']['visitor']>;
  attributes?: Record<string, string>;
  /** What is typed, by name of the input: `applicant.birthdate.day: "14"`. */
  answers: Record<string, string | string[]>;
  /** Names of uploaded files by field. */
  files?: Record<string, string[]>;
  expect: {
    /** Pages in the order in which they are seen. */
    pages: string[];
    /** Rows of the summary, `label: value`. */
    summary?: Record<string, string>;
    delivery?: string;
    label?: string;
    copies?: number;
    /** The field at which it must not go on. */
    stopsAt?: string;
  };
}

const MOST_PAGES = 200;

/** Goes through `form` page by page as somebody would. Returns what is not as expected, and the pages that were seen. */
export function travel(form: CompiledForm, texts: FormTexts, journey: Journey): { pages: string[]; differs: string[] } {
  let state = evaluateForm(form, situationOf(journey));
  const seen: string[] = [];
  let at = state.pages[0]?.key;
  while (at !== undefined && seen.length < MOST_PAGES) {
    const page = at;
    seen.push(page);
    const shown = shownOn(state, page);
    state = mergePage(state, page, { ...empty(state, page), ...journey.answers }, shown).state;
    if (state.pages.some(({ key, isComplete }) => key === page && !isComplete)) break;
    const index = state.pages.findIndex(({ key }) => key === page);
    at = state.pages[index + 1]?.key;
  }
  return { pages: seen, differs: differences(state, texts, journey, seen) };
}

/** Inputs that a page shows are sent even when nothing was typed. */
function empty(state: FormState, page: string): Record<string, string> {
  const fields = state.pages.find(({ key }) => key === page)?.fields ?? [];
  return Object.fromEntries(
    fields
      .filter(({ field }) => !['choice', 'yes-no'].includes(field.definition.kind))
      .flatMap(({ field }) =>
        field.kind.parts(field.options).map((part) => [part === '' ? field.key : `${field.key}.${part}`, '']),
      ),
  );
}

function differences(state: FormState, texts: FormTexts, { expect }: Journey, seen: readonly string[]): string[] {
  const differs: string[] = [];
  const same = (what: string, is: unknown, should: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(should))
      differs.push(`${what} is ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`);
  };
  same('pages', seen, expect.pages);
  same('the field where it stops', firstGap(state)?.field, expect.stopsAt);
  const { label, delivery, copies } = outcomeOf(state);
  if (expect.label !== undefined) same('label', label, expect.label);
  if (expect.delivery !== undefined) same('delivery', delivery, expect.delivery);
  if (expect.copies !== undefined) same('copies', copies, expect.copies);
  if (expect.summary) {
    const rows = summaryOf(state, texts).flatMap((page) => page.rows);
    same('summary', Object.fromEntries(rows.map(({ label: name, value }) => [name, value])), expect.summary);
  }
  return differs;
}

function situationOf(journey: Journey): Situation {
  const { language, portal } = journey;
  const locale = `${language}-${language === 'en' ? 'GB' : portal.country === 'ch' ? 'CH' : language.toUpperCase()}`;
  return {
    entries: {},
    files: Object.fromEntries(
      Object.entries(journey.files ?? {}).map(([field, names]) => [
        field,
        names.map((name, at) => ({
          id: `00000000-0000-8000-8000-00000000000${at}`,
          name,
          sizeBytes: 1,
          state: 'clean' as const,
        })),
      ]),
    ),
    attributes: Object.fromEntries(
      Object.entries(journey.attributes ?? {}).map(([name, value]) => [
        name,
        { value, source: 'journey', at: journey.today },
      ]),
    ),
    outside: {
      portal,
      place: { key: journey.place },
      visitor: { level: 'none', isSignedIn: false, isVerified: false, ...journey.visitor },
    },
    setting: { language, locale, country: portal.country, today: journey.today },
  };
}
