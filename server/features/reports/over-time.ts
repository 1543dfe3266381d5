import { quartersOf } from '../../domain/reports/period.js';
import { heldBack } from '../../domain/statistics/held-back.js';
import { fewestForRun, median, shiftOf } from '../../domain/statistics/run-rules.js';
import { run, type RunPoint } from '../../platform/svg/run.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { table, text, type Table } from '../../platform/table.js';
import { behindOf, shareOf, type Figure, type Judged } from './figure.js';
import { countCell, rangeCell } from './figure-cells.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';

/** A share quarter by quarter. */
export interface OverTime {
  chart: Drawing;
  table: Table;
  conclusion: string;
  caption: string;
}

interface About {
  id: string;
  title: string;
  says: string;
  /** More of the address of the audits behind it: the theme. */
  kept: Readonly<Record<string, string>>;
}

export function overTime(r: Reporting, judged: readonly Judged[], about: About): OverTime {
  const quarters = quartersOf(r.selection, r.today);
  const parts = quarters.map(({ from, until }) =>
    judged.filter(({ audit }) => audit.agreedOn >= from && audit.agreedOn <= until),
  );
  const held = heldBack(parts.map((part) => behindOf(part.map(({ audit }) => audit))));
  const figures = parts.map((part, i) => {
    const { from, until } = quarters[i] ?? r.selection;
    const href = `/reports/audits${queryOf({ ...r.selection, from, until }, r.today, about.kept)}`;
    return shareOf(r, part, { says: about.says, href, hold: held[i] === true });
  });
  const points = quarters.map(({ label, under }, i) => pointOf(label, under, figures[i]));
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const shift = shiftOf(values);
  return {
    chart: run({
      id: about.id,
      title: about.title,
      measure: 'share',
      points,
      median: median(values),
      verdict: shift === null ? null : shiftInWords[shift],
    }),
    table: table({
      key: about.id,
      title: about.title,
      sentence: `By quarter, ${selectedInWords(r)}.`,
      columns: [
        { key: 'quarter', head: 'Quarter', kind: 'text' },
        { key: 'count', head: 'Good enough', kind: 'share' },
        { key: 'range', head: 'Share, 95% range', kind: 'text' },
        { key: 'sentence', head: 'In a sentence', kind: 'words' },
      ],
      rows: quarters.map(({ label, under }, i) => ({
        quarter: text(`${label} ${under}`),
        count: figures[i] ? countCell(figures[i]) : text(''),
        range: figures[i] ? rangeCell(figures[i]) : text(''),
        sentence: text(figures[i]?.sentence ?? ''),
      })),
    }),
    ...conclusionOf(values.length, shift),
  };
}

const shiftInWords = {
  up: 'A shift: seven quarters in a row above the median.',
  down: 'A shift: seven quarters in a row below the median.',
  none: 'No shift: never seven quarters in a row on one side of the median.',
};

function conclusionOf(n: number, shift: keyof typeof shiftInWords | null) {
  const caption =
    'Bars: 95% ranges. Dashed: the median of the quarters. Quarters with too few to show to you are left open.';
  if (shift !== null) return { conclusion: shiftInWords[shift], caption };
  return {
    conclusion: 'Whether this is rising or falling can’t be said yet.',
    caption: `It takes ${fewestForRun} quarters to test for a shift; these are ${n}. Points are drawn hollow until then. ${caption}`,
  };
}

/** Under five audits a quarter shows its count and no point. */
function pointOf(label: string, under: string, figure: Figure | undefined): RunPoint {
  const nothing = { value: null, low: null, high: null };
  if (!figure || figure.isHeld) return { label, under, ...nothing, counted: 'too few' };
  if (!figure.interval) return { label, under, ...nothing, counted: figure.n === 0 ? 'none' : figure.count };
  const { lower, upper } = figure.interval;
  return { label, under, value: figure.sufficient / figure.n, low: lower, high: upper, counted: figure.count };
}
