import type { ChoiceItem, FormDocument, Item, JudgementItem, Option } from './document.js';

export type Grade = 'outstanding' | 'good' | 'requires-improvement' | 'inadequate';
export type Level = 'low' | 'medium' | 'high' | 'very-high';

/** Grades from the lowest to the best: a place in this list is how high a grade is. */
export const grades: readonly Grade[] = ['inadequate', 'requires-improvement', 'good', 'outstanding'];
export const levels: readonly Level[] = ['low', 'medium', 'high', 'very-high'];

const NOT_EVIDENCED: Option = { key: 'not-evidenced', label: 'Not evidenced', worth: 0 };
export const DOES_NOT_APPLY: Option = { key: 'does-not-apply', label: 'Does not apply' };
export const NOT_JUDGED: Option = { key: 'not-judged', label: 'Not judged' };

/** The lists of answers that all forms share, best answer first. */
export const scales: Readonly<Record<string, readonly Option[]>> = {
  enough: [
    {
      key: 'yes',
      label: 'Yes, well enough',
      worth: 1,
      meaning: "'Well enough' is what a reasonable colleague would accept, not perfection.",
    },
    { key: 'in-part', label: 'In part', worth: 0.5 },
    { key: 'no', label: 'No', worth: 0 },
    NOT_EVIDENCED,
  ],
  'yes-no': [{ key: 'yes', label: 'Yes', worth: 1 }, { key: 'no', label: 'No', worth: 0 }, NOT_EVIDENCED],
  right: [
    { key: 'right', label: 'Right', worth: 1 },
    { key: 'wrong', label: 'Wrong', worth: 0 },
    { key: 'no-decision', label: 'No decision recorded', worth: 0 },
  ],
  sufficient: [
    {
      key: 'sufficient',
      label: 'Sufficient',
      worth: 1,
      meaning:
        "Good enough to keep people safe and help this child on. Small gaps that change nothing don't make it insufficient.",
    },
    {
      key: 'not-sufficient',
      label: 'Not sufficient',
      worth: 0,
      meaning:
        'A gap that matters to safety or to the child, or so many small ones that the work as a whole does not hold. Reason in a sentence or two.',
    },
  ],
  grades: [
    {
      key: 'outstanding',
      label: 'Outstanding',
      meaning: 'Other teams should see this file; the work made a clear difference.',
    },
    {
      key: 'good',
      label: 'Good',
      meaning: 'People are safe, the child is known, gaps are small and fixable by the practitioner.',
    },
    {
      key: 'requires-improvement',
      label: 'Requires improvement',
      meaning: 'Real gaps; nobody is in danger because of them today, and they will matter if left.',
    },
    {
      key: 'inadequate',
      label: 'Inadequate',
      meaning: 'Somebody is or could well have been unsafe, or the essentials are missing.',
    },
  ],
  levels: [
    { key: 'low', label: 'Low' },
    { key: 'medium', label: 'Medium' },
    { key: 'high', label: 'High' },
    { key: 'very-high', label: 'Very high' },
  ],
  evidence: [
    {
      key: 'strong',
      label: 'Strong',
      meaning: 'Two kinds of source agree (document and people, or either and case results) and it is recent.',
    },
    { key: 'enough', label: 'Enough', meaning: 'One good source, nothing against it.' },
    { key: 'thin', label: 'Thin', meaning: 'Said but not shown, or old.' },
    { key: 'none-seen', label: 'None seen', meaning: 'Asked for and not there.' },
  ],
  'safe-now': [
    { key: 'yes', label: 'Yes' },
    { key: 'no-dealt-with', label: 'No, and it is being dealt with' },
    { key: 'no-nobody-dealing', label: 'No, and nobody is dealing with it' },
    { key: 'cannot-tell', label: 'Cannot tell' },
  ],
  compliance: [
    { key: 'met', label: 'Met' },
    { key: 'not-met-with-reason', label: 'Not met, reason given' },
    { key: 'not-met', label: 'Not met' },
    { key: 'not-yet-due', label: 'Not yet due' },
    { key: 'not-evidenced', label: 'Not evidenced' },
  ],
};

/** What each level means, apart for harm to others and for the child's own safety. */
export const levelMeanings: Readonly<Record<Level, { harm: string; safety: string }>> = {
  low: { harm: 'Nothing now points to serious harm', safety: 'Nothing specific now' },
  medium: {
    harm: 'Signs of risk; serious harm unlikely unless things change',
    safety: 'Real concerns; a serious outcome unlikely unless things change',
  },
  high: {
    harm: 'Could happen at any time, and would be serious',
    safety: 'Likely, and could be serious; action soon, often by others too',
  },
  'very-high': {
    harm: 'Will happen as soon as there is a chance, and would be serious',
    safety: 'Could happen at once, serious: action now, child-protection threshold',
  },
};

/** The list of answers that an item is answered from, without its extras; null for an item that takes no choice. */
export function scaleOf(form: Pick<FormDocument, 'scales'>, item: Item): readonly Option[] | null {
  if (item.kind === 'choice' && item.options) return item.options;
  if (!isChosen(item) || item.scale === undefined) return null;
  const own = form.scales;
  if (own && Object.hasOwn(own, item.scale)) return own[item.scale] ?? null;
  return Object.hasOwn(scales, item.scale) ? (scales[item.scale] ?? null) : null;
}

/** Every answer that an item offers: its scale, then 'Does not apply' and 'Not judged' where the form adds them. */
export function optionsOf(form: Pick<FormDocument, 'scales'>, item: Item): readonly Option[] {
  const { scales: own } = form;
  const known = knownOptions.get(item);
  if (known && known.own === own) return known.options;
  const options = listOf(form, item);
  knownOptions.set(item, { own, options });
  return options;
}

/** Lists of answers that were put together, with the scales of the form that they come from: neither ever changes. */
const knownOptions = new WeakMap<Item, { own: FormDocument['scales']; options: readonly Option[] }>();

function listOf(form: Pick<FormDocument, 'scales'>, item: Item): readonly Option[] {
  const extras = 'extras' in item ? item.extras : undefined;
  return [
    ...(scaleOf(form, item) ?? []),
    ...(extras?.doesNotApply ? [DOES_NOT_APPLY] : []),
    ...(extras?.notJudged ? [NOT_JUDGED] : []),
  ];
}

/** Whether an item is answered by choosing one of a list. */
export function isChosen(item: Item): item is ChoiceItem | JudgementItem {
  return item.kind === 'choice' || item.kind === 'judgement';
}

/** Whether a choice answers a rule of compliance: met, not met, not yet due. */
export function asksCompliance(item: Item): boolean {
  return item.kind === 'timescale' || (item.kind === 'choice' && item.scale === 'compliance');
}

/** Whether an item's answers enter the score: it has a weight and answers with a worth. */
export function isScored(form: Pick<FormDocument, 'scales'>, item: Item): boolean {
  if (!isChosen(item) || !item.weight) return false;
  return (scaleOf(form, item) ?? []).some((option) => option.worth !== undefined);
}

/**
 * Whether an item asks how well something was done, whatever it weighs: a choice whose answers have a worth. Where
 * judgements are counted and not sums, such prompts weigh nothing and inform the judgement below them.
 */
export function isPrompt(form: Pick<FormDocument, 'scales'>, item: Item): boolean {
  return item.kind === 'choice' && (scaleOf(form, item) ?? []).some((option) => option.worth !== undefined);
}

/** A grade as pages say it. @example gradeName('requires-improvement') // 'Requires improvement' */
export const gradeName = (grade: Grade): string => labelIn('grades', grade);

/** A level as pages say it; an unrecorded one says so. @example levelName('very-high') // 'Very high' */
export const levelName = (level: Level | null): string => (level === null ? 'Not recorded' : labelIn('levels', level));

function labelIn(scale: 'grades' | 'levels', key: string): string {
  return scales[scale]?.find((option) => option.key === key)?.label ?? key;
}
