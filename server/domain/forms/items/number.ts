import type { NumberItem } from '../document.js';
import { tidied, type Kind } from './kind.js';

/** A number, kept as decimal text: '12', '-3', '0.5'. */
export const number: Kind<NumberItem> = {
  parts: ['value'],
  read: (_form, item, typed) => {
    const value = tidied(typed['value']);
    if (value === null) return { value };
    const plain = value.replace(/^[-−]/, '-').replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
    if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(plain))
      return { part: 'value', message: `Give a number in figures, such as ${item.whole ? '3' : '2.5'}.` };
    const wrong = outside(item, Number(plain));
    return wrong === null ? { value: String(Number(plain)) } : { part: 'value', message: wrong };
  },
  typed: (_item, value) => ({ value: value ?? '' }),
  answered: (_item, value) => value !== null,
  offered: (_form, item, value) => /^-?\d+(\.\d+)?$/.test(value) && outside(item, Number(value)) === null,
  words: (_form, _item, value) => value.replace('-', '−'),
};

function outside(item: NumberItem, value: number): string | null {
  if (item.whole && !Number.isInteger(value)) return 'Give a whole number, such as 3.';
  if (item.least !== undefined && value < item.least) return `Give ${item.least} or more.`;
  if (item.most !== undefined && value > item.most) return `Give ${item.most} or less.`;
  return null;
}
