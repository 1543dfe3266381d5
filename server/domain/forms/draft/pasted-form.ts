import type { Item, Section } from '../document.js';
import { answersOf, knownAnswers, type Recognised } from './known-answers.js';
import { keyFrom, OWN } from './keys.js';
import { readLine, type LineAlone } from './pasted-line.js';

/** How one pasted line was understood, as a page shows it and lets it be changed. */
export interface PastedLine {
  words: string;
  as: 'heading' | 'question' | 'left-out';
  /** A name of `knownAnswers`; 'text', 'date' or 'number'; or 'own:' and the answers with strokes between them. */
  answers: string;
  doesNotApply: boolean;
  guidance: string | null;
  /** What to look at, or why it was left out. */
  look: string | null;
}

/** Lines that are read of one paste; a form has at most 400 questions. */
export const mostLines = 600;
const LONGEST_QUESTION = 300;

/**
 * Understands the questions of somebody's own Word or Excel form, one a line: which lines are headings, which are
 * questions, how each is answered. Guidance and answers may stand in further columns, or answers under the question.
 * @example pastedForm('ASSESSMENT\n1. Is it current? Yes/No').map((line) => line.as) // ['heading', 'question']
 */
export function pastedForm(text: string): PastedLine[] {
  const lines = text
    .split(/\r\n|[\n\r\u000b\u2028]/)
    .slice(0, mostLines)
    .flatMap((line) => readLine(line) ?? []);
  const [usual, rest] = answersOfAll(lines);
  return titleAhead(headingsAmong(answersJoined(rest)).map((line) => pastedLine(line, usual)));
}

/** A heading right above another at the very top is the title of the form. */
function titleAhead(lines: PastedLine[]): PastedLine[] {
  const [first, second] = lines;
  if (first?.as !== 'heading' || second?.as !== 'heading') return lines;
  return [{ ...first, as: 'left-out', look: AS_TITLE }, ...lines.slice(1)];
}

/** What is said of the line that became the title. */
export const AS_TITLE = 'taken as the title';

/** A heading row of a table, such as 'Question, Yes, No, Comments', says how all its questions are answered. */
function answersOfAll(lines: readonly LineAlone[]): [Recognised | null, readonly LineAlone[]] {
  const at = lines.findIndex(isTableHead);
  return at < 0 ? [null, lines] : [lines[at]?.answers ?? null, lines.filter((_, i) => i !== at)];
}

const isTableHead = ({ words, role, guidance }: LineAlone): boolean =>
  role === 'question' &&
  /^(questions?|standards?|criteri(a|on)|items?|area|prompts?|audit questions?)$/i.test(words) &&
  guidance !== '';

/** Answers on lines of their own belong to the question above them. */
function answersJoined(lines: readonly LineAlone[]): LineAlone[] {
  const joined: LineAlone[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    if (line.role !== 'answers') joined.push(line);
    else if (above?.role === 'question' && !above.answers)
      joined[joined.length - 1] = { ...above, answers: line.answers };
  }
  return joined;
}

/**
 * Short lines without a question mark are headings where questions follow. Several in a row are a list of standards:
 * the first is their heading, unless all of them stand above one question.
 */
function headingsAmong(lines: readonly LineAlone[]): LineAlone[] {
  return lines.map((line, i) => {
    if (!line.unsure) return line;
    let [from, to] = [i, i];
    while (lines[from - 1]?.unsure) from--;
    while (lines[to + 1]?.unsure) to++;
    const leads = lines[to + 1]?.role === 'question';
    const isHeading = leads
      ? to - from < 2 || i === from || i === to
      : i === from && to > from && !isUnder(lines, from);
    return isHeading ? line : { ...line, role: 'question' };
  });
}

/** Whether a list of short lines stands right under a heading already. */
const isUnder = (lines: readonly LineAlone[], at: number): boolean => {
  const above = lines[at - 1];
  return above?.role === 'heading' && !above.unsure;
};

function pastedLine(line: LineAlone, usual: Recognised | null): PastedLine {
  const answers = line.answers ?? usual;
  const { words, rest } = split(line.words);
  const guidance = [rest, line.guidance].filter(Boolean).join(' ').slice(0, 1000) || null;
  return {
    words,
    as: line.role === 'heading' ? 'heading' : line.role === 'question' ? 'question' : 'left-out',
    answers: answers ? nameOf(answers) : answerOf(words),
    doesNotApply: answers?.doesNotApply ?? false,
    guidance,
    look: line.because ?? lookAt(line.role, answers, rest),
  };
}

/** Longer than a question may be: what follows the first question mark, or the last whole word, becomes guidance. */
function split(text: string): { words: string; rest: string } {
  if (text.length <= LONGEST_QUESTION) return { words: text, rest: '' };
  const mark = text.indexOf('?') + 1;
  const at = mark > 0 && mark <= LONGEST_QUESTION ? mark : text.lastIndexOf(' ', LONGEST_QUESTION);
  return {
    words: text.slice(0, at > 0 ? at : LONGEST_QUESTION).trim(),
    rest: text.slice(at > 0 ? at : LONGEST_QUESTION).trim(),
  };
}

const nameOf = ({ known, labels }: Recognised): string => known ?? `own:${labels.join(' | ')}`;

/** How a question without a list of answers is answered, by its first words. */
function answerOf(words: string): 'date' | 'number' | 'text' | 'enough' {
  if (/^when (was|were|did|is)\b|^(on )?what date\b/i.test(words)) return 'date';
  if (/^how many\b/i.test(words)) return 'number';
  if (/^how (well|far|good)\b/i.test(words)) return 'enough';
  return /^(what|how|why|who|where|which|describe|list|comments?|summar)/i.test(words) ? 'text' : 'enough';
}

function lookAt(role: LineAlone['role'], answers: Recognised | null, rest: string): string | null {
  if (role !== 'question') return null;
  if (rest !== '') return 'Too long for a question: the rest became guidance.';
  if (!answers) return null;
  if (answers.known === null) return 'Answers of your own: say later what each is worth, or they are not scored.';
  return knownAnswers[answers.known]?.look ?? null;
}

/**
 * The sections of a draft out of lines as they were understood, or as somebody put them right. Questions before the
 * first heading get a section of their own; a heading without questions is left out.
 * @param taken keys that may not be used again
 */
export function sectionsFrom(lines: readonly PastedLine[], taken: ReadonlySet<string>): Section[] {
  const keys = new Set(taken);
  const keyOf = (words: string, prefix = ''): string => {
    const key = keyFrom(words, keys, prefix);
    keys.add(key);
    return key;
  };
  const sections: Section[] = [];
  for (const line of lines) {
    if (line.as === 'heading') {
      sections.push({
        key: keyOf(line.words),
        title: line.words.slice(0, 160),
        about: 'practice',
        items: [],
      });
    }
    if (line.as !== 'question') continue;
    if (sections.length === 0)
      sections.push({ key: keyOf('questions'), title: 'Questions', about: 'practice', items: [] });
    sections.at(-1)?.items.push(itemFrom(line, keyOf(line.words, OWN)));
  }
  return sections.filter(({ items }) => items.length > 0);
}

function itemFrom({ words, answers, doesNotApply, guidance }: PastedLine, key: string): Item {
  const shared = {
    key,
    question: words.slice(0, LONGEST_QUESTION),
    ...(guidance ? { guidance: { text: guidance } } : {}),
  };
  if (answers === 'text') return { ...shared, kind: 'text', length: 'long' };
  if (answers === 'date' || answers === 'number') return { ...shared, kind: answers };
  const known = Object.hasOwn(knownAnswers, answers) ? answers : null;
  const labels = answers.startsWith('own:') ? answers.slice(4).split(' | ') : [];
  const { kind, scale, ...rest } = answersOf({
    known: known ?? (labels.length > 1 ? null : 'enough'),
    labels,
    doesNotApply,
  });
  if (kind === 'judgement')
    return { ...shared, kind, scale: scale ?? 'sufficient', ...(rest.weight ? { weight: rest.weight } : {}) };
  return { ...shared, kind, ...(scale ? { scale } : {}), ...rest };
}
