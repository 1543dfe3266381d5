import { formLimit, limitInWords } from '../../scoring/limits.js';
import { conditionInWords } from '../condition-in-words.js';
import type { FormDocument, Item, NoteRule } from '../document.js';
import { gradeName, optionsOf } from '../scales.js';

/** When a note is demanded, in a few words. */
export const noteRules: Readonly<Record<NoteRule['rule'], string>> = {
  always: 'with every answer',
  below: 'with every answer under the best',
  no: 'with answers worth nothing (and under the best where the weight is 2)',
  late: 'when late: the reason from the list',
  'differs-from-service': 'when the level is not the service’s',
  'differs-from-computed': 'when the grade is not the computed one',
  when: 'with the answers ticked',
  unless: 'with any answer but those ticked',
};

/** An item's rule about notes as a sentence part; 'never' for none. */
export function noteInWords(form: FormDocument, item: Item): string {
  const rule = 'note' in item ? item.note : undefined;
  if (!rule) return 'never';
  const named = rule.answers ? `: ${labels(form, item, rule.answers)}` : '';
  return `${noteRules[rule.rule]}${named}${rule.ask ? ` (${rule.ask})` : ''}`;
}

/** What of an item holds the grade down; 'no' for nothing. */
export function capsInWords(form: FormDocument, item: Item): string {
  const caps = 'caps' in item ? (item.caps ?? []) : [];
  const said = caps.map(
    (cap) =>
      `${labels(form, item, cap.answers)}: at most ${gradeName(cap.atMost)}${cap.when ? `, when ${conditionInWords(form, cap.when)}` : ''}`,
  );
  return said.join('; ') || 'no';
}

/** The limits of a timescale; 'no' for other kinds. */
export function limitsInWords(form: FormDocument, item: Item): string {
  if (item.kind !== 'timescale') return 'no';
  return item.limits
    .map((limit) => {
      const words = limitInWords(formLimit(limit));
      return limit.when ? `${words}, when ${conditionInWords(form, limit.when)}` : words;
    })
    .join('; ');
}

const labels = (form: FormDocument, item: Item, keys: readonly string[]): string =>
  keys.map((key) => optionsOf(form, item).find((option) => option.key === key)?.label ?? key).join(' or ');
