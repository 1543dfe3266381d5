import { headingKey } from './columns.js';
import { orderTypeOf, orderTypes, orderTypeKeys, isOrderType, type OrderType } from './orders.js';

export type Level = 'low' | 'medium' | 'high' | 'very-high';
export type OrderStatus = 'open' | 'closed';

export const levelNames: Readonly<Record<Level, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very high',
};

/** The kinds whose values an export words in its own way, and that can be mapped once. */
export type MappedKind = 'order-type' | 'level' | 'yes-no';

/** A value that means 'nothing is recorded', as a mapping keeps it. */
export const notRecorded = 'not-recorded';
/** 'Leave these rows out', as a mapping keeps it. */
export const leaveOut = 'leave-out';

/** What unknown words can be mapped to, by kind of value, in the order in which a page offers it. */
export const choicesOf: Readonly<Record<MappedKind, readonly { readonly value: string; readonly says: string }[]>> = {
  'order-type': orderTypeKeys.map((value) => ({ value, says: orderTypes[value].says })),
  level: [
    ...Object.entries(levelNames).map(([value, says]) => ({ value, says })),
    { value: notRecorded, says: 'Not recorded' },
  ],
  'yes-no': [
    { value: 'yes', says: 'Yes' },
    { value: 'no', says: 'No' },
    { value: notRecorded, says: 'Not recorded' },
  ],
};

/** Own words of an export: for each kind, the words (by `valueKey`) and what they were mapped to. */
export type ValueMap = Readonly<Partial<Record<MappedKind, Readonly<Record<string, string>>>>>;

/** A value that was read, or one of the two ways in which there is none. */
export type ReadValue<V> = { readonly value: V } | 'unknown' | 'left out';

/**
 * An order type from known words or from the mapping.
 * @returns the type; 'unknown' when the words must be mapped first; 'left out' when such rows are not wanted
 */
export function readOrderType(words: string, map: ValueMap): ReadValue<OrderType> {
  const known = orderTypeOf(words);
  if (known) return { value: known };
  const mapped = mappedTo('order-type', words, map);
  if (mapped === leaveOut) return 'left out';
  return mapped !== null && isOrderType(mapped) ? { value: mapped } : 'unknown';
}

/**
 * A level of risk: 'V High' and 'VH' are very high; blank, 'Not recorded' and 'N/A' are null.
 * @example readLevel('V High', {}) // { value: 'very-high' }
 */
export function readLevel(words: string, map: ValueMap): ReadValue<Level | null> {
  return readWords('level', words, map, levelByWords, isLevel);
}

/** Yes or no: 'Y', 'N', 'true' and 'false' are known too; blank is null. */
export function readYesNo(words: string, map: ValueMap): ReadValue<'yes' | 'no' | null> {
  return readWords('yes-no', words, map, yesNoByWords, isYesNo);
}

/** Open or closed, or null where the words are not known: it then follows from the end of the order. */
export function readStatus(words: string): OrderStatus | null {
  return statusByWords.get(valueKey(words)) ?? null;
}

/** The MAPPA level 1 to 3, '' for none or blank; null when the words are not known. */
export function readMappa(words: string): '1' | '2' | '3' | '' | null {
  const key = valueKey(words);
  if (['', 'no', 'n', 'none', '0', 'notapplicable', ...blankWords].includes(key)) return '';
  const level = /^(?:mappa)?(?:level|l)?([123])$/.exec(key)?.[1];
  return level === '1' || level === '2' || level === '3' ? level : null;
}

/** A whole number of years from 8 to 25, or null when it is none. */
export function readAge(words: string): number | null {
  if (!/^\d{1,2}(\.0+)?$/.test(words)) return null;
  const age = Number(words);
  return age >= 8 && age <= 25 ? age : null;
}

/**
 * Words as a mapping keeps them: without what differs between exports; signs alone stay as they are.
 * @example valueKey(' Banning order') === valueKey('BANNING ORDER') // true
 */
export function valueKey(words: string): string {
  return headingKey(words) || words.trim();
}

export function isLevel(key: string): key is Level {
  return Object.hasOwn(levelNames, key);
}

function isYesNo(key: string): key is 'yes' | 'no' {
  return key === 'yes' || key === 'no';
}

function readWords<V extends string>(
  kind: MappedKind,
  words: string,
  map: ValueMap,
  known: ReadonlyMap<string, V>,
  isOne: (key: string) => key is V,
): ReadValue<V | null> {
  const key = valueKey(words);
  if (blankWords.includes(key)) return { value: null };
  const value = known.get(key);
  if (value) return { value };
  const mapped = mappedTo(kind, words, map);
  if (mapped === leaveOut) return 'left out';
  if (mapped === notRecorded) return { value: null };
  return mapped !== null && isOne(mapped) ? { value: mapped } : 'unknown';
}

function mappedTo(kind: MappedKind, words: string, map: ValueMap): string | null {
  const kept = map[kind] ?? {};
  const key = valueKey(words);
  return Object.hasOwn(kept, key) ? (kept[key] ?? null) : null;
}

const blankWords = ['', '-', 'notrecorded', 'na'];

const levelByWords = new Map<string, Level>([
  ...['low', 'l', 'lowrisk'].map((words) => [words, 'low'] as const),
  ...['medium', 'med', 'm', 'mediumrisk'].map((words) => [words, 'medium'] as const),
  ...['high', 'h', 'highrisk'].map((words) => [words, 'high'] as const),
  ...['veryhigh', 'vhigh', 'vh', 'veryhighrisk'].map((words) => [words, 'very-high'] as const),
]);

const yesNoByWords = new Map<string, 'yes' | 'no'>([
  ...['yes', 'y', 'true', '1'].map((words) => [words, 'yes'] as const),
  ...['no', 'n', 'false', '0'].map((words) => [words, 'no'] as const),
]);

const statusByWords = new Map<string, OrderStatus>([
  ...['open', 'o', 'active', 'current', 'live', 'ongoing', 'started'].map((words) => [words, 'open'] as const),
  ...['closed', 'c', 'ended', 'inactive', 'complete', 'completed', 'finished', 'expired', 'revoked', 'terminated'].map(
    (words) => [words, 'closed'] as const,
  ),
]);
