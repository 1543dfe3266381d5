import { scaleLinear } from 'd3-scale';
import { drawing, mark, round, words, type Described, type Drawing } from './drawing.js';

export interface TotalScale extends Described {
  /** From the lowest up; a band holds whole totals from `from` on. */
  readonly bands: readonly { readonly label: string; readonly from: number }[];
  readonly most: number;
  readonly total: number;
  /** '21 points: Good' */
  readonly says: string;
}

/** A total on its scale of bands, marked where it stands. */
export function totalScale(chart: TotalScale): Drawing {
  const across = scaleLinear([0, chart.most], [2, 758]);
  const ends = chart.bands.map((_, i) => (chart.bands[i + 1]?.from ?? chart.most + 1) - 1);
  const bands = chart.bands.map(({ label }, i) => {
    const [from, to] = [across(i === 0 ? 0 : (ends[i - 1] ?? 0)), across(ends[i] ?? chart.most)];
    return (
      mark('rect', { class: i % 2 === 0 ? 'c-band' : 'c-band2', x: from, y: 26, width: to - from, height: 30 }) +
      mark('path', { class: 'c-axis', d: `M${round(from)} 26v30` }) +
      words((from + to) / 2, 46, label, { 'text-anchor': 'middle' }) +
      words(to, 72, String(ends[i]), {
        class: 'c-quiet',
        'text-anchor': i === chart.bands.length - 1 ? 'end' : 'middle',
      })
    );
  });
  const at = across(chart.total);
  const isRight = at > 500;
  return drawing(chart, 76, `${chart.says}, of ${chart.most}.`, [
    ...bands,
    mark('path', { class: 'c-axis', d: 'M758 26v30M2 26H758M2 56H758' }),
    mark('path', { class: 'c-full', d: `M${round(at)} 25l-8 -12h16z` }),
    words(at + (isRight ? -14 : 14), 18, chart.says, { class: 'c-strong', 'text-anchor': isRight ? 'end' : 'start' }),
    words(2, 72, '0', { class: 'c-quiet' }),
  ]);
}
