/**
 * Auto-escaping templates. Everything interpolated is escaped unless it is itself `Html`, so a value typed by
 * a person can never become markup. `null`, `undefined` and `false` print nothing; lists print their items.
 */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Child = Html | string | number | null | undefined | false | readonly Child[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const NEEDS_ESCAPE = /[&<>"']/;

/** `text` made safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return NEEDS_ESCAPE.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string) : text;
}

function print(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (child instanceof Html) return child.text;
  if (typeof child === 'string') return escapeHtml(child);
  if (typeof child === 'number') return String(child);
  let out = '';
  for (const item of child) out += print(item);
  return out;
}

export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  let out = strings[0] as string;
  for (let i = 0; i < children.length; i++) out += print(children[i]) + strings[i + 1];
  return new Html(out);
}

/** Markup from a trusted source (our own files), taken as it is. Never call this with anything a person typed. */
export const trusted = (markup: string): Html => new Html(markup);

/** A boolean attribute: ` required` or nothing. */
export const flag = (name: string, on: boolean): Html => new Html(on ? ` ${name}` : '');
