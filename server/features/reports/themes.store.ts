import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { inPeriod, periodAudits, periodParams, type PeriodParams } from './audits.store.js';
import type { Selection } from './selection.js';

export interface ThemeOfAudit {
  audit: number;
  theme: string;
  points: number;
  weight: number;
  practicePoints: number;
  practiceWeight: number;
}

const columns = `t.audit_id AS audit, t.theme, t.points, t.weight, t.practice_points AS practicePoints,
  t.practice_weight AS practiceWeight`;

/** What each audit of the period gave to each theme. */
export function themesInPeriod(db: Db, selection: Selection): ThemeOfAudit[] {
  return sql<PeriodParams, ThemeOfAudit>(
    db,
    `SELECT ${columns} FROM ${periodAudits} CROSS JOIN theme_results t ON t.audit_id = a.id WHERE ${inPeriod}`,
  ).all(periodParams(selection));
}

/** What each audit of the period gave to one theme. */
export function themeInPeriod(db: Db, theme: string, selection: Selection): ThemeOfAudit[] {
  return sql<PeriodParams & { theme: string }, ThemeOfAudit>(
    db,
    `SELECT ${columns} FROM ${periodAudits} CROSS JOIN theme_results t ON t.audit_id = a.id AND t.theme = @theme
     WHERE ${inPeriod}`,
  ).all({ ...periodParams(selection), theme });
}

/** What one audit gave to each theme. */
export function themesOfAudit(db: Db, audit: number): ThemeOfAudit[] {
  return sql<{ audit: number }, ThemeOfAudit>(
    db,
    `SELECT ${columns} FROM theme_results t WHERE t.audit_id = @audit`,
  ).all({
    audit,
  });
}
