import { formatDate } from '../calendar/format-date.js';
import { applies, type Values } from '../forms/condition.js';
import type { Limit, TimescaleItem } from '../forms/document.js';
import { placeKey, type LocalLimit, type Measure, type ScoringSettings } from './settings.js';

/** The limit that a timescale is held to: the first whose condition holds, or the service's own in its place. */
export interface LimitUsed {
  direction: Limit['direction'];
  /** Null for limits without a number: the same day, or before. */
  measure: Measure | null;
  /** What it stands in the place of; null where it is the form's. */
  own: { ordersFrom: string | null; inPlaceOf: string } | null;
}

/** The limit for a case; null when no condition holds. */
export function limitFor(item: TimescaleItem, values: Values, settings: ScoringSettings): LimitUsed | null {
  const at = item.limits.findIndex(({ when }) => applies(when, values));
  const limit = item.limits[at];
  if (!limit) return null;
  const key = placeKey(item.key, at + 1);
  const own = Object.hasOwn(settings.limits, key) ? settings.limits[key] : undefined;
  return own ? ownLimit(own, limit) : formLimit(limit);
}

/** A limit as the form has it. */
export function formLimit(limit: Limit): LimitUsed {
  const measure = 'amount' in limit ? { amount: limit.amount, unit: limit.unit } : null;
  return { direction: limit.direction, measure, own: null };
}

/** A limit of the service's own, with the form's that it stands in the place of. */
export function ownLimit({ direction, measure, ordersFrom }: LocalLimit, limit: Limit): LimitUsed {
  return { direction, measure, own: { ordersFrom, inPlaceOf: limitInWords(formLimit(limit)) } };
}

const units: Readonly<Record<Measure['unit'], string>> = {
  'working-days': 'working day',
  'calendar-days': 'day',
  hours: 'hour',
  months: 'month',
};

/**
 * An amount in words.
 * @example amountInWords({ amount: 1, unit: 'working-days' }) // '1 working day'
 */
export function amountInWords({ amount, unit }: Measure): string {
  return `${amount} ${units[unit]}${amount === 1 ? '' : 's'}`;
}

/**
 * A limit in words, as it is stored with the result.
 * @example limitInWords(limit) // 'within 15 working days (own limit)'
 */
export function limitInWords(limit: LimitUsed): string {
  return `${bare(limit)}${limit.own ? ' (own limit)' : ''}`;
}

/**
 * A limit in words with where it comes from.
 * @example limitInFull(limit) // 'within 15 working days (the service’s own, for orders from 1 Sep 2026; the form says within 20 working days)'
 */
export function limitInFull(limit: LimitUsed): string {
  return limit.own ? `${bare(limit)} (${ownInWords(limit.own.ordersFrom, limit.own.inPlaceOf)})` : bare(limit);
}

/** Says of a value that it is the service's own, and what the form has. */
export function ownInWords(ordersFrom: string | null, formSays: string): string {
  const from = ordersFrom === null ? '' : `, for orders from ${formatDate(ordersFrom)}`;
  return `the service’s own${from}; the form says ${formSays}`;
}

function bare({ direction, measure }: LimitUsed): string {
  const amount = measure ? amountInWords(measure) : '';
  switch (direction) {
    case 'within':
      return `within ${amount}`;
    case 'not-more-than':
      return `not more than ${amount}`;
    case 'at-least-before':
      return `at least ${amount} before`;
    case 'same-day':
      return 'the same day';
    case 'before':
      return 'before';
  }
}
