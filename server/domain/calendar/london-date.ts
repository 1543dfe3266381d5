import { Temporal } from 'temporal-polyfill';

const london = 'Europe/London';

/**
 * The date in London at an instant.
 * @param now ISO UTC, '2026-06-30T23:30:00.000Z'
 * @throws RangeError when it is no instant
 * @example londonDate('2026-06-30T23:30:00.000Z') // '2026-07-01'
 */
export function londonDate(now: string): string {
  return inLondon(now).toPlainDate().toString();
}

/**
 * Date and time in London at an instant, in the form in which answers keep a time.
 * @example londonDateTime('2026-06-30T13:02:11.000Z') // '2026-06-30T14:02'
 */
export function londonDateTime(now: string): string {
  return inLondon(now).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/**
 * Time of day in London at an instant.
 * @example londonTime('2026-06-30T13:02:11.000Z') // '14:02'
 */
export function londonTime(now: string): string {
  return londonDateTime(now).slice(11);
}

function inLondon(now: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(now).toZonedDateTimeISO(london);
}
