import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { drawing, mark, round, standing, words, type Described, type Drawing } from './drawing.js';
import { figure, range, ticks, type Measure } from './scale.js';

export interface RunPoint {
  /** 'Apr–Jun' */
  readonly label: string;
  /** A second line under it: '2025', 'so far'. */
  readonly under: string | null;
  /** Null where the period has too few to show, or none. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** '5 of 11', 'none', 'too few' */
  readonly counted: string;
}

export interface Run extends Described {
  readonly measure: Measure;
  readonly points: readonly RunPoint[];
  readonly median: number | null;
  /** From twelve points on: the rule that was met, or that none was, in words. */
  readonly verdict: string | null;
}

/** Under this many points a run says nothing, so it looks like nothing yet. */
export const leastPoints = 12;

const plot = { left: 48, right: 660, top: 30, bottom: 180 };
const up = scaleLinear([0, 1], [plot.bottom, plot.top]);

/** Points over time, each with its range and count; a line only from twelve points on. */
export function run(chart: Run): Drawing {
  const at = scalePoint(
    chart.points.map((_, i) => i),
    [plot.left, plot.right],
  ).padding(0.5);
  const known = chart.points.filter((point) => point.value !== null).length;
  const isTrial = known < leastPoints;
  const x = (i: number): number => round(at(i) ?? 0);
  const says = isTrial ? trial(known) : chart.verdict;
  return drawing(chart, isCrowded(chart) ? 256 : 224, told(chart, says), [
    ...grid(chart.measure),
    says === null ? '' : words(plot.left, 14, says, { class: 'c-strong' }),
    median(chart),
    isTrial ? '' : joined(chart.points, x),
    ...chart.points.map((point, i) => drawn(point, x(i), chart, isTrial)),
  ]);
}

const isCrowded = ({ points }: Run): boolean => points.length > 8;

const trial = (known: number): string =>
  `Trial: ${known} ${known === 1 ? 'point' : 'points'}. No verdict before ${leastPoints}.`;

const grid = (measure: Measure): string[] =>
  ticks(measure).flatMap(({ at, says }) => [
    mark('path', { class: 'c-grid', d: `M${plot.left} ${round(up(at))}H${plot.right}` }),
    words(plot.left - 8, up(at) + 4, says, { class: 'c-quiet', 'text-anchor': 'end' }),
  ]);

function median({ median, measure }: Run): string {
  if (median === null) return '';
  const y = round(up(median));
  const name = words(plot.right + 6, y + 4, `median ${figure(median, measure)}`, { class: 'c-quiet' });
  return mark('path', { class: 'c-mark', d: `M${plot.left} ${y}H${plot.right}` }) + name;
}

/** The line breaks where a period is missing: nobody was there to be joined. */
function joined(points: readonly RunPoint[], x: (i: number) => number): string {
  const path = line<RunPoint>()
    .defined((point) => point.value !== null)
    .x((_, i) => x(i))
    .y((point) => round(up(point.value ?? 0)));
  return mark('path', { class: 'c-line', d: path([...points]) ?? '' });
}

function drawn(point: RunPoint, x: number, chart: Run, isTrial: boolean): string {
  const foot = words(x, plot.bottom + 20, point.label, { class: 'c-quiet', 'text-anchor': 'middle' });
  const under =
    point.under === null ? '' : words(x, plot.bottom + 36, point.under, { class: 'c-quiet', 'text-anchor': 'middle' });
  if (point.value === null)
    return foot + under + words(x, plot.bottom - 6, point.counted, { class: 'c-quiet', 'text-anchor': 'middle' });
  const y = up(point.value);
  const bar = point.low === null || point.high === null ? '' : standing(x, up(point.high), up(point.low));
  const dot = mark('circle', { class: isTrial ? 'c-hollow' : 'c-point', cx: x, cy: y, r: isTrial ? 5 : 6 });
  return bar + dot + foot + under + count(point, x, y, chart);
}

/** The count stands beside its point, on the side away from the median; with many points, on two lines below. */
function count(point: RunPoint, x: number, y: number, chart: Run): string {
  if (isCrowded(chart)) {
    const line = chart.points.indexOf(point) % 2;
    return words(x, plot.bottom + 53 + line * 16, point.counted, { class: 'c-small', 'text-anchor': 'middle' });
  }
  const isUnder = chart.median !== null && (point.value ?? 0) < chart.median;
  return words(x + 9, y + (isUnder ? 17 : -7), point.counted, { class: 'c-small' });
}

function told({ points, measure, median }: Run, says: string | null): string {
  const each = points.map((point) => {
    const name = [point.label, point.under].filter(Boolean).join(' ');
    if (point.value === null) return `${name}: ${point.counted}.`;
    const between =
      point.low === null || point.high === null
        ? ''
        : `, range ${range(point.low, point.high, measure).replace('–', ' to ')}`;
    return `${name}: ${figure(point.value, measure)}${between}, ${point.counted}.`;
  });
  const middle = median === null ? [] : [`Median ${figure(median, measure)}.`];
  return [...(says === null ? [] : [says]), ...each, ...middle].join(' ');
}
