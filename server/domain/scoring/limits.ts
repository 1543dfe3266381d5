import { applies, type Values } from '../forms/condition.js';
import type { Limit, TimescaleItem } from '../forms/document.js';
import type { LocalLimit, ScoringSettings } from './settings.js';

/** The limit that a timescale is held to: the first whose condition holds, with the service's own number if it has one. */
export interface LimitUsed {
  direction: Limit['direction'];
  /** Null for limits without a number: the same day, or before. */
  measure: LocalLimit | null;
  /** The number is the service's own. */
  local: boolean;
}

/** The limit for a case; null when no condition holds. */
export function limitFor(item: TimescaleItem, values: Values, settings: ScoringSettings): LimitUsed | null {
  const limit = item.limits.find(({ when }) => applies(when, values));
  if (!limit) return null;
  if (!('amount' in limit)) return { direction: limit.direction, measure: null, local: false };
  const own = Object.hasOwn(settings.limits, item.key) ? settings.limits[item.key] : undefined;
  return {
    direction: limit.direction,
    measure: own ?? { amount: limit.amount, unit: limit.unit },
    local: own !== undefined,
  };
}

const units: Readonly<Record<LocalLimit['unit'], string>> = {
  'working-days': 'working day',
  'calendar-days': 'day',
  hours: 'hour',
  months: 'month',
};

/**
 * An amount in words.
 * @example amountInWords({ amount: 1, unit: 'working-days' }) // '1 working day'
 */
export function amountInWords({ amount, unit }: LocalLimit): string {
  return `${amount} ${units[unit]}${amount === 1 ? '' : 's'}`;
}

/**
 * A limit in words, as it is stored with the result.
 * @example limitInWords(limit) // 'within 15 working days'
 */
export function limitInWords(limit: LimitUsed): string {
  const own = limit.local ? ' (own limit)' : '';
  const amount = limit.measure ? amountInWords(limit.measure) : '';
  switch (limit.direction) {
    case 'within':
      return `within ${amount}${own}`;
    case 'not-more-than':
      return `not more than ${amount}${own}`;
    case 'at-least-before':
      return `at least ${amount} before${own}`;
    case 'same-day':
      return 'the same day';
    case 'before':
      return 'before';
  }
}
