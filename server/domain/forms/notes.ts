import type { FormDocument, Item, NoteRule } from './document.js';
import type { Answer, Facts } from './filled.js';
import { answerInWords } from './items/kinds.js';
import { kindOfLevel, levelDifference, readLevel, serviceLevels } from './levels.js';
import { DOES_NOT_APPLY, isChosen, optionsOf, scaleOf, type Grade } from './scales.js';

/** What rules about notes look at beside the answer. */
export interface NoteContext {
  /** With the service's levels left out while they are hidden, so that no rule tells them. */
  facts: Facts;
  /** Null until there is one. */
  computedGrade: Grade | null;
}

/**
 * Why an answer needs a note, in words that say what the note is for; null when none is needed. The reason for being
 * late is not a note: see `reasonNeeded`, and `lateNote` for what is said beside it.
 * @example noteRule(form, item, answer, context) // 'Say in a sentence why you answered ‘No’.'
 */
export function noteRule(form: FormDocument, item: Item, answer: Answer | null, context: NoteContext): string | null {
  const value = answer?.value ?? null;
  const rule = 'note' in item ? item.note : undefined;
  if (!rule || value === null || value === DOES_NOT_APPLY.key) return null;
  if (rule.rule === 'differs-from-service') return levelDiffers(item, value, context.facts);
  if (rule.rule === 'differs-from-computed') return gradeDiffers(value, context.computedGrade);
  if (!demands(form, item, rule, value)) return null;
  if (rule.ask) return `Say ${rule.ask}.`;
  return isChosen(item)
    ? `Say in a sentence why you answered ‘${answerInWords(form, item, value)}’.`
    : 'Add a sentence.';
}

/** What the note beside something late is for, where the form wants one beside the reason; null where not. */
export function lateNote(item: Item): string | null {
  const rule = 'note' in item ? item.note : undefined;
  return rule?.rule === 'late' && rule.ask ? `Say ${rule.ask}.` : null;
}

function demands(form: FormDocument, item: Item, { rule, answers }: NoteRule, value: string): boolean {
  switch (rule) {
    case 'always':
      return true;
    case 'below':
      return isBelowBest(form, item, value);
    case 'no':
      return worthOf(form, item, value) === 0 || (weightOf(item) >= 2 && isBelowBest(form, item, value));
    case 'when':
      return answers?.includes(value) ?? false;
    case 'unless':
      return !answers?.includes(value);
    default:
      return false;
  }
}

function levelDiffers(item: Item, value: string, facts: Facts): string | null {
  const kind = kindOfLevel(item);
  if (kind === null) return null;
  const steps = levelDifference(readLevel(value), serviceLevels(facts)[kind]);
  if (steps === null || steps === 0) return null;
  return `Say why your level is ${steps > 0 ? 'above' : 'below'} the service’s.`;
}

function gradeDiffers(value: string, computed: Grade | null): string | null {
  return computed === null || computed === value ? null : 'Say why your grade differs from the computed one.';
}

function isBelowBest(form: FormDocument, item: Item, value: string): boolean {
  const worth = worthOf(form, item, value);
  const best = Math.max(...(scaleOf(form, item) ?? []).map((option) => option.worth ?? 0));
  return worth !== null && worth < best;
}

function worthOf(form: FormDocument, item: Item, value: string): number | null {
  return optionsOf(form, item).find(({ key }) => key === value)?.worth ?? null;
}

function weightOf(item: Item): number {
  return isChosen(item) ? (item.weight ?? 0) : 0;
}
