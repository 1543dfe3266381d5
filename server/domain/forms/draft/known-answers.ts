import type { Extras, Item, Option } from '../document.js';
import { keyFrom } from './keys.js';

/** A list of answers that services write in many ways, and what it becomes here. */
export interface KnownAnswers {
  name: string;
  /** The words that make it up, in any order, as `bare` writes them; all but those in `perhaps` must be there. */
  words: readonly string[];
  perhaps?: readonly string[];
  /** Said at the line where what the words mean here has to be looked at. */
  look?: string;
  makes: Pick<Extract<Item, { kind: 'choice' }>, 'scale' | 'options' | 'weight'> & { kind: 'choice' | 'judgement' };
}

const option = (key: string, label: string, worth: number): Option => ({ key, label, worth });
const notEvidenced = option('not-evidenced', 'Not evidenced', 0);

/** The lists that are known, by a name that a page can carry. */
export const knownAnswers: Readonly<Record<string, KnownAnswers>> = {
  'yes-no': {
    name: 'Yes / No',
    words: ['yes', 'no'],
    perhaps: ['not evidenced'],
    makes: { kind: 'choice', scale: 'yes-no', weight: 1 },
  },
  enough: {
    name: 'Yes, well enough / In part / No',
    words: ['yes', 'partly', 'no'],
    perhaps: ['not evidenced'],
    makes: { kind: 'choice', scale: 'enough', weight: 1 },
  },
  met: {
    name: 'Met / Not met (a rule that was kept)',
    words: ['met', 'not met'],
    perhaps: ['not evidenced', 'not yet due'],
    makes: { kind: 'choice', scale: 'compliance' },
  },
  'partly-met': {
    name: 'Met / Partly met / Not met',
    words: ['met', 'partly met', 'not met'],
    perhaps: ['not evidenced'],
    makes: {
      kind: 'choice',
      weight: 1,
      options: [
        option('met', 'Met', 1),
        option('partly-met', 'Partly met', 0.5),
        option('not-met', 'Not met', 0),
        notEvidenced,
      ],
    },
  },
  sufficient: {
    name: 'Sufficient / Not sufficient',
    words: ['sufficient', 'not sufficient'],
    makes: { kind: 'judgement', scale: 'sufficient', weight: 1 },
  },
  grades: {
    name: 'Outstanding to Inadequate (a judgement)',
    words: ['outstanding', 'good', 'requires improvement', 'inadequate'],
    makes: { kind: 'judgement', scale: 'grades' },
  },
  levels: {
    name: 'Low / Medium / High / Very high',
    words: ['low', 'medium', 'high'],
    perhaps: ['very high'],
    makes: { kind: 'choice', scale: 'levels' },
  },
  rag: {
    name: 'Green / Amber / Red',
    words: ['red', 'amber', 'green'],
    look: 'Colours mean something else to everybody. Keep them, or choose answers in words.',
    makes: {
      kind: 'choice',
      weight: 1,
      options: [option('green', 'Green', 1), option('amber', 'Amber', 0.5), option('red', 'Red', 0), notEvidenced],
    },
  },
};

/** What lists of answers are split at: strokes, bars, boxes to tick and wide gaps. */
const between = /\s*(?:[/|;,\u2610\u2611\u2612\u25a1\u25a2\u25fb\u25cb\uf0a8\uf06f]|\[\s?\]|\bor\b|\t| {2,})\s*/i;

const same: Readonly<Record<string, string>> = {
  y: 'yes',
  fully: 'yes',
  'yes well enough': 'yes',
  'yes fully': 'yes',
  n: 'no',
  'not at all': 'no',
  partial: 'partly',
  partially: 'partly',
  'in part': 'partly',
  'to some extent': 'partly',
  some: 'partly',
  'partially met': 'partly met',
  'part met': 'partly met',
  unmet: 'not met',
  'fully met': 'met',
  insufficient: 'not sufficient',
  ri: 'requires improvement',
  r: 'red',
  g: 'green',
  na: 'does not apply',
  'n/a': 'does not apply',
  'not applicable': 'does not apply',
  'not relevant': 'does not apply',
  'not seen': 'not evidenced',
  'no evidence': 'not evidenced',
  'not known': 'not evidenced',
  unclear: 'not evidenced',
};

/** A list of answers as it was recognised: known by name, or in words of its own. */
export interface Recognised {
  /** A key of `knownAnswers`, or null for a list in words of its own. */
  known: string | null;
  labels: readonly string[];
  doesNotApply: boolean;
}

/**
 * Reads 'Yes / Partly / No / N/A', '(Y/N)', 'RAG' or boxes with words behind them; null when it is no list of answers.
 * @example recognised('Yes/No/N/A') // { known: 'yes-no', labels: ['Yes', 'No'], doesNotApply: true }
 */
export function recognised(text: string): Recognised | null {
  const plain = text
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim();
  if (/^r\.?a\.?g\.?( rating)?$/i.test(plain))
    return { known: 'rag', labels: ['Red', 'Amber', 'Green'], doesNotApply: false };
  const parts = plain
    .replace(/\bn\s*\/\s*a\b/gi, 'not applicable')
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2 || parts.length > 8 || parts.some((part) => part.length > 40 || part.includes('?'))) return null;
  const labels = parts.filter((part) => bare(part) !== 'does not apply');
  const known = knownOf(labels);
  return known === null && !separated(plain) ? null : { known, labels, doesNotApply: labels.length < parts.length };
}

/** The name of the known list that these words make up, in any order; null when it is none. */
function knownOf(labels: readonly string[]): string | null {
  const words = labels.map(bare);
  const found = Object.entries(knownAnswers).find(
    ([, { words: needed, perhaps = [] }]) =>
      needed.every((word) => words.includes(word)) &&
      words.every((word) => needed.includes(word) || perhaps.includes(word)),
  );
  return found?.[0] ?? null;
}

/** Whether a cell holds one answer of a known list alone, as in a heading row of boxes to tick. */
export const isAnswerWord = (text: string): boolean =>
  bare(text) === 'does not apply' ||
  Object.values(knownAnswers).some(({ words, perhaps = [] }) => [...words, ...perhaps].includes(bare(text)));

/** Words of one's own are taken for answers only where strokes or boxes set them apart; commas are prose. */
const separated = (text: string): boolean =>
  /[/|\u2610\u2611\u2612\u25a1\u25a2\u25fb\u25cb\uf0a8\uf06f]|\[\s?\]/.test(text);

function bare(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z/ ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return same[plain] ?? plain;
}

/** What a question with these answers begins with: kind, answers, weight and whether it may not apply. */
export function answersOf({ known, labels, doesNotApply }: Recognised): KnownAnswers['makes'] & { extras?: Extras } {
  const extras = doesNotApply ? { extras: { doesNotApply: 'where there is nothing of the kind on this case' } } : {};
  const list = known === null ? undefined : knownAnswers[known];
  if (list) return { ...structuredClone(list.makes), ...(list.makes.kind === 'choice' ? extras : {}) };
  return { kind: 'choice', options: ownOptions(labels), ...extras };
}

/** Answers in words of one's own are worth nothing until somebody says what. */
function ownOptions(labels: readonly string[]): Option[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const key = keyFrom(label, taken);
    taken.add(key);
    return { key, label };
  });
}
