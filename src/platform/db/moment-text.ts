const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/;
const MOMENT = /^(?!0000)\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00)$/;

/**
 * True for a day or a moment in UTC that the database reads too, such as lists write into an address to go on from there.
 * `Date.parse` takes the thirtieth of February and `1`; the database does not.
 */
export function isMomentText(text: string): boolean {
  try {
    if (DAY.test(text)) Temporal.PlainDate.from(text);
    else if (MOMENT.test(text)) Temporal.Instant.from(text);
    else return false;
    return true;
  } catch {
    return false;
  }
}
