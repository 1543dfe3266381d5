/** One key question as one reader judged it. */
export interface Judged {
  itemKey: string;
  value: string | null;
  note: string | null;
}

export interface Difference {
  itemKey: string;
  first: Judged | null;
  second: Judged | null;
}

/**
 * Where two blind readings of one case differ: another value, or a question that one of them did not come to, because
 * they judged a level otherwise. In the order of the form.
 * @example differences([{ itemKey: 'a', value: 'sufficient', note: null }], [{ itemKey: 'a', value: 'sufficient', note: null }]) // []
 */
export function differences(first: readonly Judged[], second: readonly Judged[]): Difference[] {
  const keys = [...new Set([...first, ...second].map(({ itemKey }) => itemKey))];
  return keys
    .map((itemKey) => ({
      itemKey,
      first: first.find((one) => one.itemKey === itemKey) ?? null,
      second: second.find((one) => one.itemKey === itemKey) ?? null,
    }))
    .filter((pair) => (pair.first?.value ?? null) !== (pair.second?.value ?? null));
}
