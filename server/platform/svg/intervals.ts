import { scaleLinear } from 'd3-scale';
import { drawing, lying, mark, width, words, esc, round, type Described, type Drawing } from './drawing.js';
import { figure, range, ticks, type Measure } from './scale.js';
import { unitRow, type Mark } from './units.js';

export type IntervalRow =
  | { readonly kind: 'heading'; readonly label: string }
  | {
      readonly kind: 'interval';
      readonly label: string;
      readonly value: number;
      readonly low: number;
      readonly high: number;
      /** '23 of 38' */
      readonly counted: string;
      readonly strong?: boolean;
    }
  /** Too few for a share: the cases themselves, as squares. */
  | { readonly kind: 'few'; readonly label: string; readonly marks: readonly Mark[]; readonly counted: string }
  /** Too few to show to this reader. */
  | { readonly kind: 'held'; readonly label: string };

export interface Intervals extends Described {
  readonly measure: Measure;
  /** In the order of the form or of the alphabet, never by size for people and teams. */
  readonly rows: readonly IntervalRow[];
}

const rowHeight = 32;
const top = 20;
const lineLength = 28;
const across = scaleLinear([0, 1], [220, 570]);

/** A dot on its range for each row, with the figure, the range and the count in words at the right. */
export function intervals(chart: Intervals): Drawing {
  const bottom = top + chart.rows.length * rowHeight + 4;
  const rows = chart.rows.map((row, i) => drawn(row, top + i * rowHeight + 20, chart.measure));
  const description = chart.rows.flatMap((row) => told(row, chart.measure)).join(' ');
  return drawing(chart, bottom + 22, description, [...grid(bottom, chart.measure), ...rows]);
}

function grid(bottom: number, measure: Measure): string[] {
  const lines = ticks(measure).flatMap(({ at, says }) => [
    mark('path', { class: 'c-grid', d: `M${round(across(at))} ${top}V${bottom}` }),
    words(across(at), bottom + 16, says, { class: 'c-quiet', 'text-anchor': 'middle' }),
  ]);
  return [...lines, words(width, 12, `${measure}, range; count`, { class: 'c-quiet', 'text-anchor': 'end' })];
}

function drawn(row: IntervalRow, y: number, measure: Measure): string {
  if (row.kind === 'heading') return words(0, y + 4, row.label, { class: 'c-strong' });
  const label = named(row.label, y, row.kind === 'interval' && row.strong === true);
  if (row.kind === 'held') return label + words(220, y + 5, 'too few to show', { class: 'c-quiet' });
  if (row.kind === 'few') return label + squares(row.marks, y) + atRight(y, esc(row.counted));
  return (
    label +
    lying(across(row.low), across(row.high), y) +
    mark('circle', { class: 'c-point', cx: across(row.value), cy: y, r: 6 }) +
    atRight(
      y,
      `<tspan class="c-strong">${figure(row.value, measure)}</tspan> (${range(row.low, row.high, measure)}); ${esc(row.counted)}`,
    )
  );
}

/** A long name takes two lines and what is over is cut: the table under the chart has it whole. */
function named(label: string, y: number, isStrong: boolean): string {
  const look = { class: isStrong ? 'c-strong' : null };
  if (label.length <= lineLength) return words(0, y + 5, label, look);
  const space = label.lastIndexOf(' ', lineLength);
  const end = space > 0 ? space : lineLength;
  const rest = label.slice(end).trim();
  const second = rest.length > lineLength ? `${rest.slice(0, lineLength - 1)}…` : rest;
  return words(0, y - 3, label.slice(0, end), look) + words(0, y + 12, second, look);
}

function squares(marks: readonly Mark[], y: number): string {
  const units = unitRow(marks);
  const paths = [
    ['u-no', units.hollow],
    ['u-yes', units.filled],
    ['u-no u-dashed', units.dashed],
    ['u-line', units.line],
    ['u-line u-dot', units.dot],
  ] as const;
  const drawnPaths = paths.map(([look, d]) =>
    d === '' ? '' : mark('path', { class: look, d, transform: `translate(220 ${y - 6})` }),
  );
  const after = 220 + (marks.length === 0 ? 0 : units.width + 10);
  return drawnPaths.join('') + words(after, y + 5, 'too few for a share', { class: 'c-quiet' });
}

const atRight = (y: number, safe: string): string => `<text x="${width}" y="${y + 5}" text-anchor="end">${safe}</text>`;

function told(row: IntervalRow, measure: Measure): string[] {
  if (row.kind === 'heading') return [];
  if (row.kind === 'held') return [`${row.label}: too few to show.`];
  if (row.kind === 'few') return [`${row.label}: ${row.counted}, too few for a share.`];
  return [
    `${row.label}: ${figure(row.value, measure)}, range ${range(row.low, row.high, measure).replace('–', ' to ')}, ${row.counted}.`,
  ];
}
