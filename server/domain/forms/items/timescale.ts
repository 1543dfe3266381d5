import { isCovered, yearsCovered } from '../../calendar/bank-holidays.js';
import type { FormDocument, TimescaleItem } from '../document.js';
import { DOES_NOT_APPLY, optionsOf } from '../scales.js';
import { isDateTime, momentInWords, readMoment } from './date-time.js';
import { isDate } from './date.js';
import { tidied, type Kind, type Read, type Typed } from './kind.js';

/** What can be said of a moment that has no date. */
export const momentStates = {
  'not-done': 'not done',
  'done-no-date': 'done, no date on file',
  'no-trace': 'no trace',
} as const;

export type MomentState = keyof typeof momentStates;

/** The two moments of a timescale: a date, a date and time, a state, or null when nothing was said. */
export interface Moments {
  from: string | null;
  to: string | null;
}

/** Two moments, kept as JSON text; 'does-not-apply' in their place where the item offers it. */
export const timescale: Kind<TimescaleItem> = {
  parts: ['from', 'from-time', 'from-state', 'to', 'to-time', 'to-state', 'value'],
  read: (form, item, typed) => {
    if (tidied(typed['value']) === DOES_NOT_APPLY.key) return readDoesNotApply(form, item);
    const from = readOneMoment(typed, 'from');
    const to = readOneMoment(typed, 'to');
    if ('message' in from) return from;
    if ('message' in to) return to;
    return { value: keptMoments({ from: from.value, to: to.value }) };
  },
  typed: (_item, value) => ({
    ...typedMoment('from', momentsOf(value)?.from ?? null),
    ...typedMoment('to', momentsOf(value)?.to ?? null),
    value: value === DOES_NOT_APPLY.key ? value : '',
  }),
  answered: (_item, value) => {
    const moments = momentsOf(value);
    if (!moments) return value === DOES_NOT_APPLY.key;
    // Where no trace is left of how it began, nothing more can be said.
    return moments.from === 'no-trace' || (moments.from !== null && moments.to !== null);
  },
  offered: (form, item, value) =>
    value === DOES_NOT_APPLY.key ? optionsOf(form, item).includes(DOES_NOT_APPLY) : momentsOf(value) !== null,
  words: (_form, item, value) => {
    const moments = momentsOf(value);
    if (!moments) return value === DOES_NOT_APPLY.key ? DOES_NOT_APPLY.label : value;
    return `${item.from.label}: ${inWords(moments.from)}; ${item.to.label}: ${inWords(moments.to)}`;
  },
};

/** Which moment is the thing that was to be done: the earlier one where it had to come before something. */
export function taskOf(item: TimescaleItem): 'from' | 'to' {
  return item.limits.some(({ direction }) => direction === 'before' || direction === 'at-least-before') ? 'from' : 'to';
}

/** The moments of a kept value; null when it holds none or is malformed. */
export function momentsOf(value: string | null): Moments | null {
  if (value === null || !value.startsWith('{')) return null;
  let kept: unknown;
  try {
    kept = JSON.parse(value);
  } catch {
    return null;
  }
  if (typeof kept !== 'object' || kept === null || !('from' in kept) || !('to' in kept)) return null;
  return isMoment(kept.from) && isMoment(kept.to) ? { from: kept.from, to: kept.to } : null;
}

/** Moments as they are kept; null when nothing was said of either. */
export function keptMoments({ from, to }: Moments): string | null {
  return from === null && to === null ? null : JSON.stringify({ from, to });
}

/** Whether something said of a moment is a state instead of a date. */
export function isMomentState(said: string | null): said is MomentState {
  return said !== null && Object.hasOwn(momentStates, said);
}

function readDoesNotApply(form: FormDocument, item: TimescaleItem): Read {
  if (optionsOf(form, item).includes(DOES_NOT_APPLY)) return { value: DOES_NOT_APPLY.key };
  return { part: 'value', message: 'This question does not offer ‘Does not apply’.' };
}

function readOneMoment(typed: Typed, which: 'from' | 'to'): Read {
  const state = tidied(typed[`${which}-state`]);
  const given = readMoment(typed, which, `${which}-time`);
  if ('message' in given) return given;
  if (given.value !== null && !isCovered(given.value)) {
    const { first, last } = yearsCovered;
    return {
      part: which,
      message: `Give a date from ${first} to ${last}: bank holidays of other years are not known.`,
    };
  }
  if (state === null) return given;
  if (given.value !== null) return { part: which, message: 'Give the date or say that there is none, not both.' };
  if (!isMomentState(state))
    return { part: `${which}-state`, message: 'Choose one of the answers that the question offers.' };
  return { value: state };
}

function typedMoment(which: 'from' | 'to', said: string | null): Record<string, string> {
  const state = isMomentState(said) ? said : '';
  const date = state === '' ? (said ?? '') : '';
  return { [which]: date.slice(0, 10), [`${which}-time`]: date.slice(11), [`${which}-state`]: state };
}

function isMoment(said: unknown): said is string | null {
  if (said === null) return true;
  if (typeof said !== 'string') return false;
  return isMomentState(said) || ((isDate(said) || isDateTime(said)) && isCovered(said));
}

function inWords(said: string | null): string {
  if (said === null) return 'not given';
  return isMomentState(said) ? momentStates[said] : momentInWords(said);
}
