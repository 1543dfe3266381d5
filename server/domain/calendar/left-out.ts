import { bankHolidaysBetween } from './bank-holidays.js';

// Holidays that people call by one word when they plan.
const seasons: Readonly<Record<string, string>> = {
  'Good Friday': 'Easter',
  'Easter Monday': 'Easter',
  'Christmas Day': 'Christmas',
  'Boxing Day': 'Christmas',
  "New Year's Day": 'New Year',
  'Early May bank holiday': 'the early May bank holiday',
  'Spring bank holiday': 'the spring bank holiday',
  'Summer bank holiday': 'the summer bank holiday',
};

/**
 * The words that end a sum of working days: which bank holidays after `from`, up to and including `to`, were not
 * counted; null when there are none.
 * @throws OutsideYearsCovered
 * @example leftOutInWords('2026-04-01', '2026-04-20') // 'Easter left out'
 */
export function leftOutInWords(from: string, to: string): string | null {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const names = new Set(bankHolidaysBetween(first, last).map(({ name }) => seasons[name] ?? name));
  if (names.size === 0) return null;
  const words = [...names];
  const ending = words.pop();
  return `${words.length > 0 ? `${words.join(', ')} and ` : ''}${ending} left out`;
}
