import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF that Typst made, line by line in the order of its tags: enough to compare a letter with what a
 * person approved, not a reader of other PDFs. Also finds glyphs that have no letter, which would come out empty.
 */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const unicodeOf = new Map([...objects].map(([id, body]) => [id, /\/ToUnicode (\d+) 0 R/.exec(body)?.[1]]));
  const fonts = new Map<string, Map<number, string>>();
  for (const body of objects.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
      const table = objects.get(unicodeOf.get(id) ?? '');
      if (table) fonts.set(name, lettersOf(table));
    }
  const pages = [...objects.values()].filter((body) => / BT\s|\nBT\s/.test(body) && /\sTJ\s/.test(body));
  return pages.map((body) => linesOf(body, fonts)).join('\n');
}

function objectsOf(pdf: Buffer): Map<string, string> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', body = ''] = found;
    const stream = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1];
    const isPacked = stream !== undefined && /\/FlateDecode/.test(body.slice(0, body.indexOf('stream')));
    const unpacked = isPacked ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : (stream ?? '');
    objects.set(id, `${body.split('stream')[0]}\n${unpacked}`);
  }
  return objects;
}

function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, glyph = '', letter = ''] of table.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/g))
    letters.set(Number.parseInt(glyph, 16), Buffer.from(letter, 'hex').swap16().toString('utf16le'));
  return letters;
}

function linesOf(content: string, fonts: Map<string, Map<number, string>>): string {
  let out = '';
  let lastY = '';
  for (const [, y = '', block = ''] of content.matchAll(
    /1 0 0 -1 [\d.-]+ ([\d.-]+) cm(?:(?!1 0 0 -1)[\s\S])*?BT\s([\s\S]*?)ET\s/g,
  )) {
    const letters = fonts.get(/\/(f\d+) /.exec(block)?.[1] ?? '');
    const glyphs = stringsOf(block).map(bytesOf);
    const text = glyphs
      .flatMap((bytes) => Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16BE(at * 2)))
      .map((glyph) => letters?.get(glyph) ?? '\uFFFD')
      .join('');
    out += y === lastY ? ` ${text}` : `\n${text}`;
    lastY = y;
  }
  return out.replace(/ {2,}/g, ' ').trim();
}

/** What stands in brackets; brackets within, as long as they are balanced, are part of it. */
function stringsOf(block: string): string[] {
  const strings: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < block.length; at++) {
    const sign = block[at];
    if (sign === '\\' && depth > 0) at++;
    else if (sign === '(' && depth++ === 0) start = at + 1;
    else if (sign === ')' && --depth === 0) strings.push(block.slice(start, at));
  }
  return strings;
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const bytesOf = (raw: string): Buffer =>
  Buffer.from(
    raw.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    ),
    'latin1',
  );
