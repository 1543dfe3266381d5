import type { Count } from '../statistics/interval.js';
import { counts, type Reading, type Value } from './reading.js';

/** One key question over all cases read. `n` are the cases with a judgement that counts. */
export interface Tally extends Count {
  question: string;
  /** Cases left out because the inspector judged the level Low. */
  low: readonly string[];
  /** Cases whose judgement is still missing; they are in no share. */
  missing: readonly string[];
}

/**
 * Counts a key question over the cases read. Each question has its own denominator: cases to which it does not apply,
 * those judged Low and those not judged yet leave it.
 * @example tally('2.2.3', [{ case: 'A', values: { '2.2.3': 'sufficient' } }, { case: 'B', values: { '2.2.3': 'low' } }])
 * // { question: '2.2.3', sufficient: 1, n: 1, low: ['B'], missing: [] }
 */
export function tally(question: string, readings: readonly Reading[]): Tally {
  const casesWith = (value: Value) =>
    readings.filter(({ values }) => values[question] === value).map((one) => one.case);
  return {
    question,
    sufficient: casesWith('sufficient').length,
    n: readings.filter(({ values }) => counts(values[question])).length,
    low: casesWith('low'),
    missing: casesWith('missing'),
  };
}
