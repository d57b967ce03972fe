/**
 * Suggestions while typing, in every field with `data-suggest` (the address that answers, without the words). The field
 * is an ordinary search field: without this script, or when nobody answers, it stays one.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
interface Suggestion {
  title: string;
  lang: string;
  href: string;
}

const WAIT_MS = 150;
const LEAST_LETTERS = 2;
const MOST = 7;

for (const field of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) suggestIn(field);

function suggestIn(field: HTMLInputElement): void {
  const address = field.dataset.suggest;
  if (!address) return;
  const box = listBoxFor(field);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    box.show([]);
  };
  const ask = async () => {
    asking?.abort();
    const words = field.value.trim();
    if (words.length < LEAST_LETTERS) return box.show([]);
    asking = new AbortController();
    const { signal } = asking;
    try {
      const joint = address.includes('?') ? '&' : '?';
      const answer = await fetch(`${address}${joint}q=${encodeURIComponent(words)}`, { signal });
      if (!answer.ok) return;
      const { results } = (await answer.json()) as { results: Suggestion[] };
      if (!signal.aborted && document.activeElement === field) box.show(results);
    } catch {
      if (!signal.aborted) box.show([]);
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || !box.isOpen()) return;
    if (event.key === 'ArrowDown') box.move(1);
    else if (event.key === 'ArrowUp') box.move(-1);
    else if (event.key === 'Escape') close();
    else if (event.key !== 'Enter' || !box.go()) return;
    event.preventDefault();
  });
  field.addEventListener('blur', close);
}

/** The list below `field`: which suggestion is chosen is said by `aria-activedescendant`, the focus stays in the field. */
function listBoxFor(field: HTMLInputElement) {
  const list = listBelow(field);
  let chosen = -1;
  const options = () => [...list.children] as HTMLElement[];
  const choose = (at: number) => {
    chosen = at;
    options().forEach((option, each) => {
      option.setAttribute('aria-selected', String(each === chosen));
    });
    const option = options()[chosen];
    if (!option) return field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };
  // The field keeps the focus, so that leaving it does not close the list before the press counts.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const href = (event.target as Element).closest<HTMLElement>('[role=option]')?.dataset.href;
    if (href) location.assign(href);
  });
  return {
    isOpen: () => !list.hidden,
    show(found: readonly Suggestion[]) {
      list.replaceChildren(...found.slice(0, MOST).map((each, at) => optionOf(list.id, each, at)));
      list.hidden = found.length === 0;
      field.setAttribute('aria-expanded', String(!list.hidden));
      choose(-1);
    },
    /** Beyond either end is the field itself, with nothing chosen. */
    move(step: number) {
      const places = options().length + 1;
      choose(((chosen + 1 + step + places) % places) - 1);
    },
    go(): boolean {
      const href = options()[chosen]?.dataset.href;
      if (href) location.assign(href);
      return href !== undefined;
    },
  };
}

function listBelow(field: HTMLInputElement): HTMLElement {
  const list = document.createElement('ul');
  list.id = `${field.id}-suggestions`;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.dataset.suggestLabel ?? field.labels?.[0]?.textContent ?? '');
  list.hidden = true;
  const holder = field.closest('form') ?? field.parentElement;
  holder?.classList.add('suggests');
  holder?.append(list);
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-expanded', 'false');
  field.setAttribute('aria-controls', list.id);
  return list;
}

function optionOf(listId: string, { title, lang, href }: Suggestion, at: number): HTMLElement {
  const option = document.createElement('li');
  option.id = `${listId}-${at}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.lang = lang;
  option.dataset.href = href;
  option.textContent = title;
  return option;
}
