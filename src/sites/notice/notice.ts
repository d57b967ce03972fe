import type { Language } from '../../platform/i18n/language.ts';

export const NOTICE_KINDS = ['information', 'outage'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What operators tell all visitors of a portal, or of all of them, for a while. */
export interface Notice {
  id: string;
  /** Undefined: on all portals. */
  portal?: string;
  kind: NoticeKind;
  /** At least one language. */
  text: Partial<Record<Language, string>>;
  from: Temporal.Instant;
  /** Undefined: until it is taken back. */
  until?: Temporal.Instant;
}

/** Those of `notices` that hold on `portal` at `at`, newest first. */
export const noticesOn = (notices: readonly Notice[], portal: string, at: Temporal.Instant): Notice[] =>
  notices.filter(
    (notice) =>
      (notice.portal === undefined || notice.portal === portal) &&
      Temporal.Instant.compare(notice.from, at) <= 0 &&
      (notice.until === undefined || Temporal.Instant.compare(at, notice.until) < 0),
  );
