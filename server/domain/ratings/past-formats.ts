import { gradeName, grades } from '../forms/scales.js';
import type { Fault } from '../problems.js';
import { standards } from './framework-2018-2024.js';
import { overallOf } from './overall.js';

/** One figure of a published result, as it was printed. */
export interface PastField {
  key: string;
  title: string;
  kind: 'rating' | 'word' | 'improvement' | 'percent' | 'points' | 'cases';
}

/** What a service's result looked like in the years of a framework. */
export interface PastFormat {
  title: string;
  /** What one figure counts: no two formats count the same. */
  unit: string;
  fields: readonly PastField[];
  /** What is known of all services inspected in it; null when nothing is. */
  beside: string | null;
}

/** The figures of a result by field: a rating's key, a word, or a whole number as text. */
export type Figures = Readonly<Record<string, string>>;

const field = (kind: PastField['kind'], key: string, title: string): PastField => ({ key, title, kind });

/** The formats since 2009, newest first. Ratings of different ones are never converted, averaged or drawn together. */
export const pastFormats = {
  '2025': {
    title: 'From 2025',
    unit: 'Areas in four words; how they make the overall is not known here.',
    beside: null,
    fields: [
      field('rating', 'overall', 'Overall'),
      field('rating', 'organisation', 'Organisational delivery'),
      field('rating', 'children', 'Work with children'),
      field('rating', 'victims', 'Work with victims'),
    ],
  },
  '2018-2024': {
    title: 'Standards, 2018 to 2024',
    unit: 'Standards by their lowest key question, counted in cases; twelve of them make a total of 36.',
    beside: null,
    fields: [
      field('rating', 'overall', 'Overall'),
      field('points', 'points', 'Points of 36'),
      ...standards.map(({ key, title }) => field('rating', key, `${key} ${title}`)),
    ],
  },
  joint: {
    title: 'Full joint inspection, 2012 to 2017',
    unit: 'Headings in words from poor to very good, by the inspectors of several services.',
    beside: null,
    fields: [
      field('word', 'reoffending', 'Reducing reoffending'),
      field('word', 'public', 'Protecting the public'),
      field('word', 'child', 'Protecting children'),
      field('word', 'sentence', 'Ensuring that the sentence is served'),
      field('word', 'governance', 'Governance and partnerships'),
    ],
  },
  screening: {
    title: 'Short quality screening, 2012 to 2017',
    unit: 'Per cent by theme, in the first weeks of an order; no overall. Whether answers or cases were counted is not known.',
    beside: null,
    fields: [
      field('percent', 'reoffending', 'Reducing the likelihood of reoffending'),
      field('percent', 'public', 'Protecting the public'),
      field('percent', 'child', 'Protecting the child'),
      field('percent', 'sentence', 'Ensuring that the sentence is served'),
      field('cases', 'cases', 'Cases read'),
    ],
  },
  'core-case': {
    title: 'Core case inspection, 2009 to 2012',
    unit: 'Answers, not cases: how often work was done well enough, in per cent of all answers that applied.',
    beside:
      'Of all services inspected up to June 2012: safeguarding 37 to 91%, on average 68%; risk of harm 36 to 86%, on average 62%.',
    fields: [
      field('percent', 'safeguarding', 'Safeguarding'),
      field('improvement', 'safeguarding-needs', 'Improvement needed in safeguarding'),
      field('percent', 'harm', 'Risk of harm to others'),
      field('improvement', 'harm-needs', 'Improvement needed in risk of harm'),
      field('percent', 'reoffending', 'Likelihood of reoffending'),
      field('improvement', 'reoffending-needs', 'Improvement needed in likelihood of reoffending'),
      field('cases', 'cases', 'Cases read'),
    ],
  },
} as const satisfies Record<string, PastFormat>;

export type PastFormatKey = keyof typeof pastFormats;

export const isPastFormat = (key: string): key is PastFormatKey => Object.hasOwn(pastFormats, key);

/** What may be chosen for a field; null where a number is typed. */
export function choicesOf({ kind }: Pick<PastField, 'kind'>): readonly { value: string; text: string }[] | null {
  if (kind === 'rating') return grades.map((rating) => ({ value: rating, text: gradeName(rating) })).toReversed();
  const words = { word: jointWords, improvement: improvements };
  return kind === 'word' || kind === 'improvement' ? words[kind].map((value) => ({ value, text: value })) : null;
}

const jointWords = ['Very good', 'Good', 'Satisfactory', 'Unsatisfactory', 'Poor'];
const improvements = ['Minimum', 'Moderate', 'Substantial', 'Drastic'];

/** The most that a number may be, by kind. */
const most = { percent: 100, points: 36, cases: 2000 } as const;

/**
 * Reads the figures of a past result as they were typed; any may be missing, not all. Nothing is worked out from them
 * but one thing: twelve standards that are all there must add up to the points that are given.
 */
export function readFigures(
  format: PastFormatKey,
  typed: Readonly<Record<string, string>>,
): { figures: Figures; faults: Fault[] } {
  const faults: Fault[] = [];
  const figures: Record<string, string> = {};
  const { fields }: PastFormat = pastFormats[format];
  for (const one of fields) {
    const value = (typed[one.key] ?? '').trim().replace(/\s*%$/, '');
    if (value === '') continue;
    const fault = figureFault(one, value);
    if (fault) faults.push({ field: one.key, at: null, message: fault });
    else figures[one.key] = value;
  }
  if (faults.length === 0 && Object.keys(figures).length === 0)
    faults.push({ field: fields[0]?.key ?? '', at: null, message: 'Give at least one figure of the result.' });
  const sum = format === '2018-2024' ? sumFault(figures) : null;
  if (sum) faults.push({ field: 'points', at: null, message: sum });
  return { figures, faults };
}

function figureFault(one: PastField, value: string): string | null {
  const choices = choicesOf(one);
  if (choices) return choices.some((choice) => choice.value === value) ? null : 'Choose one of the list.';
  const limit = one.kind === 'percent' || one.kind === 'points' || one.kind === 'cases' ? most[one.kind] : 0;
  return /^\d{1,4}$/.test(value) && Number(value) <= limit ? null : `Give a whole number up to ${limit}.`;
}

function sumFault(figures: Figures): string | null {
  const ratings = Object.entries(figures).map(
    ([key, value]) => [key, grades.find((one) => one === value) ?? null] as const,
  );
  const { total, notRated } = overallOf(Object.fromEntries(ratings));
  if (figures['points'] === undefined || notRated.length > 0 || Number(figures['points']) === total) return null;
  return `The twelve standards add up to ${total}. One of them, or the points, is not as it was printed.`;
}

/** A figure as the page says it. @example figureInWords({ kind: 'percent', ... }, '69') // '69%' */
export function figureInWords({ kind }: Pick<PastField, 'kind'>, value: string): string {
  if (kind === 'percent') return `${value}%`;
  return choicesOf({ kind })?.find((choice) => choice.value === value)?.text ?? value;
}

/** A result in one line, in the words of its day. @example 'Overall Good; 25 of 36 points' */
export function inOneLine(format: PastFormatKey, figures: Figures): string {
  const { fields }: PastFormat = pastFormats[format];
  const isStandard = (key: string) => /^\d\.\d$/.test(key);
  const said = fields
    .filter(({ key }) => figures[key] !== undefined && !isStandard(key))
    .map(
      (one) =>
        `${one.kind === 'points' ? 'points of 36:' : one.title.toLowerCase()} ${figureInWords(one, figures[one.key] ?? '')}`,
    );
  const rated = fields.filter(({ key }) => isStandard(key) && figures[key] !== undefined).length;
  const line = [...said, ...(rated > 0 ? [`${rated} standards`] : [])].join('; ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
