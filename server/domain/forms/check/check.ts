import { checkBands } from './bands.js';
import { checkConditions } from './conditions.js';
import { checkGroups } from './groups.js';
import { checkItems } from './items.js';
import { checkKeys } from './keys.js';
import type { FormDocument } from '../document.js';
import type { FormProblem } from '../fault.js';

/**
 * What is wrong with a form document beyond what the schema can say: duplicate keys, names of themes, scales, facts,
 * groups and items that do not exist, conditions that look forward or name an answer that is not offered, caps and
 * rules on such answers, bands with gaps. Empty when all is right.
 */
export function check(form: FormDocument): FormProblem[] {
  return [checkKeys, checkItems, checkGroups, checkConditions, checkBands].flatMap((rule) => rule(form));
}
