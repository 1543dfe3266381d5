import type { Theme } from '../../domain/forms/themes.js';
import { table, text, units, tooFew, type Table } from '../../platform/table.js';
import type { Mark } from '../../platform/svg/units.js';
import type { CountedAudit } from './audits.store.js';
import { counting } from './counting.js';
import { countCell, rangeCell, sentenceCell } from './figure-cells.js';
import type { Figure } from './figure.js';
import { answersOnTheme } from './items.store.js';
import { answersFigure, questionsOf, yesTo, type Question } from './questions.js';
import { narrowed, selectedInWords, type Reporting } from './reporting.js';
import { pageOf } from './what.js';

const order: readonly Mark[] = ['yes', 'in-part', 'no', 'not-evidenced'];

/** Questions of a theme, the weakest first: the one order by size, because questions take no offence. */
export function weakestQuestions(r: Reporting, theme: Theme, audits: readonly CountedAudit[]): Table | null {
  const byId = new Map(audits.map((audit) => [audit.id, audit]));
  const rows = questionsOf(r, answersOnTheme(r.db, theme.key, r.around), byId).flatMap((question) => {
    const { figure, isEmpty } = figureOf(r, question);
    return isEmpty ? [] : [{ question, figure }];
  });
  if (rows.length === 0) return null;
  rows.sort(
    (a, b) => shareFor(a.figure) - shareFor(b.figure) || wordsOf(a.question).localeCompare(wordsOf(b.question)),
  );
  return table({
    key: 'questions',
    title: 'Questions of this theme, weakest first',
    sentence: `Answers where the question applied, ${selectedInWords(r)}. One square is one audit.`,
    columns: [
      { key: 'question', head: 'Question', kind: 'text' },
      { key: 'count', head: 'Well enough', kind: 'share' },
      { key: 'range', head: 'Share, 95% range', kind: 'text' },
      { key: 'audits', head: 'Audits', kind: 'units' },
      { key: 'form', head: 'Form and versions', kind: 'file' },
      { key: 'sentence', head: 'In a sentence', kind: 'file' },
    ],
    rows: rows.map(({ question, figure }) => ({
      question: text(wordsOf(question), { note: noteOf(r, question) }),
      count: countCell(figure),
      range: rangeCell(figure),
      audits: figure.isHeld ? tooFew() : units(figure.marks, ''),
      form: text([r.form(question.form), question.asked.note].filter(Boolean).join(', ')),
      sentence: sentenceCell(figure),
    })),
  });
}

function figureOf(r: Reporting, { form, key, asked, apart, answers }: Question): { figure: Figure; isEmpty: boolean } {
  const ofForm = narrowed(r, { form });
  const sorted = [...answers].sort((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark));
  const counted = counting(ofForm, sorted)(r.selection);
  const href = pageOf(ofForm, { item: key, ...(apart !== null && { asked: apart }) });
  return {
    figure: answersFigure(ofForm, counted, { says: yesTo(asked), href }),
    isEmpty: counted.rows.length === 0 && !counted.hold,
  };
}

/** Those held back stand last: their place would tell how they did. */
const shareFor = (figure: Figure): number => (figure.isHeld || figure.n === 0 ? 2 : figure.sufficient / figure.n);

const wordsOf = ({ asked }: Question): string => asked.item.question;

function noteOf(r: Reporting, { form, asked }: Question): string {
  const isDouble = 'weight' in asked.item && asked.item.weight === 2;
  return [r.form(form), isDouble ? 'counts double' : null, asked.note].filter((part) => part !== null).join(', ');
}
