import { endsAsZip, looksLikeMarkup, type Watch } from './watch.ts';

const ENCRYPT = '/Encrypt';

/** A PDF begins at its first byte, ends with its mark, can be read by the scanner, and is nothing else besides. */
export function watchPdf(head: Buffer): Watch | undefined {
  if (!/^%PDF-[12]\.\d/.test(head.toString('latin1', 0, 8))) return undefined;
  const isMarkup = looksLikeMarkup(head.subarray(0, 1_024));
  let before = '';
  return {
    type: 'application/pdf',
    take(chunk) {
      if (isMarkup) return 'suspicious';
      const text = before + chunk.toString('latin1');
      before = text.slice(-ENCRYPT.length);
      return /\/Encrypt[\s/<\d]/.test(text) || text.endsWith(ENCRYPT) ? 'encrypted' : undefined;
    },
    end(tail) {
      if (endsAsZip(tail)) return 'suspicious';
      return tail.subarray(-1_024).includes('%%EOF') ? undefined : 'damaged';
    },
  };
}
