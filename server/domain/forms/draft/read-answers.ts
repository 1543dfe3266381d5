import type { ChoiceItem, FormDocument, Item, JudgementItem, Option } from '../document.js';
import { scales } from '../scales.js';
import { keyFrom } from './keys.js';
import { number, words, type FieldFault, type Fields } from './fields.js';

/** The value of the list of scales that stands for answers of the item's own. */
export const OWN_ANSWERS = 'own';

/** Which scales the lists offer, for choices and for judgements; the first is what a new item begins with. */
export const scalesFor: Readonly<Record<'choice' | 'judgement', readonly string[]>> = {
  choice: ['enough', 'yes-no', 'right', 'compliance', 'levels', 'safe-now', 'evidence', 'sufficient', 'grades'],
  judgement: ['sufficient', 'grades', 'evidence', 'enough', 'levels'],
};

/** How an item of a list is answered: a scale by name, or answers of its own with what each is worth. */
export function readAnswers(
  faults: FieldFault[],
  form: FormDocument,
  before: Item | null,
  kind: 'choice' | 'judgement',
  fields: Fields,
): Pick<ChoiceItem, 'scale' | 'options'> {
  const scale = fields.one('scale') || (scalesFor[kind][0] ?? '');
  if (scale === OWN_ANSWERS && kind === 'choice') return { options: readOptions(faults, before, fields) };
  if (Object.hasOwn(scales, scale) || Object.hasOwn(form.scales ?? {}, scale)) return { scale };
  faults.push({ field: 'scale', message: 'Choose one of the lists of answers.' });
  return { scale: scalesFor[kind][0] };
}

/** An answer keeps its key as long as its line does: earlier answers stay what they were. */
function readOptions(faults: FieldFault[], before: Item | null, fields: Fields): Option[] {
  const old = new Map((before?.kind === 'choice' ? (before.options ?? []) : []).map((option) => [option.key, option]));
  const [keys, labels, worths] = [fields.many('optionKey'), fields.many('optionLabel'), fields.many('optionWorth')];
  const taken = new Set([...old.keys(), 'does-not-apply', 'not-judged']);
  const read: Option[] = [];
  labels.slice(0, 40).forEach((label, i) => {
    if (label === '') return;
    const was = old.get(keys[i] ?? '');
    const key = was && !read.some((option) => option.key === was.key) ? was.key : keyFrom(label, taken);
    taken.add(key);
    const worth = number(faults, 'optionWorth', worths[i] ?? '', [0, 1]);
    const text = words(faults, 'optionLabel', label, 120, null) ?? label;
    read.push({
      key,
      label: text,
      ...(worth === undefined ? {} : { worth }),
      ...(was?.meaning ? { meaning: was.meaning } : {}),
    });
  });
  if (read.length < 2) faults.push({ field: 'optionLabel', message: 'Give at least two answers.' });
  return read;
}

/** The answers of a list before 'Does not apply' and 'Not judged', where rules about the item may name them. */
export function offeredBy(
  form: FormDocument,
  { scale, options }: Pick<ChoiceItem | JudgementItem, 'scale'> & { options?: Option[] },
): string[] {
  if (options) return options.map(({ key }) => key);
  const own = Object.hasOwn(form.scales ?? {}, scale ?? '') ? form.scales?.[scale ?? ''] : undefined;
  const list = own ?? (Object.hasOwn(scales, scale ?? '') ? scales[scale ?? ''] : undefined);
  return (list ?? []).map(({ key }) => key);
}
