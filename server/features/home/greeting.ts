import { londonTime } from '../../domain/calendar/london-date.js';

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const weekdayAndDay = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** @example dayInWords('2026-11-24') // 'Tuesday 24 November' */
export function dayInWords(date: string): string {
  return weekdayAndDay.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
}

/** A number as a sentence has it: words up to nine. @example inWords(3, 'audit') // 'three audits' */
export const countOf = (n: number, one: string, many = `${one}s`): string => `${words[n] ?? n} ${n === 1 ? one : many}`;

/**
 * What the day holds, in one sentence.
 * @example greeting({ name: 'Ruth Ashdown', now, waiting: 2, begun: 1, notBegun: 0, late: 1 })
 *   // 'Good afternoon, Ruth. Two things wait for you, one audit is half done, one thing is late.'
 */
export function greeting(day: {
  name: string;
  now: string;
  waiting: number;
  begun: number;
  notBegun: number;
  late: number;
}): string {
  const hour = Number(londonTime(day.now).slice(0, 2));
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  const told = [
    day.waiting > 0 && `${countOf(day.waiting, 'thing waits', 'things wait')} for you`,
    day.begun > 0 && countOf(day.begun, 'audit is half done', 'audits are half done'),
    day.notBegun > 0 && `${countOf(day.notBegun, 'audit is', 'audits are')} yours to begin`,
    day.late > 0 && countOf(day.late, 'thing is late', 'things are late'),
  ].filter((one) => one !== false);
  const sentence = told.length > 0 ? told.join(', ') : 'nothing waits for you today';
  return `Good ${part}, ${day.name.split(' ')[0] ?? ''}. ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
