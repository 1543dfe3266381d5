import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** One question that an internal audit and the inspection answered about the same case. */
export interface BothAnswered {
  caseId: number;
  itemKey: string;
  /** Home theme of the question; null where it has none. */
  theme: string | null;
  kind: string;
  externalAudit: number;
  external: string;
  internal: string;
}

/**
 * Questions that both answered, of the newest internal audit of each case and question that was agreed. A second reading
 * does not count by itself, and repeated questions are not compared.
 */
export function answeredByBoth(db: Db, inspection: number): BothAnswered[] {
  return sql<{ inspection: number }, BothAnswered>(
    db,
    `SELECT e.case_id AS caseId, r.item_key AS itemKey, h.theme, i.kind, e.id AS externalAudit, r.outcome AS external,
       (SELECT o.outcome FROM audits n JOIN item_results o ON o.audit_id = n.id AND o.item_key = r.item_key AND o.occurrence = 0
        WHERE n.case_id = e.case_id AND n.inspection_id IS NULL AND n.state = 'agreed'
        ORDER BY n.agreed_on DESC, n.id DESC LIMIT 1) AS internal
     FROM audits e JOIN item_results r ON r.audit_id = e.id AND r.occurrence = 0
     JOIN form_items i ON i.form_version_id = e.form_version_id AND i.item_key = r.item_key
     LEFT JOIN form_item_themes h ON h.form_version_id = e.form_version_id AND h.item_key = r.item_key AND h.home = 1
     WHERE e.inspection_id = @inspection AND e.state IN ('submitted', 'agreed') AND e.reading <> 'second'
       AND e.victim_id IS NULL AND internal IS NOT NULL
     ORDER BY i.position, e.id`,
  ).all({ inspection });
}
