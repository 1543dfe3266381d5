import { scaleLinear } from 'd3-scale';
import { drawing, mark, round, words, type Described, type Drawing } from './drawing.js';

export interface Band {
  readonly key: string;
  /** 'Requires improvement' */
  readonly label: string;
  /** The band begins here, from 0 to 1; bands are given from the lowest up. */
  readonly from: number;
}

export interface GradeScale extends Described {
  readonly bands: readonly Band[];
  readonly score: number;
  /** The band that rules limit the grade to, and how many rules lowered it. */
  readonly limit: { readonly key: string; readonly rules: number } | null;
  /** The auditor's own grade: whose, and which band. */
  readonly own: { readonly key: string; readonly label: string } | null;
}

interface Placed extends Band {
  readonly to: number;
  readonly middle: number;
}

const across = scaleLinear([0, 1], [4, 756]);

/** Bands from 0 to 1 with the score, what limits it, and the auditor's own grade below. */
export function gradeScale(chart: GradeScale): Drawing {
  const bands = chart.bands.map((band, i) => placed(band, chart.bands[i + 1]?.from ?? 1));
  return drawing(chart, 116, told(chart, bands), [
    ...bands.map(drawn),
    mark('path', { class: 'c-axis', d: 'M756 46v46M4 46H756M4 92H756' }),
    ...scored(chart, bands),
    ...owned(chart, bands),
  ]);
}

const placed = (band: Band, to: number): Placed => ({ ...band, to, middle: across((band.from + to) / 2) });

function drawn(band: Placed, i: number): string {
  const wide = across(band.to) - across(band.from);
  const reach =
    band.from === 0
      ? `under ${band.to.toFixed(2)}`
      : band.to === 1
        ? `${band.from.toFixed(2)} on`
        : `${band.from.toFixed(2)} to ${band.to.toFixed(2)}`;
  return (
    mark('rect', { class: i % 2 === 0 ? 'c-band' : 'c-band2', x: across(band.from), y: 46, width: wide, height: 46 }) +
    mark('path', { class: 'c-axis', d: `M${round(across(band.from))} 46v46` }) +
    words(band.middle, 66, band.label, { class: 'c-small', 'text-anchor': 'middle', ...narrowed(band.label, wide) }) +
    words(band.middle, 83, reach, { class: 'c-quiet', 'text-anchor': 'middle' })
  );
}

/** A long name in a short band is drawn closer, never out of its band. */
const narrowed = (label: string, wide: number): Record<string, string | number> =>
  label.length * 7 > wide - 6 ? { textLength: wide - 8, lengthAdjust: 'spacingAndGlyphs' } : {};

function scored({ score, limit }: GradeScale, bands: readonly Placed[]): string[] {
  const x = across(score);
  const says = `score ${scoreWords(score)}`;
  const label = x > 680 ? words(756, 22, says, { 'text-anchor': 'end' }) : words(x - 5, 22, says);
  if (limit === null) return [mark('circle', { class: 'c-point', cx: x, cy: 34, r: 6 }), label];
  const to = middleOf(limit.key, bands);
  return [
    mark('circle', { class: 'c-hollow', cx: x, cy: 34, r: 5 }),
    label,
    mark('path', {
      class: 'c-range',
      d: `M${round(x - 7)} 34H${round(to + 12)}M${round(to + 19)} 29l-8 5 8 5`,
      fill: 'none',
    }),
    mark('circle', { class: 'c-point', cx: to, cy: 34, r: 6 }),
    words(to + 6, 22, `limited to here by ${rulesWords(limit.rules)}`, { 'text-anchor': 'end' }),
  ];
}

function owned({ own }: GradeScale, bands: readonly Placed[]): string[] {
  if (own === null) return [];
  const x = middleOf(own.key, bands);
  const side = x > 480 ? { at: x - 14, anchor: 'end' } : { at: x + 14, anchor: 'start' };
  return [
    mark('path', { class: 'c-full', d: `M${round(x)} 94l-7 12h14z` }),
    words(side.at, 108, own.label, { class: 'c-strong', 'text-anchor': side.anchor }),
  ];
}

function told(chart: GradeScale, bands: readonly Placed[]): string {
  const band = bands.findLast((b) => chart.score >= b.from);
  const sentences = [`The score is ${scoreWords(chart.score)}, in the band ${band?.label ?? 'below all'}.`];
  if (chart.limit) {
    const verb = chart.limit.rules === 1 ? 'limits' : 'limit';
    sentences.push(
      `${rulesWords(chart.limit.rules)} ${verb} the computed grade to ${labelOf(chart.limit.key, bands)}.`,
    );
  }
  if (chart.own) sentences.push(`${chart.own.label}: ${labelOf(chart.own.key, bands)}.`);
  return sentences.join(' ');
}

const rulesWords = (rules: number): string => `${rules} ${rules === 1 ? 'rule' : 'rules'}`;

/** Two places, and a third where the second would hide that it lies under a band. */
const scoreWords = (score: number): string =>
  String(Number(score.toFixed(3))).padEnd(4, score === 1 || score === 0 ? '' : '0');

const middleOf = (key: string, bands: readonly Placed[]): number => found(key, bands).middle;
const labelOf = (key: string, bands: readonly Placed[]): string => found(key, bands).label;

function found(key: string, bands: readonly Placed[]): Placed {
  const band = bands.find((b) => b.key === key);
  if (band === undefined) throw new Error(`The scale has no band '${key}'`);
  return band;
}
