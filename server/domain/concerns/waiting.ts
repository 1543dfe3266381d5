const minute = 60_000;

/**
 * Whole minutes that a concern has waited. Hours at night and at weekends count: a child waits then too.
 * @param raisedAt ISO UTC
 * @param now ISO UTC
 * @example minutesWaited('2026-11-24T14:29:00.000Z', '2026-11-24T15:41:30.000Z') // 72
 */
export function minutesWaited(raisedAt: string, now: string): number {
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(raisedAt)) / minute));
}

/**
 * A length of time in words, in hours and minutes up to two days and in days beyond.
 * @param minutes whole, 0 or more
 * @example inWords(72) // '1 hour 12 minutes'
 * @example inWords(4320) // '3 days'
 */
export function inWords(minutes: number): string {
  if (minutes >= 48 * 60) return count(Math.floor(minutes / (24 * 60)), 'day');
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return count(rest, 'minute');
  return rest === 0 ? count(hours, 'hour') : `${count(hours, 'hour')} ${count(rest, 'minute')}`;
}

/**
 * Whether a concern that nobody acknowledged has passed to the deputy: once so many hours are over. Worked out when
 * read, so that it holds although nothing runs at night; the one named first keeps it too.
 * @param hours how long the named manager has, the service's own setting
 * @example isWithDeputy('2026-11-24T10:00:00.000Z', 4, '2026-11-24T14:00:00.000Z') // true
 */
export function isWithDeputy(raisedAt: string, hours: number, now: string): boolean {
  return minutesWaited(raisedAt, now) >= hours * 60;
}

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;
