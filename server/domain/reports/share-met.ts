import { isDue } from '../scoring/compliance.js';

/** The result of one rule in one case, and whether it was late with a reason that was accepted at agreement. */
export interface ResultOfRule {
  outcome: string;
  accepted: boolean;
}

/**
 * How many of these results were met, met or accepted, and due.
 * @example complianceOfResults([{ outcome: 'met', accepted: false }]) // { met: 1, metAdjusted: 1, due: 1 }
 */
export function complianceOfResults(results: readonly ResultOfRule[]): {
  met: number;
  metAdjusted: number;
  due: number;
} {
  const due = results.filter(({ outcome }) => isDue(outcome));
  const met = due.filter(({ outcome }) => outcome === 'met').length;
  return { met, metAdjusted: met + due.filter(({ accepted }) => accepted).length, due: due.length };
}
