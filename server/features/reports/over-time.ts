import { quartersOf } from '../../domain/reports/period.js';
import { median } from '../../domain/statistics/run-rules.js';
import { run, type RunPoint } from '../../platform/svg/run.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { table, text, type Table } from '../../platform/table.js';
import { counting } from './counting.js';
import { shareOf, type Figure, type Judged } from './figure.js';
import { countCell, rangeCell, sentenceCell } from './figure-cells.js';
import { narrowed, selectedInWords, type Reporting } from './reporting.js';
import { verdictOf } from './verdict.js';
import { pageOf, type What } from './what.js';

/** A share quarter by quarter. */
export interface OverTime {
  /** Null while no quarter has a figure. */
  chart: Drawing | null;
  table: Table;
  conclusion: string;
  caption: string;
}

interface About {
  id: string;
  title: string;
  says: string;
  what: What;
}

export function overTime(r: Reporting, judged: readonly Judged[], about: About): OverTime {
  const quarters = quartersOf(r.selection, r.today);
  const count = counting(r, judged);
  const figures = quarters.map(({ from, until }) => {
    const quarter = narrowed(r, { from, until });
    const { rows, hold } = count({ from, until });
    return shareOf(quarter, rows, { says: about.says, href: pageOf(quarter, about.what), hold });
  });
  const points = quarters.map(({ label, under }, i) => pointOf(label, under, figures[i]));
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const { verdict, conclusion, caption } = verdictOf(values, marks);
  const drawing = {
    id: about.id,
    title: about.title,
    measure: 'share' as const,
    points,
    median: median(values),
    verdict,
  };
  return {
    chart: values.length === 0 ? null : run(drawing),
    table: table({
      key: about.id,
      title: about.title,
      sentence: `By quarter, ${selectedInWords(r)}.`,
      columns: [
        { key: 'quarter', head: 'Quarter', kind: 'text' },
        { key: 'count', head: 'Good enough', kind: 'share' },
        { key: 'range', head: 'Share, 95% range', kind: 'text' },
        { key: 'sentence', head: 'In a sentence', kind: 'file' },
      ],
      rows: quarters.map(({ label, under }, i) => ({
        quarter: text(`${label} ${under}`),
        count: figures[i] ? countCell(figures[i]) : text(''),
        range: figures[i] ? rangeCell(figures[i]) : text(''),
        sentence: figures[i] ? sentenceCell(figures[i]) : text(''),
      })),
    }),
    conclusion,
    caption,
  };
}

const marks =
  'Bars: 95% ranges. Dashed: the median of the quarters. Quarters with too few to show to you are left open.';

/** Under five audits a quarter shows its count and no point. */
function pointOf(label: string, under: string, figure: Figure | undefined): RunPoint {
  const nothing = { value: null, low: null, high: null };
  if (!figure || figure.isHeld) return { label, under, ...nothing, counted: 'too few' };
  if (!figure.interval) return { label, under, ...nothing, counted: figure.n === 0 ? 'none' : figure.count };
  const { lower, upper } = figure.interval;
  return { label, under, value: figure.sufficient / figure.n, low: lower, high: upper, counted: figure.count };
}
