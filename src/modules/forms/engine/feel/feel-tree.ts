import { parser } from 'lezer-feel';

/** A node of the syntax tree, with the text it stands for. Punctuation and keywords are nodes too. */
export interface FeelNode {
  name: string;
  text: string;
  from: number;
  children: readonly FeelNode[];
}

/** What the author of an expression has to change, and where: an index into its text. */
export class FeelMistake extends Error {
  readonly at: number;
  constructor(says: string, at: number) {
    super(says);
    this.at = at;
  }
}

const MOST_CHARACTERS = 2_000;
const MOST_NODES = 1_500;
const MOST_DEPTH = 60;

/** The tree of one expression. Throws `FeelMistake`, also for one that is unreasonably long or deep. */
export function readFeel(source: string): FeelNode {
  if (source.length > MOST_CHARACTERS) throw new FeelMistake(`longer than ${MOST_CHARACTERS} characters`, 0);
  if (source.trim() === '') throw new FeelMistake('there is no expression', 0);
  const open: { name: string; from: number; to: number; children: FeelNode[] }[] = [
    { name: 'Top', from: 0, to: source.length, children: [] },
  ];
  let count = 0;
  parser.parse(source).iterate({
    enter(node) {
      if (node.type.isError) throw new FeelMistake('not understood here', node.from);
      if (node.name === 'LineComment' || node.name === 'BlockComment') return false;
      if (++count > MOST_NODES || open.length > MOST_DEPTH) throw new FeelMistake('too complicated', node.from);
      open.push({ name: node.name, from: node.from, to: node.to, children: [] });
      return undefined;
    },
    leave() {
      const done = open.pop();
      if (done) open.at(-1)?.children.push({ ...done, text: source.slice(done.from, done.to) });
    },
  });
  const expression = open[0]?.children[0];
  const body = expression?.children;
  if (body?.length !== 1 || open[0]?.children.length !== 1)
    throw new FeelMistake('not one whole expression', expression?.from ?? 0);
  return body[0] as FeelNode;
}

/** The children that are neither punctuation nor keywords. */
export const partsOf = (node: FeelNode): FeelNode[] =>
  node.children.filter(({ name }) => /^[A-Z]/.test(name) || name === 'null');

/** A name as it is compared: runs of white space are one blank. */
export const nameOf = (node: FeelNode): string => node.text.replace(/\s+/g, ' ').trim();
