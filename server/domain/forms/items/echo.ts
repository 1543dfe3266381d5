import type { EchoItem } from '../document.js';
import type { Kind } from './kind.js';

/** An earlier item shown again: it takes and keeps nothing of its own. */
export const echo: Kind<EchoItem> = {
  parts: [],
  read: () => ({ value: null }),
  typed: () => ({}),
  answered: () => true,
  offered: () => false,
  words: (_form, _item, value) => value,
};
