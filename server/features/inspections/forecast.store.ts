import type { Level } from '../../domain/forms/scales.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A judgement of an internal audit that is agreed. */
export interface AgreedJudgement {
  caseId: number;
  /** The kind of order, as it held for the audit. */
  orderGroup: string | null;
  item: string;
  outcome: string;
  harm: Level | null;
  safety: Level | null;
}

/** What internal audits agreed since a day judged sufficient or not, the oldest first. */
export const agreedJudgements = (db: Db, since: string): AgreedJudgement[] =>
  sql<{ since: string }, AgreedJudgement>(
    db,
    `SELECT a.case_id AS caseId, g.value AS orderGroup, r.item_key AS item, r.outcome, s.harm_level AS harm,
       s.safety_level AS safety
     FROM audits a JOIN item_results r ON r.audit_id = a.id AND r.outcome IN ('sufficient', 'not-sufficient')
     JOIN audit_results s ON s.audit_id = a.id
     LEFT JOIN audit_facts g ON g.audit_id = a.id AND g.fact = 'order-group'
     WHERE a.agreed_on >= @since AND a.inspection_id IS NULL AND a.case_id IS NOT NULL ORDER BY a.agreed_on, a.id`,
  ).all({ since });
