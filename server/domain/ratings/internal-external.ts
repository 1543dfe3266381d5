/** One question about one case, as an internal audit and the inspection judged it: well enough, or not. */
export interface Pair {
  /** Number of the case. */
  case: number;
  internal: boolean;
  external: boolean;
}

/** How two views of the same cases agree, and in which direction they differ. */
export interface Compared {
  /** Judgements that both gave. */
  both: number;
  cases: number;
  agree: number;
  /** The internal audit found it well enough and the inspection did not. */
  internalKinder: number;
  internalHarsher: number;
}

/**
 * Counts where internal and external judgements of the same cases agree. Plain counts: a few cases bear no more.
 * @example compare([{ case: 1, internal: true, external: false }])
 * // { both: 1, cases: 1, agree: 0, internalKinder: 1, internalHarsher: 0 }
 */
export function compare(pairs: readonly Pair[]): Compared {
  const count = (is: (pair: Pair) => boolean) => pairs.filter(is).length;
  return {
    both: pairs.length,
    cases: new Set(pairs.map((pair) => pair.case)).size,
    agree: count(({ internal, external }) => internal === external),
    internalKinder: count(({ internal, external }) => internal && !external),
    internalHarsher: count(({ internal, external }) => !internal && external),
  };
}

/** Whether an answer says 'well enough'; null for one that says nothing about it. */
export function wellEnough(outcome: string): boolean | null {
  if (['yes', 'sufficient', 'right'].includes(outcome)) return true;
  return ['in-part', 'no', 'not-evidenced', 'not-sufficient', 'wrong', 'no-decision'].includes(outcome) ? false : null;
}
