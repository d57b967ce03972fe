import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A file that browsers may keep for ever: its name changes with its bytes. */
export interface FinishedFile {
  /** With the hash: `portal.1f3a5b7c9d.css`. */
  name: string;
  type: string;
  plain: Buffer;
  /** Only where packing makes it smaller. */
  gzip?: Buffer;
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** `plain` under `name` (`portal.css`), hashed and packed. */
export function finishFile(name: string, plain: Buffer): FinishedFile {
  const cut = name.lastIndexOf('.');
  const ending = name.slice(cut + 1);
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 10);
  const gzip = ending === 'woff2' ? undefined : gzipSync(plain, { level: 9 });
  return {
    name: `${name.slice(0, cut)}.${hash}.${ending}`,
    type: TYPES[ending] ?? 'application/octet-stream',
    plain,
    ...(gzip && gzip.length < plain.length && { gzip }),
  };
}
