import type { FormDocument, Item } from '../forms/document.js';
import { isChosen, optionsOf, scaleOf } from '../forms/scales.js';

/**
 * When a note will be asked for, said before an answer is given; null where none ever is.
 * @example noteHint(form, item) // 'A note is needed with No and Not evidenced.'
 */
export function noteHint(form: FormDocument, item: Item): string | null {
  const note = 'note' in item ? item.note : undefined;
  if (!note) return null;
  switch (note.rule) {
    case 'always':
      return 'A sentence is needed with every answer.';
    case 'below':
      return needed(labels(form, item, (worth, best) => worth < best));
    case 'no':
      return needed(labels(form, item, (worth, best) => worth === 0 || (isDouble(item) && worth < best)));
    case 'when':
      return needed(labelsOf(form, item, note.answers ?? []));
    case 'unless':
      return needed(
        labelsOf(
          form,
          item,
          optionsOf(form, item)
            .map(({ key }) => key)
            .filter((key) => !note.answers?.includes(key)),
        ),
      );
    case 'differs-from-service':
      return 'A note is needed when your level is not the service’s.';
    case 'differs-from-computed':
      return 'A note is needed when the computed grade is another; it is shown once you have given yours.';
    case 'late':
      return null;
  }
}

/** Whether an answer counts double: it protects life. */
export const isDouble = (item: Item): boolean => isChosen(item) && (item.weight ?? 0) >= 2;

function labels(form: FormDocument, item: Item, isAsked: (worth: number, best: number) => boolean): string[] {
  const options = (scaleOf(form, item) ?? []).filter(({ worth }) => worth !== undefined);
  const best = Math.max(...options.map(({ worth }) => worth ?? 0));
  return options.filter(({ worth }) => isAsked(worth ?? 0, best)).map(({ label }) => label);
}

const labelsOf = (form: FormDocument, item: Item, keys: readonly string[]): string[] =>
  optionsOf(form, item)
    .filter(({ key }) => keys.includes(key))
    .map(({ label }) => label);

function needed(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const [last, ...others] = [...words].reverse().map((word) => `‘${word}’`);
  return `A note is needed with ${others.length > 0 ? `${others.reverse().join(', ')} and ` : ''}${last}.`;
}
