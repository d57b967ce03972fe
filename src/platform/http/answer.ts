import type { Readable } from 'node:stream';
import type { Html } from '../html/html.ts';

/** What a route answers with. A site puts its layout around a `page`; everything else goes out as it is. */
export type Answer =
  | {
      kind: 'page';
      status: number;
      title: string;
      main: Html;
      /** Extra markup for `<head>`, e.g. `application/ld+json`. */
      head?: Html;
      /** `anonymous` may be kept as finished bytes for visitors who are not signed in; default `never`. */
      cache?: 'anonymous' | 'never';
      cookies?: readonly SetCookie[];
      headers?: Record<string, string>;
      /**
       * How a site lays the page out: `reading` in a column of text, `wide` in the whole width between the margins,
       * `bleed` from edge to edge (the page brings its own margins), `bare` without what stands below other pages.
       */
      shape?: 'reading' | 'wide' | 'bleed' | 'bare';
    }
  | { kind: 'redirect'; to: string; cookies?: readonly SetCookie[]; headers?: Record<string, string> }
  | { kind: 'json'; status: number; value: unknown; headers?: Record<string, string> }
  | { kind: 'bytes'; status: number; type: string; body: Buffer | string | Readable; headers?: Record<string, string> };

export interface SetCookie {
  /** Without prefix; the server adds `__Host-` where the site is served over TLS. */
  name: string;
  /** Empty deletes it. */
  value: string;
  maxAgeSeconds?: number;
}

export const page = (
  title: string,
  main: Html,
  more: Partial<Omit<Extract<Answer, { kind: 'page' }>, 'kind' | 'title' | 'main'>> = {},
): Answer => ({
  kind: 'page',
  status: 200,
  title,
  main,
  ...more,
});

/** 303, so that a reload after sending never sends again. */
export const redirect = (to: string, cookies?: readonly SetCookie[]): Answer => ({
  kind: 'redirect',
  to,
  ...(cookies && { cookies }),
});
export const json = (value: unknown, status = 200, headers?: Record<string, string>): Answer => ({
  kind: 'json',
  status,
  value,
  ...(headers && { headers }),
});
