import { Temporal } from 'temporal-polyfill';

const london = 'Europe/London';

/**
 * Hours that passed between two times on the clock in London, both 'YYYY-MM-DDTHH:MM': 23 or 25 over a day on which
 * the clocks change. Negative when `to` comes first. A time that the clock showed twice is taken as the first.
 * @throws RangeError when one is no time
 * @example hoursBetween('2026-03-28T12:00', '2026-03-29T12:00') // 23
 */
export function hoursBetween(from: string, to: string): number {
  const start = Temporal.PlainDateTime.from(from).toZonedDateTime(london);
  return start.until(Temporal.PlainDateTime.from(to).toZonedDateTime(london), { largestUnit: 'hour' }).total('hour');
}
