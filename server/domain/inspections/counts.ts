/** One judgement that counts: the settled one where there is one. */
export interface Counted {
  question: string;
  value: string | null;
}

export interface QuestionCount {
  question: string;
  sufficient: number;
  /** Judged Sufficient or Not sufficient: what does not apply, and what is missing, is left out. */
  of: number;
}

/**
 * How often each key question was judged Sufficient, in the order in which the questions come.
 * @example countsOf([{ question: '2.1.1', value: 'sufficient' }, { question: '2.1.1', value: 'not-sufficient' }])
 * // [{ question: '2.1.1', sufficient: 1, of: 2 }]
 */
export function countsOf(judgements: readonly Counted[]): QuestionCount[] {
  const counts = new Map<string, QuestionCount>();
  for (const { question, value } of judgements) {
    const count = counts.get(question) ?? { question, sufficient: 0, of: 0 };
    counts.set(question, count);
    if (value === 'sufficient') count.sufficient += 1;
    if (value === 'sufficient' || value === 'not-sufficient') count.of += 1;
  }
  return [...counts.values()];
}
