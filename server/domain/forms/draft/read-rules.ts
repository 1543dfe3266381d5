import type { Cap, Condition, Item, Limit, NoteRule } from '../document.js';
import { grades } from '../scales.js';
import { tidy, whole, words, type FieldFault, type Fields } from './fields.js';
import { noteRules } from './in-words.js';

/** Rules about notes that each kind can have. */
export function noteRulesFor(kind: Item['kind']): NoteRule['rule'][] {
  if (kind === 'choice') return ['always', 'below', 'no', 'when', 'unless', 'differs-from-service'];
  if (kind === 'judgement') return ['always', 'below', 'no', 'when', 'unless', 'differs-from-computed'];
  if (kind === 'timescale') return ['late', 'always'];
  return kind === 'text' || kind === 'echo' ? [] : ['always'];
}

/** The rule about notes that was chosen; undefined for none. Answers that are no longer offered fall away. */
export function readNote(
  faults: FieldFault[],
  kind: Item['kind'],
  fields: Fields,
  offered: readonly string[],
): NoteRule | undefined {
  const rule = noteRulesFor(kind).find((one) => one === fields.one('note'));
  if (!rule || !Object.hasOwn(noteRules, rule)) return undefined;
  const ask = words(faults, 'ask', fields.one('ask'), 120, null);
  if (rule !== 'when' && rule !== 'unless') return tidy({ rule, ask });
  const answers = known(fields.many('noteAnswers'), offered);
  if (answers.length === 0)
    faults.push({ field: 'noteAnswers', message: 'Tick the answers that the rule about notes speaks of.' });
  return tidy({ rule, answers, ask });
}

/** Rows 'these answers: at most this grade'; a row without answers is left out. Conditions stay with their row. */
export function readCaps(before: readonly Cap[], fields: Fields, offered: readonly string[]): Cap[] {
  return Array.from({ length: 10 }, (_, i) => i).flatMap((i) => {
    const answers = known(fields.many(`capAnswers${i}`), offered);
    const atMost = grades.find((grade) => grade === fields.one(`capAtMost${i}`));
    return answers.length > 0 && atMost ? [tidy({ answers, atMost, when: before[i]?.when })] : [];
  });
}

export const directions = {
  within: 'at the latest this long after the first date',
  'at-least-before': 'the first date at least this long before the second',
  'not-more-than': 'the first date not longer than this before the second',
  'same-day': 'both on the same day',
  before: 'the first date before the second',
} as const;

export const unitWords = {
  'working-days': 'working days',
  'calendar-days': 'days',
  hours: 'hours',
  months: 'months',
} as const;

/** Rows 'direction, amount, unit'; a row without a direction is left out. Conditions stay with their row. */
export function readLimits(faults: FieldFault[], before: readonly Limit[], fields: Fields): Limit[] {
  const [ways, amounts, units] = [fields.many('limitDirection'), fields.many('limitAmount'), fields.many('limitUnit')];
  const read = ways.slice(0, 6).flatMap((way, i): Limit[] => {
    const direction = keyOf(directions, way);
    const when: { when?: Condition } = tidy({ when: before[i]?.when });
    if (!direction) return [];
    if (direction === 'same-day' || direction === 'before') return [{ direction, ...when }];
    const unit = keyOf(unitWords, units[i] ?? '');
    const amount = whole(faults, 'limitAmount', amounts[i] ?? '', [1, 1000]);
    if (amount === undefined || !unit) {
      faults.push({ field: 'limitAmount', message: 'Give the number and the unit of each limit.' });
      return [];
    }
    return [{ direction, amount, unit, ...when }];
  });
  if (read.length === 0 && faults.length === 0)
    faults.push({ field: 'limitDirection', message: 'Give at least one limit.' });
  return read;
}

/** The key of a list of choices that was sent; undefined for anything else. */
export function keyOf<T extends object>(list: T, sent: string): keyof T | undefined {
  return Object.hasOwn(list, sent) ? (sent as keyof T) : undefined;
}

const known = (sent: readonly string[], offered: readonly string[]): string[] =>
  [...new Set(sent)].filter((key) => offered.includes(key));
