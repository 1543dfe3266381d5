/** A question that a fact fills in, as a proposal: its answer, or one of the two moments of a timescale. */
export interface Fills {
  readonly item: string;
  /** `answer`: the value is the answer. `some`: a value says yes, a number above nought too. */
  readonly as: 'answer' | 'some' | 'from' | 'to';
}

/** A fact of a case that no register of ours has a place for: a service may keep it. */
export interface KeptFact {
  /** In the words of a page. */
  readonly says: string;
  readonly holds: 'yes-no' | 'choice' | 'number' | 'date' | 'dates';
  /** A fact of the case holds for all its orders. */
  readonly of: 'case' | 'order';
  readonly fills: readonly Fills[];
  /** Where a service would get it. */
  readonly from: string;
  /** The values of a choice: those of the question that it fills in. */
  readonly values?: Readonly<Record<string, string>>;
  /** Headings that are known to mean it. */
  readonly headings: readonly string[];
}

export const answers = (item: string): readonly Fills[] => [{ item, as: 'answer' }];
export const moment = (item: string, as: 'from' | 'to'): Fills => ({ item, as });
export const yesNo = (says: string, item: string, from: string, headings: string[], of: KeptFact['of'] = 'case') =>
  ({ says, holds: 'yes-no', of, fills: answers(item), from, headings }) as const;
export const date = (says: string, fills: readonly Fills[], from: string, headings: string[]) =>
  ({ says, holds: 'date', of: 'order', fills, from, headings }) as const;
export const choice = (
  says: string,
  item: string,
  from: string,
  headings: string[],
  values: Record<string, string>,
  of: KeptFact['of'] = 'order',
) => ({ says, holds: 'choice', of, fills: answers(item), from, headings, values }) as const;
