import type { Comparison, Condition } from './document.js';

/** True, false, or unknown because a value is missing or hidden. */
export type Truth = boolean | null;
export type Value = string | number | null;

/** Where a condition finds its values; a missing or hidden one is null. */
export interface Values {
  fact: (key: string) => Value;
  answer: (item: string) => Value;
}

/**
 * Whether a condition holds, in three values: a comparison with a missing value is unknown, `not` unknown is unknown,
 * `all` and `any` are those of Kleene's logic. Unknown at the end means 'does not apply'.
 * @example holds({ fact: 'rosh', in: ['high'] }, { fact: () => null, answer: () => null }) // null
 */
export function holds(condition: Condition, values: Values): Truth {
  if ('all' in condition) return joined(condition.all, values, false);
  if ('any' in condition) return joined(condition.any, values, true);
  if ('not' in condition) return not(holds(condition.not, values));
  return compare(condition, valueOf(condition, values));
}

/** Whether something with this condition applies: no condition always does, unknown does not. */
export function applies(condition: Condition | undefined, values: Values): boolean {
  return condition === undefined || holds(condition, values) === true;
}

/** The value that a comparison looks at. */
export function valueOf(comparison: Comparison, values: Values): Value {
  if (comparison.answer !== undefined) return values.answer(comparison.answer);
  return comparison.fact === undefined ? null : values.fact(comparison.fact);
}

/** The comparisons that a condition is built of, in order. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  return [condition];
}

/** One part settles it: a false one where all must hold, a true one where any may. Else unknown if one is. */
function joined(parts: readonly Condition[], values: Values, settling: boolean): Truth {
  let so: Truth = !settling;
  for (const part of parts) {
    const truth = holds(part, values);
    if (truth === settling) return settling;
    if (truth === null) so = null;
  }
  return so;
}

function not(part: Truth): Truth {
  return part === null ? null : !part;
}

function compare(comparison: Comparison, value: Value): Truth {
  if (comparison.set) return value !== null;
  if (value === null) return null;
  if (comparison.in) return comparison.in.includes(String(value));
  const number = Number(value);
  if (Number.isNaN(number)) return null;
  if (comparison.below !== undefined) return number < comparison.below;
  if (comparison.atMost !== undefined) return number <= comparison.atMost;
  if (comparison.above !== undefined) return number > comparison.above;
  return comparison.atLeast === undefined ? null : number >= comparison.atLeast;
}
