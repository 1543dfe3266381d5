import { formatDate } from '../calendar/format-date.js';
import { leftOutInWords } from '../calendar/left-out.js';
import { isMomentState, type Moments } from '../forms/items/timescale.js';
import { amountInWords, limitInFull } from '../scoring/limits.js';
import { lastDay } from '../scoring/elapsed.js';
import type { ComplianceOutcome, TimescaleResult } from '../scoring/timescale.js';

const outcomeNames: Readonly<Record<ComplianceOutcome, string>> = {
  met: 'Met',
  'not-met-with-reason': 'Not met, reason given',
  'not-met': 'Not met',
  'not-yet-due': 'Not yet due',
  'not-evidenced': 'Not evidenced',
};

/** What a timescale comes to, to be shown under its dates: the outcome, and the sum that led to it. */
export interface Sum {
  outcome: string;
  /** '14 working days; the limit is within 15 working days; Easter left out'. */
  words: string;
}

/**
 * The sum of a timescale in words: how long it took in the limit's own unit, the limit, and the bank holidays left out.
 * @example sumOf(result, { from: '2026-04-01', to: '2026-04-20' })
 * // { outcome: 'Met', words: '11 working days; the limit is within 15 working days; Easter left out.' }
 */
export function sumOf(result: TimescaleResult, moments: Moments): Sum {
  const parts = [taken(result), limit(result, moments), leftOut(result, moments)];
  const words = parts.filter((part) => part !== null).join('; ');
  return { outcome: outcomeNames[result.outcome], words: words === '' ? '' : `${words}.` };
}

function taken({ days, limit: used }: TimescaleResult): string | null {
  if (days === null) return null;
  const unit = used?.measure?.unit;
  return amountInWords({ amount: days, unit: unit === undefined || unit === 'months' ? 'calendar-days' : unit });
}

function limit({ limit: used }: TimescaleResult, { from }: Moments): string | null {
  if (used === null) return null;
  const isEnding = used.direction === 'within' && from !== null && !isMomentState(from);
  const last = isEnding ? lastDay(from, used) : null;
  return `the limit is ${limitInFull(used)}${last === null ? '' : `, to ${formatDate(last)}`}`;
}

function leftOut({ limit: used, days }: TimescaleResult, { from, to }: Moments): string | null {
  if (days === null || used?.measure?.unit !== 'working-days' || from === null || to === null) return null;
  return leftOutInWords(from.slice(0, 10), to.slice(0, 10));
}
