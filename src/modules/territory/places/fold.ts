/**
 * Names as people type them, made comparable: lower case, St. for Sankt and Saint, blanks for hyphens and dots. An
 * umlaut is typed in three ways (Saarbrücken, Saarbruecken, Saarbrucken): a name is indexed under both spellings
 * without umlaut, and what is typed is looked for as it is. Folding `ue` to `u` would make Neuenkirchen Neunkirchen.
 */
export function spellingsOf(name: string): string[] {
  const plain = tidy(name);
  return [...new Set([withE(plain), withoutMarks(plain)])];
}

/** What somebody typed: an umlaut is spelt with e. */
export const foldTyped = (typed: string): string => withE(tidy(typed));

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'`´]/g, '')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .replace(/\b(?:sankt|saint|san|santa|sainte|ste)\b(?= )/g, 'st')
    .trim();

const withE = (text: string): string =>
  withoutMarks(text.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'));

const withoutMarks = (text: string): string =>
  text.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');

/**
 * A name and what it is called for short: `Biel/Bienne`, `Buchs (SG)`, `Rapperswil SG`,
 * `Frankfurt am Main`.
 */
export function shortNamesOf(name: string): string[] {
  const bare = name
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/ [A-Z]{2}( \d)?$/, '')
    .trim();
  const parts = bare.split('/').map((part) => part.trim());
  const short = bare.replace(/\s+(?:am|an der|ob der|an|bei|im|in|vor der|i\.|a\.|b\.)\s.*$/i, '');
  return [...new Set([name, bare, ...parts, short])].filter((each) => each !== '');
}
