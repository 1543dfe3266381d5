import { howGood } from '../../domain/reports/good-enough.js';
import type { CountedAudit } from './audits.store.js';
import type { Judged } from './figure.js';
import type { ThemeOfAudit } from './themes.store.js';

/** Audits that asked on a theme, with whether they were good enough on it: over all sections. */
export function judgedOnTheme(audits: readonly CountedAudit[], given: readonly ThemeOfAudit[]): Judged[] {
  return judged(audits, given, ({ points, weight }) => ({ points, weight }));
}

/** The same over sections about practice only: for figures of people. */
export function practiceOnTheme(audits: readonly CountedAudit[], given: readonly ThemeOfAudit[]): Judged[] {
  return judged(audits, given, ({ practicePoints, practiceWeight }) => ({
    points: practicePoints,
    weight: practiceWeight,
  }));
}

function judged(
  audits: readonly CountedAudit[],
  given: readonly ThemeOfAudit[],
  pointsOf: (one: ThemeOfAudit) => { points: number; weight: number },
): Judged[] {
  const byAudit = new Map(given.map((one) => [one.audit, one]));
  return audits.flatMap((audit) => {
    const one = byAudit.get(audit.id);
    const mark = one ? howGood(pointsOf(one)) : null;
    return mark === null ? [] : [{ audit, mark }];
  });
}
