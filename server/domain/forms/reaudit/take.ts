import type { FormDocument } from '../document.js';
import { isScored } from '../scales.js';
import type { EarlierAudit } from './earlier.js';
import { fixedQuestions } from './fixed-questions.js';
import { worthOf } from './worth.js';

const notThere = ['no', 'not-evidenced'];
/** Asked in every re-audit, so they are never taken from an earlier one. */
const always = new Set(fixedQuestions.items.map(({ key }) => key));

/**
 * The questions that a re-audit asks again, in the order of the form: those that fell short in any row (a scored answer
 * worth less than 1, a judgement 'Not sufficient', a rule that was not met or is not evidenced), those that an action
 * names, and every prompt below a gateway that was answered 'No', since they were never really seen.
 * @example takenItems({ id: 1, form, results: [{ item: 'harm-who', occurrence: 0, outcome: 'in-part', worth: 0.5, weight: 2 }], actionItems: [] })
 * // ['harm-who']
 */
export function takenItems({ form, results, actionItems }: EarlierAudit): string[] {
  const outcomes = (key: string) => results.filter(({ item }) => item === key).map(({ outcome }) => outcome);
  const unseen = belowClosedGateways(form, (key) => outcomes(key).some((outcome) => notThere.includes(outcome)));
  return form.sections
    .flatMap(({ items }) => items)
    .filter((item) => {
      const worths = outcomes(item.key).flatMap((outcome) => worthOf(form, item, outcome) ?? []);
      const counts = item.kind !== 'choice' || isScored(form, item) || item.scale === 'compliance';
      const fellShort = counts && worths.some((worth) => worth < 1);
      return (
        !always.has(item.key) &&
        worths.length > 0 &&
        (fellShort || actionItems.includes(item.key) || unseen.has(item.key))
      );
    })
    .map(({ key }) => key);
}

function belowClosedGateways(form: FormDocument, isClosed: (key: string) => boolean): ReadonlySet<string> {
  const below = form.sections.flatMap(({ items }) => {
    const at = items.findIndex((item) => item.kind === 'choice' && item.gateway === true && isClosed(item.key));
    return at < 0 ? [] : items.slice(at + 1).filter((item) => isScored(form, item));
  });
  return new Set(below.map(({ key }) => key));
}
