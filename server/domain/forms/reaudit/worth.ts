import type { FormDocument, Item } from '../document.js';
import type { EarlierResult } from './earlier.js';
import { asksCompliance, scaleOf } from '../scales.js';

const ofRules: Readonly<Record<string, number>> = {
  met: 1,
  'not-met-with-reason': 0.5,
  'not-met': 0,
  'not-evidenced': 0,
};

/**
 * How good an outcome is, 0 to 1, to set two readings of one question side by side; null for what tells nothing, such as
 * 'Does not apply' and 'Not yet due', and for questions that do not ask how well.
 * @example worthOf(form, item, 'in-part') // 0.5
 */
export function worthOf(form: Pick<FormDocument, 'scales'>, item: Item, outcome: string): number | null {
  if (asksCompliance(item)) return ofRules[outcome] ?? null;
  return scaleOf(form, item)?.find(({ key }) => key === outcome)?.worth ?? null;
}

/** The weakest row of a question; undefined where no row tells how well. */
export function worst(form: FormDocument, item: Item, results: readonly EarlierResult[]) {
  return results
    .filter((result) => result.item === item.key)
    .flatMap(({ outcome }) => {
      const worth = worthOf(form, item, outcome);
      return worth === null ? [] : [{ outcome, worth }];
    })
    .sort((a, b) => a.worth - b.worth)[0];
}
