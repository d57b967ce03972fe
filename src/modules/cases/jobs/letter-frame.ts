import type { LetterAsk } from '../../documents/index.ts';
import { type CaseRecord, totalFee } from '../case-record.ts';
import type { CaseDesk } from '../cases.ts';

type LetterFrame = Omit<LetterAsk, 'template' | 'fields'>;

/** What stands around every letter of a case: the portal's look, who writes, in the language of the applicant. */
export function letterFrame(desk: CaseDesk, record: CaseRecord, at: Temporal.Instant): LetterFrame {
  const portal = desk.surroundings.portal(record.portal);
  return {
    language: record.language,
    country: portal.country,
    portal: {
      name: portal.name[record.language] ?? portal.name[portal.languages[0]] ?? portal.key,
      accent: portal.theme.accent,
    },
    sender: desk.surroundings.sender(record),
    service: record.service,
    number: record.number,
    date: at.toZonedDateTimeISO(portal.timeZone).toPlainDate().toString(),
  };
}

/** The fee that was shown before sending, for all copies. */
export function feeOf({ pinned }: CaseRecord) {
  const fee = totalFee(pinned);
  return fee && { fee };
}
