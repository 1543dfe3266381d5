import { contactsInWords } from '../../domain/scoring/contacts.js';
import type { LimitPlace } from '../../domain/scoring/limit-places.js';
import { limitInWords } from '../../domain/scoring/limits.js';
import type { SetLimit } from './limits.store.js';

/**
 * What was set, in words.
 * @example setInWords({ direction: 'within', amount: 15, unit: 'working-days' }, place) // 'within 15 working days'
 */
export function setInWords({ direction, amount, unit }: Pick<SetLimit, 'direction' | 'amount' | 'unit'>): string {
  if (direction === null) return 'as the form says';
  if (direction === 'not-asked') return 'not on our list of papers';
  if (direction === 'at-least') {
    return contactsInWords(amount ?? 0, unit === 'hours-a-week' ? 'hours-a-week' : 'contacts-a-month');
  }
  const counted = unit === 'contacts-a-month' || unit === 'hours-a-week' ? null : unit;
  const measure = amount === null || counted === null ? null : { amount, unit: counted };
  return limitInWords({ direction, measure, own: null });
}

/** What a place is called: its question, and which of several it is. */
export const placeInWords = ({ question, when }: LimitPlace): string =>
  when === null ? question : `${question} When ${when}`;
