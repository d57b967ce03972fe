import { type CompiledForm, compileForm } from './compile-form.ts';
import { evaluate } from './evaluate-form.ts';
import { type FormProblem, readDefinition } from './form-definition.ts';
import { checkTexts, type FormTexts } from './form-texts.ts';
import { type Journey, travel } from './journey.ts';

/** What `content:check` hands over of one form. */
export interface FormToCheck {
  definition: unknown;
  /** By language. */
  texts: Readonly<Record<string, unknown>>;
  languages: readonly string[];
  /** By file name. */
  journeys: Readonly<Record<string, unknown>>;
}

/**
 * Everything that is wrong with a form: its shape, unknown fields and wrong types in expressions, circles, missing texts,
 * pages that nobody can reach, journeys that no longer hold. Empty when all is well.
 */
export function checkForm({ definition, texts, languages, journeys }: FormToCheck): FormProblem[] {
  const read = readDefinition(definition);
  if (Array.isArray(read)) return read;
  const form = compileForm(read);
  if (Array.isArray(form)) return form;
  const problems = [
    ...languages.flatMap((language) => checkTexts(form, texts[language], language)),
    ...uploadsStandAlone(form),
    ...deadPages(form),
  ];
  if (problems.length > 0) return problems;
  return checkJourneys(form, texts as Record<string, FormTexts>, journeys);
}

/** Without scripts, choosing a file and typing go in two ways; one page must not need both. */
function uploadsStandAlone(form: CompiledForm): FormProblem[] {
  return form.pages
    .filter(({ fields }) => fields.length > 1 && fields.some(({ definition }) => definition.kind === 'upload'))
    .map(({ key }) => ({ at: `pages/${key}`, says: 'an upload needs a page of its own' }));
}

function deadPages(form: CompiledForm): FormProblem[] {
  const run = { roots: new Array(form.slots).fill(null), locals: [], steps: 0, today: '2026-01-01' };
  return form.pages
    .filter(({ key, visible }) => {
      const source = form.definition.pages.find((page) => page.key === key)?.visible ?? '';
      return visible && /^\s*(false|null)\s*$/.test(source) && evaluate({ run }, visible) !== true;
    })
    .map(({ key }) => ({ at: `pages/${key}`, says: 'nobody can reach this page' }));
}

function checkJourneys(
  form: CompiledForm,
  texts: Readonly<Record<string, FormTexts>>,
  journeys: Readonly<Record<string, unknown>>,
): FormProblem[] {
  const problems: FormProblem[] = [];
  const seen = new Set<string>();
  for (const [name, raw] of Object.entries(journeys)) {
    const at = `journeys/${name}`;
    const journey = raw as Journey;
    const own = texts[journey?.language];
    if (!own || !journey.expect || !journey.answers || !journey.portal) {
      problems.push({ at, says: 'a journey needs language, portal, place, today, answers and expect' });
      continue;
    }
    const { pages, differs } = travel(form, own, journey);
    for (const page of pages) seen.add(page);
    problems.push(...differs.map((says) => ({ at, says })));
  }
  if (Object.keys(journeys).length === 0) return [{ at: 'journeys', says: 'a form needs at least one journey' }];
  for (const { key } of form.pages)
    if (!seen.has(key)) problems.push({ at: `pages/${key}`, says: 'no journey reaches this page' });
  return problems;
}
