/** Endings that belong to a type, the usual one first. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe'],
  'image/png': ['png'],
  'text/plain': ['txt', 'text', 'csv', 'log', 'md'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
};

const MOST_BYTES = 180;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * What somebody called a file, made harmless: no path, no control or direction characters, no leading dot, at most 180
 * bytes, with an ending that belongs to what the file is. It is only ever shown, never used as a path.
 */
export function safeName(given: string, type: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{C}\u2028\u2029]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N} ._()+,&'’–-]/gu, '_')
    .replace(/\s+/g, ' ')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const named = plain === '' || RESERVED.test(plain) ? `file-${plain}`.replace(/-$/, '') : plain;
  const endings = ENDINGS[type] ?? [];
  const dot = named.lastIndexOf('.');
  const ending = dot === -1 ? '' : named.slice(dot + 1).toLowerCase();
  const fits = endings.length === 0 || endings.includes(ending);
  const stem = fits && dot > 0 ? named.slice(0, dot) : named;
  const end = fits && dot > 0 ? named.slice(dot) : endings[0] ? `.${endings[0]}` : '';
  return shorten(stem, MOST_BYTES - Buffer.byteLength(end)) + end;
}

function shorten(text: string, mostBytes: number): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  let short = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > mostBytes) break;
    short += segment;
  }
  return short.trimEnd() || 'file';
}
