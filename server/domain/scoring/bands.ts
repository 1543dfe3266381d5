import type { Grade } from '../forms/scales.js';
import { grades } from '../forms/scales.js';

/** A slack for sums of binary fractions: 0.65 stored as 0.6499999999999999 is 0.65. */
const SLACK = 1e-9;

/** The scores from which a grade holds. */
export interface GradeBand {
  grade: Grade;
  from: number;
}

/**
 * The grade of a score by its bands; null without a score.
 * @example gradeOf(0.7, [{ grade: 'good', from: 0.7 }, { grade: 'inadequate', from: 0 }]) // 'good'
 */
export function gradeOf(score: number | null, bands: readonly GradeBand[]): Grade | null {
  if (score === null) return null;
  const reached = bands.filter(({ from }) => score >= from - SLACK);
  return (
    reached.reduce<GradeBand | null>((best, band) => (!best || band.from > best.from ? band : best), null)?.grade ??
    null
  );
}

/** Whether a grade is lower than another. */
export function isLower(grade: Grade, than: Grade): boolean {
  return grades.indexOf(grade) < grades.indexOf(than);
}

/** The next lower grade; the lowest has none. */
export function nextLower(grade: Grade): Grade | null {
  return grades[grades.indexOf(grade) - 1] ?? null;
}

/**
 * A grade under caps: the lowest holds, and a cap never raises. `lowered` are the caps below the grade, those that did
 * not bite left out.
 */
export function capped<C extends { atMost: Grade }>(grade: Grade, caps: readonly C[]): { grade: Grade; lowered: C[] } {
  const lowered = caps.filter(({ atMost }) => isLower(atMost, grade));
  return { grade: lowered.reduce((lowest, { atMost }) => (isLower(atMost, lowest) ? atMost : lowest), grade), lowered };
}
