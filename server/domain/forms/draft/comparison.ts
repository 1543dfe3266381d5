import { groupKeyOf } from '../layout.js';
import { placesOf } from '../check/places.js';
import type { Comparison, Condition, FormDocument, Item } from '../document.js';
import { caseFactOf, caseFacts } from '../facts.js';
import { isChosen, optionsOf } from '../scales.js';
import { orderTypes } from '../../register/orders.js';
import type { Place } from './conditions.js';

/** A question or a case fact that a condition may look at, and how it can be asked. */
export interface Subject {
  /** 'answer:KEY' or 'fact:KEY'. */
  name: string;
  text: string;
  holds: 'choice' | 'number' | 'set';
  options: readonly { value: string; text: string }[];
}

/** What the condition at a place may look at: the case facts, and the questions that are asked before. */
export function subjectsAt(form: FormDocument, place: Place): { answers: Subject[]; facts: Subject[] } {
  const places = placesOf(form);
  const { before, group } = reach(form, place, places);
  const answers = places
    .filter(({ item, position }) => position < before && item.kind !== 'echo')
    .filter(({ item }) => groupKeyOf(item) === null || groupKeyOf(item) === group)
    .map(({ item }) => answerSubject(form, item));
  return { answers, facts: Object.keys(caseFacts).map(factSubject) };
}

// A cap or a limit is looked at when all is answered, so it may name its own item.
function reach(
  form: FormDocument,
  place: Place,
  places: ReturnType<typeof placesOf>,
): { before: number; group: string | null } {
  if (place.of === 'grade') return { before: places.length, group: null };
  if (place.of === 'section')
    return {
      before: places.find(({ section }) => section.key === place.key)?.position ?? sectionStart(form, place.key),
      group: null,
    };
  if (place.of === 'group')
    return { before: places.find(({ item }) => groupKeyOf(item) === place.key)?.position ?? 0, group: null };
  const own = places.find(({ item }) => item.key === place.key);
  if (!own) return { before: 0, group: null };
  return { before: own.position + (place.of === 'item' ? 0 : 1), group: groupKeyOf(own.item) };
}

/** How many questions stand before a section that has none yet. */
function sectionStart(form: FormDocument, key: string): number {
  const at = form.sections.findIndex((section) => section.key === key);
  return form.sections.slice(0, Math.max(0, at)).reduce((sum, { items }) => sum + items.length, 0);
}

function answerSubject(form: FormDocument, item: Item): Subject {
  const named = { name: `answer:${item.key}`, text: item.question };
  if (isChosen(item)) {
    return {
      ...named,
      holds: 'choice',
      options: optionsOf(form, item).map(({ key, label }) => ({ value: key, text: label })),
    };
  }
  return { ...named, holds: item.kind === 'number' ? 'number' : 'set', options: [] };
}

function factSubject(key: string): Subject {
  const fact = caseFactOf(key);
  const named = { name: `fact:${key}`, text: fact?.title ?? key };
  if (fact?.holds === 'number') return { ...named, holds: 'number', options: [] };
  if (fact?.holds === 'date') return { ...named, holds: 'set', options: [] };
  if (key === 'order-type') return { ...named, holds: 'choice', options: orders };
  const values = key === 'mappa' ? ['1', '2', '3'] : (fact?.values ?? []);
  return { ...named, holds: 'choice', options: values.map((value) => ({ value, text: inWords(value) })) };
}

const orders = Object.entries(orderTypes).map(([value, { short }]) => ({ value, text: short }));

const inWords = (value: string): string => value.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase());

/** The tests that lists offer, in words; 'recorded' needs no value. */
export const numberTests = { atLeast: 'or more', atMost: 'or less', above: 'over', below: 'under' } as const;
export type NumberTest = keyof typeof numberTests;

/** What was chosen from the lists. */
export interface Chosen {
  test: string;
  values: readonly string[];
  number: string;
}

/**
 * One comparison out of what was chosen; or what is missing, with the field it is missing in.
 * @example comparisonOf(subject, { test: 'is', values: ['yes'], number: '' }) // { answer: 'plan', in: ['yes'] }
 */
export function comparisonOf(
  subject: Subject,
  { test, values, number }: Chosen,
): Condition | { field: string; message: string } {
  const [of = '', key = ''] = subject.name.split(':');
  const looksAt: Comparison = of === 'fact' ? { fact: key } : { answer: key };
  if (test === 'recorded') return { ...looksAt, set: true };
  if (test === 'not-recorded') return { not: { ...looksAt, set: true } };
  if (subject.holds === 'choice') {
    const offered = values.filter((value) => subject.options.some((option) => option.value === value));
    if (offered.length === 0) return { field: 'values', message: 'Tick at least one answer.' };
    const is = { ...looksAt, in: [...new Set(offered)] };
    return test === 'is-not' ? { not: is } : is;
  }
  if (subject.holds === 'set' || !Object.hasOwn(numberTests, test))
    return { field: 'test', message: 'Choose how it is compared.' };
  const amount = Number(number.trim().replace(',', '.'));
  if (number.trim() === '' || !Number.isFinite(amount))
    return { field: 'number', message: 'Give a number, such as 30.' };
  return { ...looksAt, [test]: amount };
}
