import { Temporal } from 'temporal-polyfill';

const london = 'Europe/London';

/**
 * The date in London at an instant.
 * @param now ISO UTC, '2026-06-30T23:30:00.000Z'
 * @throws RangeError when it is no instant
 * @example londonDate('2026-06-30T23:30:00.000Z') // '2026-07-01'
 */
export function londonDate(now: string): string {
  return londonDateTime(now).slice(0, 10);
}

/**
 * Date and time in London at an instant, in the form in which answers keep a time.
 * @example londonDateTime('2026-06-30T13:02:11.000Z') // '2026-06-30T14:02'
 */
export function londonDateTime(now: string): string {
  return new Date(Date.parse(now) + hoursAhead(now) * 3_600_000).toISOString().slice(0, 16);
}

/**
 * Time of day in London at an instant.
 * @example londonTime('2026-06-30T13:02:11.000Z') // '14:02'
 */
export function londonTime(now: string): string {
  return londonDateTime(now).slice(11);
}

/**
 * The instant at which a day begins in London.
 * @param date 'YYYY-MM-DD'
 * @throws RangeError when it is no date
 * @example startOfDay('2026-07-01') // '2026-06-30T23:00:00.000Z'
 */
export function startOfDay(date: string): string {
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime(london);
  return new Date(midnight.epochMilliseconds).toISOString();
}

/** How far London is ahead of UTC. Clocks change on the whole hour, so one look at the time zone serves an hour. */
function hoursAhead(now: string): number {
  if (!instant.test(now)) throw new RangeError(`Not an instant: ${now}`);
  const hour = now.slice(0, 13);
  let hours = known.get(hour);
  if (hours === undefined) {
    hours = Temporal.Instant.from(`${hour}:00Z`).toZonedDateTimeISO(london).offsetNanoseconds / 3.6e12;
    if (known.size >= mostKnown) known.clear();
    known.set(hour, hours);
  }
  return hours;
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:[0-5]\d(:[0-5]\d(\.\d+)?)?Z$/;
const known = new Map<string, number>();
const mostKnown = 10_000;
