import { fieldsOf } from '../../domain/forms/draft/fields.js';
import { knownAnswers } from '../../domain/forms/draft/known-answers.js';
import { AS_TITLE, pastedForm, type PastedLine } from '../../domain/forms/draft/pasted-form.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { aboutNewForm, type AboutNewForm } from './begin.page.js';

/** Pasting a form: first the text, then how each line was understood, with lists to put it right. */
export interface PastePage extends AboutNewForm {
  text: string;
  textFault: string | null;
  lineFault: string | null;
  lines: PastedLineShown[] | null;
  counted: string;
}

interface PastedLineShown {
  id: string;
  words: string;
  guidance: string;
  look: string | null;
  as: string;
  asOptions: { value: string; text: string }[];
  answers: string;
  answersOptions: { value: string; text: string }[];
  doesNotApply: string;
  isHeading: boolean;
  isLeftOut: boolean;
}

export function pastePage(c: Pick<Showing, 'typed' | 'faults'>): PastePage {
  const sent = c.typed ?? {};
  const lines =
    'line' in sent ? linesSent(sent) : 'text' in sent && c.faults.length === 0 ? pastedForm(typed(c, 'text')) : null;
  return {
    ...aboutNewForm(c),
    ...('line' in sent ? {} : { title: lines?.find(({ look }) => look === AS_TITLE)?.words ?? '' }),
    text: typed(c, 'text'),
    textFault: faultAt(c, 'text'),
    lineFault: faultAt(c, 'line'),
    lines: lines && shownLines(lines),
    counted: lines ? countInWords(lines) : '',
  };
}

/** The lines as the page sent them back, put right by whoever pasted. */
export function linesSent(body: object): PastedLine[] {
  const fields = fieldsOf(body);
  const [as, answers, guidance, notApplying] = ['as', 'answers', 'guidance', 'na'].map(fields.many);
  return fields.many('line').map((words, i) => ({
    words,
    as: as?.[i] === 'heading' || as?.[i] === 'question' ? as[i] : 'left-out',
    answers: answers?.[i] ?? '',
    doesNotApply: notApplying?.[i] === 'yes',
    guidance: (guidance?.[i] ?? '').slice(0, 1000) || null,
    look: null,
  }));
}

const roles = [
  { value: 'question', text: 'Question' },
  { value: 'heading', text: 'Heading' },
  { value: 'left-out', text: 'Leave out' },
];

const plainAnswers = [
  ...Object.entries(knownAnswers).map(([value, { name }]) => ({ value, text: name })),
  { value: 'text', text: 'Words' },
  { value: 'date', text: 'A date' },
  { value: 'number', text: 'A number' },
];

function shownLines(lines: readonly PastedLine[]): PastedLineShown[] {
  const own = [...new Set(lines.map(({ answers }) => answers).filter((answers) => answers.startsWith('own:')))];
  const answersOptions = [
    ...plainAnswers,
    ...own.map((value) => ({ value, text: value.slice(4).replaceAll(' | ', ' / ') })),
  ];
  return lines.map((line, i) => ({
    id: `line-${i + 1}`,
    words: line.words,
    guidance: line.guidance ?? '',
    look: line.look,
    as: line.as,
    asOptions: roles,
    answers: line.answers,
    answersOptions,
    doesNotApply: line.doesNotApply ? 'yes' : 'no',
    isHeading: line.as === 'heading',
    isLeftOut: line.as === 'left-out',
  }));
}

function countInWords(lines: readonly PastedLine[]): string {
  const count = (as: PastedLine['as']): number => lines.filter((line) => line.as === as).length;
  const left = count('left-out');
  return `${count('question')} questions, ${count('heading')} headings${left > 0 ? `, ${left} left out` : ''}`;
}
