import { pointsOf, scoreOf } from './weighted-mean.js';

/** One scored question of an audit; the score is null when it was not answered or does not apply. */
export interface ThemedAnswer {
  theme: string;
  weight: number;
  score: number | null;
}

export interface AuditOfPractitioner {
  practitioner: string;
  items: readonly ThemedAnswer[];
}

/** The plain mean over audits that have a score; null when none has. */
export interface MeanOfAudits {
  audits: number;
  mean: number | null;
  /** Enough audits have a score for the person to be compared with others. */
  comparisonDrawn: boolean;
}

/**
 * Each practitioner's mean in all and by theme. The audit is the unit: its score for a theme is the weighted mean of its
 * answered items of the theme, and each audit with a score counts once.
 * @param leastForComparison how many audits with a score a comparison needs
 */
export function practitionerMeans(
  audits: readonly AuditOfPractitioner[],
  leastForComparison: number,
): Map<string, { all: MeanOfAudits; themes: Map<string, MeanOfAudits> }> {
  const themes = [...new Set(audits.flatMap(({ items }) => items.map(({ theme }) => theme)))];
  const people = [...new Set(audits.map(({ practitioner }) => practitioner))];
  return new Map(
    people.map((person) => {
      const own = audits.filter(({ practitioner }) => practitioner === person).map(({ items }) => items);
      const meanOf = (keep: (item: ThemedAnswer) => boolean) =>
        meanOfAudits(
          own.map((items) => auditScore(items.filter(keep))),
          leastForComparison,
        );
      const byTheme = themes.map((theme) => [theme, meanOf((item) => item.theme === theme)] as const);
      return [person, { all: meanOf(() => true), themes: new Map(byTheme) }];
    }),
  );
}

/** The plain mean of audits' scores, those without a score left out. */
export function meanOfAudits(scores: readonly (number | null)[], leastForComparison: number): MeanOfAudits {
  const known = scores.filter((score) => score !== null);
  const mean = known.length > 0 ? known.reduce((sum, score) => sum + score, 0) / known.length : null;
  return { audits: known.length, mean, comparisonDrawn: known.length >= leastForComparison };
}

function auditScore(items: readonly ThemedAnswer[]): number | null {
  return scoreOf(pointsOf(items.flatMap(({ score, weight }) => (score === null ? [] : [{ worth: score, weight }]))));
}
