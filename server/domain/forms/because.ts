import { holds, valueOf, type Values } from './condition.js';
import type { Comparison, Condition, Item } from './document.js';
import { caseFactOf } from './facts.js';

/** Why something is not asked: in words, and the facts or earlier answers that settled it, so that a page can link them. */
export interface Because {
  because: string;
  closedBy: readonly Closing[];
  /** An earlier question is asked and not answered yet, or a fact is still hidden: this may yet come to apply. */
  waiting: boolean;
}

/** The fact or the earlier answer that settled it. */
export type Closing = { fact: string } | { answer: string };

/** How the words of a reason find the questions and answers that they name. */
export interface Wording {
  item: (key: string) => Item | null;
  words: (item: Item, value: string) => string;
  /** Whether the item is asked at all, as far as is known now. */
  asked: (key: string) => boolean;
  /** Whether a case fact is there but not to be shown yet. */
  hidden: (fact: string) => boolean;
}

/**
 * Why a condition does not hold: of parts that must all hold, those that fail (or, if none fails, those that are
 * unknown); of parts of which one must hold, every one.
 * @example because(condition, values, wording).because // 'you answered ‘None’ to ‘Which other plan for the child was in force?’'
 */
export function because(condition: Condition, values: Values, wording: Wording): Because {
  const closing = closingComparisons(condition, values, false);
  const distinct = [...new Map(closing.map((part) => [part.answer ?? part.fact, part])).values()];
  return {
    because: sentence(distinct.map((part) => comparisonInWords(part, values, wording))),
    closedBy: distinct.map(({ answer, fact }) => (answer === undefined ? { fact: fact ?? '' } : { answer })),
    waiting: holds(condition, values) === null && distinct.some((part) => isOpen(part, values, wording)),
  };
}

// Under a `not` the roles of `all` and `any`, and of true and false, change places.
function closingComparisons(condition: Condition, values: Values, negated: boolean): Comparison[] {
  if ('not' in condition) return closingComparisons(condition.not, values, !negated);
  if (!('all' in condition) && !('any' in condition)) return [condition];
  const parts = 'all' in condition ? condition.all : condition.any;
  const everyPartMatters = 'any' in condition !== negated;
  const failing = parts.filter((part) => holds(part, values) === negated);
  const unknown = parts.filter((part) => holds(part, values) === null);
  const closing = everyPartMatters ? parts : failing.length > 0 ? failing : unknown;
  return closing.flatMap((part) => closingComparisons(part, values, negated));
}

function isOpen({ answer, fact }: Comparison, values: Values, wording: Wording): boolean {
  if (answer !== undefined) return wording.asked(answer) && values.answer(answer) === null;
  return wording.hidden(fact ?? '');
}

function comparisonInWords(comparison: Comparison, values: Values, wording: Wording): string {
  const value = valueOf(comparison, values);
  if (comparison.answer !== undefined) {
    const item = wording.item(comparison.answer);
    const question = `‘${item?.question ?? comparison.answer}’`;
    if (value === null)
      return `${question} ${wording.asked(comparison.answer) ? 'has no answer yet' : 'was not asked'}`;
    return `you answered ‘${item ? wording.words(item, String(value)) : value}’ to ${question}`;
  }
  if (wording.hidden(comparison.fact ?? '')) return 'the service’s levels are not shown yet';
  const fact = caseFactOf(comparison.fact ?? '');
  if (!fact) return `${comparison.fact} is ${value ?? 'not recorded'}`;
  return value === null ? fact.saysNothing : fact.says(value);
}

function sentence(parts: readonly string[]): string {
  return [...new Set(parts)].join(', and ');
}
