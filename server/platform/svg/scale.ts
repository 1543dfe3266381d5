import { limitPercent, scoreText } from '../../domain/statistics/rounding.js';

/** What the numbers of a chart are: a share of cases (61%) or a score (0.72). Both run from 0 to 1. */
export type Measure = 'share' | 'score';

/** '61%' or '0.72'. */
export const figure = (value: number, measure: Measure): string =>
  measure === 'share' ? `${limitPercent(value)}%` : scoreText(value);

/** '45–74' or '0.45–0.74'. */
export const range = (low: number, high: number, measure: Measure): string =>
  measure === 'share' ? `${limitPercent(low)}–${limitPercent(high)}` : `${scoreText(low)}–${scoreText(high)}`;

/** Always the whole axis, so that a small difference looks small. */
export const ticks = (measure: Measure): { at: number; says: string }[] =>
  [0, 0.25, 0.5, 0.75, 1].map((at) => ({
    at,
    says: measure === 'score' ? String(at) : at === 1 ? '100%' : String(at * 100),
  }));
