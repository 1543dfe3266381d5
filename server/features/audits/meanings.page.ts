import type { FormDocument, Item } from '../../domain/forms/document.js';
import { kindOfLevel } from '../../domain/forms/levels.js';
import { levelMeanings, levelName, levels, optionsOf } from '../../domain/forms/scales.js';

/** What the answers of a question mean, where they have a meaning of their own to be looked up. */
export function meaningsOf(form: FormDocument, item: Item): { label: string; meaning: string }[] {
  const level = kindOfLevel(item);
  if (level) return levels.map((one) => ({ label: levelName(one), meaning: levelMeanings[one][level] }));
  if (item.kind !== 'judgement') return [];
  return optionsOf(form, item).flatMap(({ label, meaning }) => (meaning === undefined ? [] : [{ label, meaning }]));
}
