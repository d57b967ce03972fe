import { looksLikeMarkup, type Watch } from './watch.ts';

/** Beginnings of texts that programs run or unfold. */
const PROGRAM = /^(#!|MZ|%!|\{\\rtf|<|@echo|rem\s|\[autorun|\[internetshortcut)/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that no text contains
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** Plain text is UTF-8 without control characters, and not the source of something else. */
export function watchText(head: Buffer): Watch | undefined {
  const beginning = new TextDecoder('utf-8')
    .decode(head)
    .replace(/\uFFFD+$/, '')
    .trimStart();
  if (CONTROL.test(beginning) || beginning.includes('\uFFFD')) return undefined;
  if (PROGRAM.test(beginning) || looksLikeMarkup(head)) return undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isText = (chunk?: Buffer): boolean => {
    try {
      return !CONTROL.test(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch {
      return false;
    }
  };
  return {
    type: 'text/plain',
    take: (chunk) => (isText(chunk) ? undefined : 'wrong-type'),
    end: () => (isText() ? undefined : 'wrong-type'),
  };
}
