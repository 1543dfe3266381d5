import { gradeName, grades } from '../../domain/forms/scales.js';
import { quartersOf, type Period } from '../../domain/reports/period.js';
import { median } from '../../domain/statistics/run-rules.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { run, type RunPoint } from '../../platform/svg/run.js';
import { blank, number, table, text, tooFew, type Row, type Table } from '../../platform/table.js';
import type { CountedAudit } from './audits.store.js';
import { counting } from './counting.js';
import { sentenceCell } from './figure-cells.js';
import { gradedIn, saysOfScore, scoredIn } from './graded.js';
import { meanCell, meanOf, type Mean } from './mean.js';
import { narrowed, selectedInWords, type Reporting } from './reporting.js';
import { verdictOf } from './verdict.js';
import { pageOf } from './what.js';

/** One form quarter by quarter: the auditors' own grades as counts, and the mean score. */
export interface QuartersOfForm {
  /** Null for a form without scores, and while no quarter has a mean. */
  chart: Drawing | null;
  conclusion: string;
  caption: string;
  quarters: Table;
}

const fromBest = [...grades].reverse();

/** @param r narrowed to the form */
export function quartersOfForm(
  r: Reporting,
  key: string,
  title: string,
  audits: readonly CountedAudit[],
  all: Mean,
): QuartersOfForm {
  const quarters = quartersOf(r.selection, r.today);
  const scored = counting(r, scoredIn(audits, key));
  const means = quarters.map(({ from, until }) => {
    const { rows, hold } = scored({ from, until });
    const quarter = narrowed(r, { from, until });
    return meanOf(quarter, rows, { says: saysOfScore(title), href: pageOf(quarter, { score: 'all' }), hold });
  });
  const rowOf = rowsOfGrades(r, key, audits);
  const points = quarters.map(({ label, under }, i) => pointOf(label, under, means[i]));
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const { verdict, conclusion, caption } = verdictOf(values, marks);
  const drawing = { id: `score-${key}`, title: `${title}: mean score by quarter`, measure: 'score' as const };
  return {
    chart: values.length === 0 ? null : run({ ...drawing, points, median: median(values), verdict }),
    conclusion,
    caption,
    quarters: table<string>({
      key: `quarters-${key}`,
      title: `${title} by quarter`,
      sentence: `The auditor’s own grades as counts, and the mean score, ${selectedInWords(r)}.`,
      columns: [
        { key: 'quarter', head: 'Quarter', kind: 'text' },
        { key: 'audits', head: 'Audits', kind: 'number' },
        ...fromBest.map((grade) => ({ key: grade, head: gradeName(grade), kind: 'number' as const })),
        { key: 'mean', head: 'Mean, 95% range', kind: all.n > 0 || all.isHeld ? 'text' : 'file' },
        { key: 'range', head: '95% range', kind: 'file' },
        { key: 'sentence', head: 'In a sentence', kind: 'file' },
      ],
      rows: quarters.map(({ label, under, from, until }, i) => rowOf(`${label} ${under}`, { from, until }, means[i])),
      total: rowOf('All', r.selection, all),
    }),
  };
}

function rowsOfGrades(r: Reporting, key: string, audits: readonly CountedAudit[]) {
  const counted = counting(
    r,
    audits.map((audit) => ({ audit })),
  );
  const graded = counting(r, gradedIn(audits, [key]));
  return (name: string, period: Period, mean: Mean | undefined): Row => {
    const part = narrowed(r, period);
    const [whole, grade] = [counted(period), graded(period)];
    const n = (own: string): number => grade.rows.filter((one) => one.own === own).length;
    const link = (count: number, href: string) => number(count, 0, { href: count === 0 ? null : href });
    return {
      quarter: text(name),
      audits: whole.hold ? tooFew() : link(whole.rows.length, pageOf(part, {})),
      ...Object.fromEntries(fromBest.map((own) => [own, grade.hold ? tooFew() : link(n(own), pageOf(part, { own }))])),
      mean: mean ? { ...meanCell(mean), note: mean.range } : blank(),
      range: text(mean?.range ?? ''),
      sentence: mean ? sentenceCell(mean) : blank(),
    };
  };
}

const marks =
  'Dot: the mean of the quarter’s audits, from five on; bar: its 95% range (t). Dashed: the median of the quarters.';

function pointOf(label: string, under: string | null, mean: Mean | undefined): RunPoint {
  const counted = mean?.isHeld ? 'too few' : !mean || mean.n === 0 ? 'none' : `n ${mean.n}`;
  const { lower = null, upper = null } = mean?.interval ?? {};
  return { label, under, value: mean?.value ?? null, low: lower, high: upper, counted };
}
