import { checkBands } from './bands.js';
import { checkConditions } from './conditions.js';
import { checkGroups } from './groups.js';
import { checkItems } from './items.js';
import { checkKeys } from './keys.js';
import { checkMeasures } from './measures.js';
import { checkNever } from './never.js';
import { tooLarge } from './size.js';
import { checkStandards } from './standards.js';
import type { FormDocument } from '../document.js';
import type { FormProblem } from '../fault.js';

/**
 * What is wrong with a form document beyond what the schema can say: duplicate keys, names of themes, scales, facts,
 * groups and items that do not exist, conditions that look forward, run in a circle or name an answer that is not
 * offered, caps and rules on such answers, bands with gaps, and, once the names are right, what can never appear.
 * Empty when all is right. What a key means in other forms is looked at by `checkAmong`.
 */
export function check(form: FormDocument): FormProblem[] {
  const large = tooLarge(form);
  if (large) return [large];
  const rules = [checkKeys, checkItems, checkMeasures, checkGroups, checkConditions, checkStandards, checkBands];
  const problems = rules.flatMap((rule) => rule(form));
  return problems.length > 0 ? problems : checkNever(form);
}
