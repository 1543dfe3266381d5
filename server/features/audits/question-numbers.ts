import type { Applying } from '../../domain/forms/applies.js';
import type { FormDocument } from '../../domain/forms/document.js';

/** The id of a question on its page. @example questionId('ns-review', 2) // 'q-ns-review_2' */
export const questionId = (item: string, occurrence: number): string =>
  occurrence === 0 ? `q-${item}` : `q-${item}_${occurrence}`;

/**
 * The numbers of what is asked, by id of the question: section in the form, then question in its section. The section
 * keeps its number when others fall away, so that a number means the same on paper.
 */
export function numbersOf(form: FormDocument, applying: Applying): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const { section, questions } of applying.sections) {
    const place = form.sections.indexOf(section) + 1;
    let next = 0;
    for (const { item, occurrence } of questions) {
      if (item.kind === 'judgement' && item.key !== 'close-grade') continue;
      next += 1;
      numbers.set(questionId(item.key, occurrence), `${place}.${next}`);
    }
  }
  return numbers;
}
