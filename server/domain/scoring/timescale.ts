import type { Values } from '../forms/condition.js';
import type { TimescaleItem } from '../forms/document.js';
import { isMomentState, momentsOf, taskOf } from '../forms/items/timescale.js';
import { NO_REASON_ON_FILE } from '../forms/lateness.js';
import { elapsed, isKept, lastDay } from './elapsed.js';
import { limitFor, limitInWords, type LimitUsed } from './limits.js';
import type { ScoringSettings } from './settings.js';

/** The outcome of a rule of compliance; 'not-yet-due' leaves the sum. */
export type ComplianceOutcome = 'met' | 'not-met-with-reason' | 'not-met' | 'not-yet-due' | 'not-evidenced';

export interface TimescaleResult {
  outcome: ComplianceOutcome;
  /** The time that it took, counted in the limit's unit (calendar days for months and limits without a number). */
  days: number | null;
  limit: LimitUsed | null;
  /** The limit in words. */
  limitUsed: string | null;
}

/**
 * What a timescale comes to. Both dates: in time Met, late Not met (with a reason on file: Not met, reason given). The
 * thing not done: Not met once its last day lies before the day of reading, until then Not yet due. Done without a date,
 * or no trace: Not evidenced, and so is what can't be told without a time of day. Null while it is not answered whole,
 * or does not apply.
 * @param value the kept value of the answer
 * @param reason the code of the reason for lateness
 */
export function timescaleResult(
  item: TimescaleItem,
  value: string | null,
  reason: string | null,
  values: Values,
  settings: ScoringSettings,
): TimescaleResult | null {
  const moments = momentsOf(value);
  if (!moments || (moments.from !== 'no-trace' && (moments.from === null || moments.to === null))) return null;
  const limit = limitFor(item, values, settings);
  const kept = limit ? keptWithin(item, moments.from, moments.to, limit, settings.readOn) : null;
  return {
    outcome: kept === 'late' ? (isReason(reason) ? 'not-met-with-reason' : 'not-met') : (kept ?? 'not-evidenced'),
    days: limit && isDated(moments.from) && isDated(moments.to) ? elapsed(moments.from, moments.to, limit) : null,
    limit,
    limitUsed: limit ? limitInWords(limit) : null,
  };
}

/** Whether a reason for lateness was found on file. */
export function isReason(code: string | null): boolean {
  return code !== null && code !== '' && code !== NO_REASON_ON_FILE;
}

function keptWithin(
  item: TimescaleItem,
  from: string | null,
  to: string | null,
  limit: LimitUsed,
  readOn: string,
): 'met' | 'late' | 'not-yet-due' | null {
  if (isDated(from) && isDated(to)) {
    const kept = isKept(from, to, limit);
    return kept === null ? null : kept ? 'met' : 'late';
  }
  // Where the task had to come before something, its not being done shows once there is no time left for it.
  if (taskOf(item) === 'from') {
    if (from === 'not-done' && isDated(to)) return isKept(readOn, to, limit) === true ? 'not-yet-due' : 'late';
    return to === 'not-done' && from !== 'no-trace' ? 'not-yet-due' : null;
  }
  if (to !== 'not-done' || !isDated(from)) return null;
  const last = lastDay(from, limit);
  return from.slice(0, 10) <= readOn && last !== null && last < readOn ? 'late' : 'not-yet-due';
}

function isDated(moment: string | null): moment is string {
  return moment !== null && !isMomentState(moment);
}
