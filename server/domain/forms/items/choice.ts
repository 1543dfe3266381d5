import type { ChoiceItem, FormDocument, JudgementItem } from '../document.js';
import { optionsOf } from '../scales.js';
import { tidied, type Kind } from './kind.js';

type Chosen = ChoiceItem | JudgementItem;

function labelOf(form: FormDocument, item: Chosen, value: string): string | null {
  return optionsOf(form, item).find((option) => option.key === value)?.label ?? null;
}

/** One answer of a list, kept as the answer's key. */
export const choice: Kind<Chosen> = {
  parts: ['value'],
  read: (form, item, typed) => {
    const value = tidied(typed['value']);
    if (value === null || labelOf(form, item, value) !== null) return { value };
    return { part: 'value', message: 'Choose one of the answers that the question offers.' };
  },
  typed: (_item, value) => ({ value: value ?? '' }),
  answered: (_item, value) => value !== null,
  offered: (form, item, value) => labelOf(form, item, value) !== null,
  words: (form, item, value) => labelOf(form, item, value) ?? value,
};
