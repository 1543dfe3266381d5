import { share, text, tooFew, blank, type Cell } from '../../platform/table.js';
import type { IntervalRow } from '../../platform/svg/intervals.js';
import type { Figure } from './figure.js';

/** '23 of 38', linked to its own page. */
export function countCell(figure: Figure): Cell {
  if (figure.isHeld) return tooFew();
  if (figure.n === 0) return text('none yet');
  const more = { href: figure.href };
  return share(figure.sufficient, figure.n, more);
}

/** '61%, 45 to 74%' as far as n allows. */
export const rangeCell = (figure: Figure): Cell =>
  figure.isHeld ? blank() : text([figure.percent, figure.range].filter((part) => part !== null).join(', '));

/** A row of the chart of intervals. Under ten the cases themselves stand as squares. */
export function chartRow(label: string, figure: Figure, strong = false): IntervalRow {
  if (figure.isHeld) return { kind: 'held', label };
  if (figure.allowed.show !== 'per-cent' || !figure.interval)
    return { kind: 'few', label, marks: figure.marks, counted: figure.count };
  const { lower, upper } = figure.interval;
  return {
    kind: 'interval',
    label,
    value: figure.sufficient / figure.n,
    low: lower,
    high: upper,
    counted: figure.count,
    strong,
  };
}

/** The sentence to copy; a page leaves it to the figure's own page. */
export const sentenceCell = (figure: { sentence: string }): Cell => text(figure.sentence);
