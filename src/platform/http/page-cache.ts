import { gzipSync } from 'node:zlib';

/** Finished bytes of pages that are the same for everybody who is not signed in. Bounded; oldest use goes first. */
export interface PageCache {
  get(key: string): FinishedPage | undefined;
  put(key: string, html: string, headers: Record<string, string>): FinishedPage;
  /** Everything is forgotten: content or a notice has changed. */
  clear(): void;
}

export interface FinishedPage {
  plain: Buffer;
  gzip: Buffer;
  headers: Record<string, string>;
}

export function createPageCache(mostBytes: number): PageCache {
  const pages = new Map<string, FinishedPage>();
  let bytes = 0;
  const sizeOf = (page: FinishedPage) => page.plain.length + page.gzip.length;
  const drop = (key: string) => {
    const page = pages.get(key);
    if (page) bytes -= sizeOf(page);
    pages.delete(key);
  };
  return {
    get(key) {
      const page = pages.get(key);
      if (page && bytes > mostBytes / 2) {
        pages.delete(key);
        pages.set(key, page);
      }
      return page;
    },
    put(key, html, headers) {
      drop(key);
      const plain = Buffer.from(html, 'utf8');
      const page = { plain, gzip: gzipSync(plain, { level: 6 }), headers };
      pages.set(key, page);
      bytes += sizeOf(page);
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
      return page;
    },
    clear() {
      pages.clear();
      bytes = 0;
    },
  };
}
