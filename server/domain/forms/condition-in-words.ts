import type { Comparison, Condition, FormDocument, Item } from './document.js';
import { caseFactOf } from './facts.js';
import { answerInWords } from './items/kinds.js';

/**
 * A condition as a sentence part: what must be so for a question to be asked.
 * @example conditionInWords(form, { answer: 'facts-named-victim', in: ['yes'] }) // '‘Is there a victim …?’ is answered Yes'
 */
export function conditionInWords(form: FormDocument, condition: Condition): string {
  if ('all' in condition) return joined(form, condition.all, ' and ');
  if ('any' in condition) return joined(form, condition.any, ' or ');
  if ('not' in condition) return `it is not so that ${conditionInWords(form, condition.not)}`;
  return comparisonInWords(form, condition);
}

function joined(form: FormDocument, parts: readonly Condition[], word: string): string {
  const words = parts.map((part) => {
    const inner = conditionInWords(form, part);
    return 'any' in part && part.any.length > 1 ? `(${inner})` : inner;
  });
  return words.join(word);
}

function comparisonInWords(form: FormDocument, comparison: Comparison): string {
  const item = itemOf(form, comparison.answer);
  const fact = caseFactOf(comparison.fact ?? '');
  const subject = item ? `‘${item.question}’` : (fact?.title.replace(/^./, (c) => c.toLowerCase()) ?? 'the case');
  if (comparison.set) return `${subject} is recorded`;
  if (comparison.in) {
    const values = comparison.in.map((value) => (item ? answerInWords(form, item, value) : value.replaceAll('-', ' ')));
    return item ? `${subject} is answered ${values.join(' or ')}` : `${subject} is ${values.join(' or ')}`;
  }
  if (comparison.below !== undefined) return `${subject} is under ${comparison.below}`;
  if (comparison.atMost !== undefined) return `${subject} is ${comparison.atMost} or less`;
  if (comparison.above !== undefined) return `${subject} is over ${comparison.above}`;
  return `${subject} is ${comparison.atLeast ?? 0} or more`;
}

function itemOf(form: FormDocument, key: string | undefined): Item | null {
  if (key === undefined) return null;
  return form.sections.flatMap((section) => section.items).find((item) => item.key === key) ?? null;
}
