import type { Values } from '../forms/condition.js';
import { ownInWords } from './limits.js';
import { placeKey, type ScoringSettings } from './settings.js';

/** A rule of compliance that is held to a number of contacts or hours: the number by level, where it goes by level. */
export interface ContactRule {
  /** The item whose answer names the level; null where one number holds for all. */
  level: string | null;
  per: 'contacts-a-month' | 'hours-a-week';
  /** What the form says, by level; `all` where it does not go by level. */
  amounts: Readonly<Record<string, number>>;
  /** Where the numbers come from, for the page beside them. */
  source: string;
}

const contacts = { level: 'ns-intervention-level', per: 'contacts-a-month' } as const;
const hours = { level: null, per: 'hours-a-week' } as const;
const oneService =
  'Enhanced and standard: read in one service’s own rules. Intensive: not checked; that service asks for 8.';

/**
 * The contact table of the scaled approach, and the hours of intensive supervision, by the key of the item. Source: the
 * service's standards of 2013 as several councils print them; the numbers are dated and every service may set its own.
 */
export const contactRules: Readonly<Record<string, ContactRule | undefined>> = {
  'ns-contacts-early': { ...contacts, amounts: { intensive: 12, enhanced: 4, standard: 2 }, source: oneService },
  'ns-contacts-later': { ...contacts, amounts: { intensive: 4, enhanced: 2, standard: 1 }, source: oneService },
  'ns-iss-hours-early': { ...hours, amounts: { all: 25 }, source: 'Read in the rules of three councils.' },
  'ns-iss-hours-later': { ...hours, amounts: { all: 5 }, source: 'Read in the rules of three councils.' },
};

/** The number that an answer is held to, in words as it is stored with the result, and in full. */
export interface ContactsUsed {
  words: string;
  inFull: string;
}

/**
 * The contacts or hours that a case is held to; null for other items, and while the level is not answered.
 * @example contactsFor('ns-contacts-early', values, settings)?.words // 'at least 12 contacts a month'
 */
export function contactsFor(item: string, values: Values, settings: ScoringSettings): ContactsUsed | null {
  const rule = Object.hasOwn(contactRules, item) ? contactRules[item] : undefined;
  if (!rule) return null;
  const level = String(rule.level === null ? 'all' : values.answer(rule.level));
  const amount = Object.hasOwn(rule.amounts, level) ? rule.amounts[level] : undefined;
  if (amount === undefined) return null;
  const own = settings.contacts?.[placeKey(item, level)];
  const form = contactsInWords(amount, rule.per);
  if (!own) return { words: form, inFull: form };
  const words = contactsInWords(own.amount, rule.per);
  return { words: `${words} (own limit)`, inFull: `${words} (${ownInWords(own.ordersFrom, form)})` };
}

/** @example contactsInWords(1, 'contacts-a-month') // 'at least 1 contact a month' */
export function contactsInWords(amount: number, per: ContactRule['per']): string {
  const thing = per === 'contacts-a-month' ? 'contact' : 'hour';
  return `at least ${amount} ${thing}${amount === 1 ? '' : 's'} a ${per === 'contacts-a-month' ? 'month' : 'week'}`;
}
