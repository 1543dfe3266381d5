import type { Theme } from '../../domain/forms/themes.js';
import { table, text, units, tooFew, type Table } from '../../platform/table.js';
import type { Mark } from '../../platform/svg/units.js';
import { formVersion } from '../forms/forms.store.js';
import type { CountedAudit } from './audits.store.js';
import { shareOf, type Figure } from './figure.js';
import { countCell, rangeCell } from './figure-cells.js';
import { grouped } from './grouped.js';
import { answersOnTheme } from './items.store.js';
import { markOfAnswer } from './judged.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';

const order: readonly Mark[] = ['yes', 'in-part', 'no', 'not-evidenced'];

/** Questions of a theme, the weakest first: the one order by size, because questions take no offence. */
export function weakestQuestions(r: Reporting, theme: Theme, audits: readonly CountedAudit[]): Table | null {
  const byId = new Map(audits.map((audit) => [audit.id, audit]));
  const answers = answersOnTheme(r.db, theme.key, r.selection).flatMap(({ audit, item, outcome }) => {
    const known = byId.get(audit);
    return known ? [{ audit: known, item, mark: markOfAnswer(outcome) }] : [];
  });
  if (answers.length === 0) return null;
  const rows = [...grouped(answers, ({ audit, item }) => `${audit.form} ${item}`).values()].map((given) => {
    const sorted = [...given].sort((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark));
    const first = given[0];
    const asked = first ? questionOf(r, first.audit, first.item) : { question: '', form: '', isDouble: false };
    const href = first
      ? `/reports/audits${queryOf({ ...r.selection, form: first.audit.form }, r.today, { item: first.item })}`
      : null;
    return { ...asked, figure: shareOf(r, sorted, { says: `‘Yes’ on ‘${asked.question}’`, href }) };
  });
  rows.sort((a, b) => shareFor(a.figure) - shareFor(b.figure) || a.question.localeCompare(b.question));
  return table({
    key: 'questions',
    title: 'Questions of this theme, weakest first',
    sentence: `Answers where the question applied, ${selectedInWords(r)}. One square is one audit.`,
    columns: [
      { key: 'question', head: 'Question', kind: 'text' },
      { key: 'count', head: 'Well enough', kind: 'share' },
      { key: 'range', head: 'Share, 95% range', kind: 'text' },
      { key: 'audits', head: 'Audits', kind: 'units' },
    ],
    rows: rows.map(({ question, form, isDouble, figure }) => ({
      question: text(question, { note: isDouble ? `${form}, counts double` : form }),
      count: countCell(figure),
      range: rangeCell(figure),
      audits: figure.isHeld ? tooFew() : units(figure.marks, ''),
    })),
  });
}

/** Those held back stand last: their place would tell how they did. */
const shareFor = (figure: Figure): number => (figure.isHeld || figure.n === 0 ? 2 : figure.sufficient / figure.n);

function questionOf(
  r: Reporting,
  audit: CountedAudit,
  key: string,
): { question: string; form: string; isDouble: boolean } {
  const { document } = formVersion(r.db, audit.version);
  const item = document.sections.flatMap(({ items }) => items).find((one) => one.key === key);
  const isDouble = item !== undefined && 'weight' in item && item.weight === 2;
  return { question: item && 'question' in item ? item.question : key, form: r.form(audit.form), isDouble };
}
