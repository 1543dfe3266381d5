import type { FormDocument } from './document.js';
import type { Question } from './filled.js';
import { optionsOf } from './scales.js';

/**
 * Whether a judgement goes against most of the prompts that inform it: Sufficient where more than half are worth
 * nothing, or Not sufficient where more than half are well enough. It stays the auditor's to give; the page only asks
 * how they were weighed. Prompts without an answer, or that do not apply, are left out.
 */
export function isAtOdds(form: FormDocument, prompts: readonly Question[], judgement: Question): boolean {
  const given = judgement.answer?.value;
  const worths = prompts.flatMap(({ item, answer }) => {
    const option = optionsOf(form, item).find(({ key }) => key === answer?.value);
    return option?.worth === undefined ? [] : [option.worth];
  });
  const most = (worth: number) => worths.filter((one) => one === worth).length * 2 > worths.length;
  return (given === 'sufficient' && most(0)) || (given === 'not-sufficient' && most(1));
}
