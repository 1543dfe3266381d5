import { formatDate } from '../calendar/format-date.js';
import { parseDate } from '../calendar/parse-date.js';
import { keptFact, type KeptFactKey } from './kept-facts.js';
import { readYesNo, valueKey, type ValueMap } from './values.js';

/** A value as it is kept (dates as a JSON list of YYYY-MM-DD), null for a blank; or why it can't be. */
export type ReadKeptFact = { readonly value: string | null } | { readonly problem: string };

/**
 * Reads a fact beyond the register, typed or out of a file. What can't be read is never kept as words.
 * @param map own words of the file for yes and no
 * @example readKeptFact('court-dates', '3/5/2026; 1/6/2026', {}) // { value: '["2026-05-03","2026-06-01"]' }
 */
export function readKeptFact(key: KeptFactKey, typed: string, map: ValueMap): ReadKeptFact {
  const text = typed.trim();
  if (['', '-', 'na', 'notrecorded'].includes(valueKey(text))) return { value: null };
  const { holds, values = {} } = keptFact(key);
  switch (holds) {
    case 'yes-no': {
      const read = readYesNo(text, map);
      return typeof read === 'string' ? { problem: 'Neither yes nor no.' } : read;
    }
    case 'choice': {
      const words = valueKey(text);
      const found = Object.entries(values).find(([value, says]) => [valueKey(value), valueKey(says)].includes(words));
      return found ? { value: found[0] } : { problem: `None of: ${Object.values(values).join(', ')}.` };
    }
    case 'number':
      return /^\d{1,3}$/.test(text) ? { value: String(Number(text)) } : { problem: 'Not a whole number.' };
    case 'date': {
      const date = parseDate(text);
      return date === null ? { problem: 'Not a date.' } : { value: date };
    }
    case 'dates': {
      const dates = text.split(/[;,|]| and /).map((part) => parseDate(part.trim()));
      return dates.some((date) => date === null)
        ? { problem: 'Not a list of dates with semicolons between them.' }
        : { value: JSON.stringify([...new Set(dates)].sort()) };
    }
  }
}

/**
 * A kept value in the words of a page.
 * @example keptValueInWords('court-dates', '["2026-05-03","2026-06-01"]') // '3 May 2026; 1 Jun 2026'
 */
export function keptValueInWords(key: KeptFactKey, value: string | null): string {
  if (value === null) return 'not recorded';
  const { holds, values } = keptFact(key);
  if (holds === 'dates') return datesOf(value).map(formatDate).join('; ');
  if (holds === 'date') return formatDate(value);
  if (holds === 'yes-no') return value === 'yes' ? 'Yes' : 'No';
  return values?.[value] ?? value;
}

/** The dates of a kept list, the first first. */
export function datesOf(value: string): string[] {
  const kept: unknown = JSON.parse(value);
  return Array.isArray(kept) ? kept.filter((date) => typeof date === 'string') : [];
}
