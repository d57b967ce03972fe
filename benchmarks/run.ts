/**
 * `npm run bench`: a line per figure with its bar; exit 1 where one falls short. `--json` for machines; words choose
 * questions. Speed and memory are compared with raw counterparts in the same run, never with a clock.
 */
import { type Figure, holds, lineOf } from './figure.ts';
import { firstView } from './questions/first-view.ts';
import { formStep } from './questions/form-step.ts';
import { inbox } from './questions/inbox.ts';
import { pages } from './questions/pages.ts';
import { places } from './questions/places.ts';
import { search } from './questions/search.ts';
import { start } from './questions/start.ts';
import { submissions } from './questions/submissions.ts';
import { openWorld } from './world.ts';

/** `start` comes last: it measures the memory that the others have left, and ends the hall. */
const QUESTIONS = [firstView, pages, places, search, formStep, submissions, inbox, start];

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const asJson = process.argv.includes('--json');
const chosen = QUESTIONS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const world = await openWorld();
const all: Figure[] = [];
try {
  for (const question of chosen) {
    const figures = await question.figures(world);
    all.push(...figures);
    if (!asJson) for (const figure of figures) console.log(lineOf(figure));
  }
} finally {
  await world.close();
}
if (asJson)
  console.log(
    JSON.stringify(
      all.map((figure) => ({ ...figure, holds: holds(figure) })),
      null,
      1,
    ),
  );
process.exit(all.length > 0 && all.every(holds) ? 0 : 1);
