import type { FormDocument } from '../forms/document.js';

/** One standard of a framework in one audit: of its key questions that apply, how many were judged Sufficient. */
export interface StandardScore {
  standard: string;
  sufficient: number;
  applicable: number;
}

/**
 * The standards of a form whose key questions were judged, in the order of the form. Key questions are judgements that
 * name one; those that do not apply or have no answer leave the count. Works on stored results as well.
 * @param results what each answered question came to: the item's key and the answer's
 */
export function standardScores(
  form: FormDocument,
  results: readonly { item: string; outcome: string }[],
): StandardScore[] {
  const outcomes = new Map(results.map(({ item, outcome }) => [item, outcome]));
  const counts = new Map<string, StandardScore>();
  for (const { standard, items } of form.sections) {
    for (const item of items) {
      const outcome = outcomes.get(item.key);
      if (standard === undefined || item.kind !== 'judgement' || !item.keyQuestion || outcome === undefined) continue;
      const so = counts.get(standard) ?? { standard, sufficient: 0, applicable: 0 };
      const sufficient = so.sufficient + (outcome === 'sufficient' ? 1 : 0);
      counts.set(standard, { standard, sufficient, applicable: so.applicable + 1 });
    }
  }
  return [...counts.values()];
}

/**
 * The standards with the lowest share of Sufficient; ties name all, and none is named when all are Sufficient.
 * @example lowestStandards([{ standard: '2.1', sufficient: 3, applicable: 3 }, { standard: '2.2', sufficient: 1, applicable: 2 }])
 * // [{ standard: '2.2', sufficient: 1, applicable: 2 }]
 */
export function lowestStandards(standards: readonly StandardScore[]): StandardScore[] {
  const share = ({ sufficient, applicable }: StandardScore) => sufficient / applicable;
  const lowest = Math.min(1, ...standards.map(share));
  return lowest === 1 ? [] : standards.filter((standard) => share(standard) === lowest);
}
