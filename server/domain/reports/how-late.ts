import { hoursBetween } from '../calendar/hours-between.js';
import type { Item } from '../forms/document.js';
import { isMomentState, momentsOf, momentStates, taskOf } from '../forms/items/timescale.js';

/**
 * How late a thing was, in words, from its two moments: hours where the times are known, else that it was late; 'not done'
 * where it never was. Null for what is no timescale.
 * @param value the kept value of the answer
 * @example howLate(item, '{"from":"2026-03-02T09:00","to":"2026-03-01T10:00"}') // '23 hours late', for 'before'
 */
export function howLate(item: Item, value: string | null): string | null {
  if (item.kind !== 'timescale') return null;
  const moments = momentsOf(value);
  if (!moments) return null;
  const { from, to } = moments;
  const state = [from, to].find((moment) => moment !== null && isMomentState(moment));
  if (state) return momentStates[state];
  if (from === null || to === null || from.length < 16 || to.length < 16) return 'late';
  // What was to come first came after; what was due the same day is counted from the end of that day.
  const hours = taskOf(item) === 'from' ? hoursBetween(to, from) : hoursBetween(`${from.slice(0, 10)}T23:59`, to);
  const whole = Math.max(1, Math.ceil(hours));
  if (whole > hoursSaid) return `${Math.round(hours / 24)} days late`;
  return `${whole} ${whole === 1 ? 'hour' : 'hours'} late`;
}

/** Up to three days lateness is told in hours. */
const hoursSaid = 72;
