import type { FormDocument, Item } from '../document.js';
import { scaleOf } from '../scales.js';

/** What a key stands for: the kind, the question and its answers. Weight, themes, caps and condition are not part of it. */
export function meaningOf(form: Pick<FormDocument, 'scales'>, item: Item): string {
  const answers = (scaleOf(form, item) ?? []).map(({ key, label }) => [key, label]);
  const bare = item.question.trim().replace(/\s+/g, ' ');
  return JSON.stringify([item.kind, bare, answers, item.kind === 'echo' ? item.of : null]);
}
