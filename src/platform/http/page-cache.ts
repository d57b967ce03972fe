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
  /** Packed when somebody asks a second time: most pages of a large catalogue are seen once. */
  packed(): Buffer;
  headers: Record<string, string>;
}

export function createPageCache(mostBytes: number): PageCache {
  const pages = new Map<string, FinishedPage>();
  let bytes = 0;
  const sizes = new WeakMap<FinishedPage, number>();
  const sizeOf = (page: FinishedPage) => sizes.get(page) ?? 0;
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
      let gzip: Buffer | undefined;
      const packed = () => {
        gzip ??= gzipSync(plain, { level: 6 });
        return gzip;
      };
      const page = { plain, packed, headers };
      // With what it will weigh packed, a third at most, so that the bound holds whatever is asked for later.
      sizes.set(page, Math.ceil((plain.length * 4) / 3));
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
