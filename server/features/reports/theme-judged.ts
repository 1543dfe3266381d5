import { howGood } from '../../domain/reports/good-enough.js';
import type { Theme } from '../../domain/forms/themes.js';
import type { CountedAudit } from './audits.store.js';
import type { Judged } from './figure.js';
import { auditsAround } from './graded.js';
import type { Reporting } from './reporting.js';
import { themeInPeriod, type ThemeOfAudit } from './themes.store.js';

/** What 'yes' on a theme means, in words that follow a count. */
export const goodOn = ({ name }: Theme): string => `good enough on ${name.toLowerCase()}`;

/** Audits of how well the work is done; what was done when due is counted apart. */
export const ofQuality = ({ measures }: CountedAudit): boolean => measures !== 'compliance';

/** The audits around the period that asked on a theme. */
export const askedOnTheme = (r: Reporting, { key }: Theme): Judged[] =>
  judgedOnTheme(auditsAround(r).filter(ofQuality), themeInPeriod(r.db, key, r.around));

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
