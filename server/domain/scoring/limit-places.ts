import { conditionInWords } from '../forms/condition-in-words.js';
import type { FormDocument, Item, Limit, TimescaleItem } from '../forms/document.js';
import { taskOf } from '../forms/items/timescale.js';
import { asksCompliance } from '../forms/scales.js';
import { contactRules, contactsInWords } from './contacts.js';
import { formLimit, limitInWords } from './limits.js';
import type { Measure } from './settings.js';

/** How a value can be put: counted after something, before something, in contacts or hours; or there is no number to it. */
export type Measured = 'after' | 'before' | 'contacts-a-month' | 'hours-a-week' | 'none';

/** One value of a form that a service may set for itself. */
export interface LimitPlace {
  item: string;
  /** Which of the item's: 1, 2 ..., a level of contact, or 'asked'. */
  place: string;
  question: string;
  /** When this one is held to, where the item has several. */
  when: string | null;
  formSays: string;
  measured: Measured;
  direction: Limit['direction'] | 'at-least' | null;
  /** The form's number, where it has one. */
  amount: number | null;
  unit: Measure['unit'] | null;
  /** A paper that a service may leave off its list. */
  isPaper: boolean;
  source: string | null;
  mark: string | null;
}

/** Every value of a form that a service may set for itself, in the order of its questions. */
export function limitPlaces(form: FormDocument): LimitPlace[] {
  return form.sections.flatMap(({ items }) => items.flatMap((item) => placesOf(form, item)));
}

function placesOf(form: FormDocument, item: Item): LimitPlace[] {
  const isPaper = form.zeroTolerance === true && asksCompliance(item);
  const { key, question, source = null, mark = null } = item;
  const base = { item: key, question, isPaper, source, mark };
  if (item.kind === 'timescale') return limitsOf(form, item).map((limit) => ({ ...base, ...limit }));
  const rule = Object.hasOwn(contactRules, key) ? contactRules[key] : undefined;
  if (rule) {
    return Object.entries(rule.amounts).map(([level, amount]) => ({
      ...base,
      place: level,
      when: rule.level === null ? null : `the level is ${level}`,
      formSays: contactsInWords(amount, rule.per),
      measured: rule.per,
      direction: 'at-least' as const,
      amount,
      unit: null,
      source: rule.source,
    }));
  }
  const asked = { place: 'asked', when: null, formSays: 'asked for at each entry', measured: 'none' as const };
  const noNumber = { direction: null, amount: null, unit: null };
  return isPaper ? [{ ...base, ...asked, ...noNumber }] : [];
}

function limitsOf(form: FormDocument, item: TimescaleItem) {
  const measured: Measured = taskOf(item) === 'from' ? 'before' : 'after';
  return item.limits.map((limit, i) => ({
    place: String(i + 1),
    when: limit.when ? conditionInWords(form, limit.when) : item.limits.length > 1 ? 'no other limit holds' : null,
    formSays: limitInWords(formLimit(limit)),
    measured,
    direction: limit.direction,
    amount: 'amount' in limit ? limit.amount : null,
    unit: 'unit' in limit ? limit.unit : null,
  }));
}
