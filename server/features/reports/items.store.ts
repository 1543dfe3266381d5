import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { inPeriod, periodAudits, periodParams, type PeriodParams } from './audits.store.js';
import type { Selection } from './selection.js';

export interface ItemOfAudit {
  audit: number;
  item: string;
  occurrence: number;
  outcome: string;
  worth: number | null;
  weight: number;
  days: number | null;
  limitUsed: string | null;
  reason: string | null;
}

const columns = `i.audit_id AS audit, i.item_key AS item, i.occurrence, i.outcome, i.worth, i.weight, i.days,
  i.limit_used AS limitUsed, i.reason`;

/** Every scored answer of the period to a question of one theme. */
export function answersOnTheme(db: Db, theme: string, selection: Selection): ItemOfAudit[] {
  return sql<PeriodParams & { theme: string }, ItemOfAudit>(
    db,
    `SELECT ${columns} FROM ${periodAudits}
       CROSS JOIN form_item_themes t ON t.form_version_id = a.form_version_id AND t.theme = @theme
       CROSS JOIN item_results i ON i.audit_id = a.id AND i.item_key = t.item_key
     WHERE ${inPeriod} AND i.worth IS NOT NULL AND i.weight > 0`,
  ).all({ ...periodParams(selection), theme });
}

/** Every result of one form's questions in the period. */
export function resultsOfForm(db: Db, form: string, selection: Selection): ItemOfAudit[] {
  return sql<PeriodParams, ItemOfAudit>(
    db,
    `SELECT ${columns} FROM ${periodAudits} CROSS JOIN item_results i ON i.audit_id = a.id WHERE ${inPeriod}`,
  ).all({ ...periodParams(selection), form });
}

export function resultsOfAudit(db: Db, audit: number): ItemOfAudit[] {
  return sql<{ audit: number }, ItemOfAudit>(db, `SELECT ${columns} FROM item_results i WHERE i.audit_id = @audit`).all(
    { audit },
  );
}

/** Every result of one question in the period, one an audit: for a repeated one that of the case. */
export function answersTo(db: Db, item: string, selection: Selection): ItemOfAudit[] {
  return sql<PeriodParams & { item: string }, ItemOfAudit>(
    db,
    `SELECT ${columns} FROM ${periodAudits}
       CROSS JOIN item_results i ON i.audit_id = a.id AND i.item_key = @item AND i.occurrence = 0
     WHERE ${inPeriod}`,
  ).all({ ...periodParams(selection), item });
}
