import { readFileSync } from 'node:fs';
import { ContentError } from '../../packs/index.ts';

/**
 * The rows of a tab-separated table, each as its cells by column name. A file that is not there is an empty table;
 * one whose columns are not the expected ones throws `ContentError`.
 */
export function readTable<Column extends string>(path: string, columns: readonly Column[]): Record<Column, string>[] {
  const lines = linesOf(path);
  const [head, ...rows] = lines;
  if (head === undefined) return [];
  const names = head.split('\t');
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new ContentError(`${path}: column «${missing.join('», «')}» is missing`);
  const places = columns.map((column) => [column, names.indexOf(column)] as const);
  return rows.map((row) => {
    const cells = row.split('\t');
    return Object.fromEntries(places.map(([column, place]) => [column, (cells[place] ?? '').trim()])) as Record<
      Column,
      string
    >;
  });
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The parts of a cell that holds a list. */
export const listOf = (cell: string): string[] =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
