import type { By } from '../../domain/by.js';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { invalid, notFound, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addLimit, type SetLimit } from './limits.store.js';
import { placeInForms, type PlaceInForms } from './places.js';

export interface TypedLimit {
  held: string;
  amount: string;
  unit: string;
  from: string;
  until: string;
  reason: string;
}

type Set = Pick<SetLimit, 'direction' | 'amount' | 'unit'>;

/**
 * Sets what the service holds one question to, or takes that back. It holds for orders that began between two days, and
 * for audits not submitted yet: what was submitted or agreed stays as it was.
 */
export function setLimit(db: Db, by: By, item: string, place: string, typed: TypedLimit): void {
  const found = placeInForms(db, item, place);
  if (!found) throw notFound();
  const faults: Fault[] = [];
  const set = readSet(found, typed, faults);
  const ordersFrom = readDay(typed.from, 'from', faults);
  const ordersUntil = readDay(typed.until, 'until', faults);
  if (ordersFrom !== null && ordersUntil !== null && ordersUntil < ordersFrom) {
    faults.push({ field: 'until', at: null, message: 'Give a day that is not before the first.' });
  }
  const reason = typed.reason.trim();
  if (reason === '') faults.push({ field: 'reason', at: null, message: 'Say where it comes from, or why.' });
  if (faults.length > 0) throw invalid(faults);
  addLimit(db, { item, place, ...set, ordersFrom, ordersUntil, reason, by: by.me?.id ?? null, at: by.now });
  by.entry.about('settings', 0, { setting: 'limit', item, place });
}

function readSet(place: PlaceInForms, { held, amount, unit }: TypedLimit, faults: Fault[]): Set {
  const nothing = { direction: null, amount: null, unit: null };
  if (held === 'form') return nothing;
  if (held === 'not-asked' && place.isPaper) return { ...nothing, direction: 'not-asked' };
  if (held !== 'own' || place.measured === 'none') {
    faults.push({ field: 'held', at: null, message: 'Choose what this question is held to.' });
    return nothing;
  }
  if (unit === 'same-day' && place.measured === 'after') return { ...nothing, direction: 'same-day' };
  if (unit === 'before' && place.measured === 'before') return { ...nothing, direction: 'before' };
  if (!/^[1-9]\d{0,2}$/.test(amount.trim())) {
    faults.push({ field: 'amount', at: null, message: 'Give a whole number from 1 to 999.' });
  }
  const number = Number(amount);
  if (place.measured === 'contacts-a-month' || place.measured === 'hours-a-week') {
    return { direction: 'at-least', amount: number, unit: place.measured };
  }
  const counted = units.find((one) => one === unit);
  if (!counted) faults.push({ field: 'unit', at: null, message: 'Choose how it is counted.' });
  return { direction: directionOf(place), amount: number, unit: counted ?? null };
}

const units = ['working-days', 'calendar-days', 'hours', 'months'] as const;

function directionOf({ measured, direction }: PlaceInForms): SetLimit['direction'] {
  if (measured === 'before') return 'at-least-before';
  return direction === 'not-more-than' ? 'not-more-than' : 'within';
}

function readDay(typed: string, field: string, faults: Fault[]): string | null {
  if (typed.trim() === '') return null;
  const day = parseDate(typed);
  if (day === null) faults.push({ field, at: null, message: 'Give a date, such as 1 9 2026.' });
  return day;
}
