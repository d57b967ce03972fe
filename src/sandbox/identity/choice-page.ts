import { type Html, html, trusted } from '../../platform/html/html.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { nameOf, type SeededPerson, type SeededStaff } from '../people.ts';
import { seededPeople, seededStaff } from '../world.ts';
import { type SandboxTexts, texts } from './texts.ts';

/** The page on which one chooses who to be: one big button for each, no password, no script. */
export function choicePage(
  kind: 'people' | 'staff',
  language: Language,
  action: string,
  today: Temporal.PlainDate,
): Html {
  const t = texts[language];
  return frame(
    language,
    html`<h1>${kind === 'staff' ? t.chooseStaff : t.choosePerson}</h1>
<p class="note">${t.invented}</p>
<form method="post" action="${action}">${kind === 'staff' ? staffGroups(t) : peopleGroups(t, today)}
<p><button class="plain" name="person" value="">${t.cancel}</button></p></form>`,
  );
}

/** Shown when there is nothing to finish: a stale tab, a bookmark. */
export const gonePage = (language: Language): Html =>
  frame(language, html`<h1>${texts[language].title}</h1><p>${texts[language].gone}</p>`);

function peopleGroups(t: SandboxTexts, today: Temporal.PlainDate): Html[] {
  const able = seededPeople.filter((person) => person.acr !== undefined);
  return [...Map.groupBy(able, (person) => person.address.municipality)].map(([municipality, people]) =>
    group(
      placeNames[municipality] ?? municipality,
      people.map((person) => personButton(person, t, today)),
    ),
  );
}

const staffGroups = (t: SandboxTexts): Html[] =>
  [...Map.groupBy(seededStaff, (member) => member.authority)].map(([authority, members]) =>
    group(
      authority ? (placeNames[authority] ?? authority) : t.platform,
      members.map((member) => staffButton(member, t)),
    ),
  );

const placeNames: Record<string, string> = {
  'ch-1630': 'Glarus Nord',
  'ch-1632': 'Glarus',
  'ch-gl': 'Kanton Glarus',
  'ch-3203': 'St. Gallen',
  'ch-261': 'Zürich',
  'de-10041100': 'Saarbrücken',
  'de-10044115': 'Saarlouis',
};

const group = (title: string, buttons: Html[]): Html =>
  html`<section><h2>${title}</h2><div class="people">${buttons}</div></section>`;

function personButton(person: SeededPerson, t: SandboxTexts, today: Temporal.PlainDate): Html {
  const years = Temporal.PlainDate.from(person.birthdate).until(today, { largestUnit: 'years' }).years;
  const facts = [
    t.age(years),
    years < 18 && t.child,
    person.children && t.parent(person.children.length),
    person.guardianOf && t.guardian,
    person.officerOf && t.officer,
    person.nationality !== (person.taxId ? 'DEU' : 'CHE') && t.foreign,
  ].filter((fact) => typeof fact === 'string');
  const acr = person.acr ?? 100;
  const level = acr >= 500 ? t.level.high : acr >= 400 ? t.level.substantial : t.level.low;
  return button(person.key, nameOf(person), facts.join(', '), `${level} (${acr})`);
}

const staffButton = (member: SeededStaff, t: SandboxTexts): Html =>
  button(member.key, nameOf(member), t.role[member.role], '');

const button = (key: string, name: string, facts: string, level: string): Html =>
  html`<button name="person" value="${key}"><strong>${name}</strong><span>${facts}</span><em>${level}</em></button>`;

const frame = (language: Language, main: Html): Html => html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts[language].title}</title><link rel="stylesheet" href="/look.css"></head>
<body><main>${main}</main></body></html>`;

/** Served as a file of its own, so that the page needs no inline style. */
export const LOOK = trusted(`:root{color-scheme:light dark}
body{margin:0;font:18px/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
main{max-width:62rem;margin:0 auto;padding:1.5rem}
.note{border-inline-start:.4rem solid #b45309;padding:.25rem 1rem}
.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.75rem}
button{font:inherit;text-align:start;padding:.9rem 1rem;border:2px solid #52616b;border-radius:.5rem;background:Canvas;color:CanvasText;cursor:pointer}
button:hover,button:focus-visible{outline:3px solid #1d4ed8;outline-offset:2px}
button strong,button span,button em{display:block}
button em{font-style:normal}
h2{margin:1.5rem 0 .5rem}
.plain{margin-top:1.5rem}`).text;
