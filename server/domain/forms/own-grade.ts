import type { FormDocument, Item } from './document.js';

/**
 * Whether an item asks for the auditor's own grade of the whole form: the judgement on the scale of grades in the
 * closing section. Grades elsewhere are of a part, such as one standard of a service.
 */
export function isOwnGrade(form: FormDocument, item: Item): boolean {
  if (item.kind !== 'judgement' || item.scale !== 'grades') return false;
  return form.sections.some(({ key, items }) => key === form.close && items.some((one) => one.key === item.key));
}
