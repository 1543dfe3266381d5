import type { Reach } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { casesWithin, reachParams } from './reach.js';

/** A fact of a case that an auditor found otherwise than it is kept. */
export interface Correction {
  caseId: number;
  reference: string;
  orderId: number;
  orderType: string;
  startedOn: string;
  fact: string;
  registerValue: string | null;
  found: string | null;
  /** What is kept now. */
  now: string | null;
  foundAt: string;
  foundBy: string | null;
}

/** What is kept now of a fact; an order that was put right by type or start may be another row by now. */
const now = `CASE f.fact
  WHEN 'order-type' THEN (SELECT n.order_type FROM orders n WHERE n.case_id = k.id
    ORDER BY n.order_type IS f.value DESC, n.id = o.id DESC LIMIT 1)
  WHEN 'started-on' THEN (SELECT n.started_on FROM orders n WHERE n.case_id = k.id
    ORDER BY n.started_on IS f.value DESC, n.id = o.id DESC LIMIT 1)
  WHEN 'ends-on' THEN o.ends_on WHEN 'status' THEN o.status WHEN 'custody-entry' THEN o.custody_entry_on
  WHEN 'mappa' THEN o.mappa_level WHEN 'rosh' THEN o.harm_level WHEN 'safety' THEN o.safety_level
  WHEN 'age' THEN CAST(k.age AS TEXT) WHEN 'looked-after' THEN k.looked_after
  WHEN 'child-protection' THEN k.child_protection
  ELSE (SELECT c.value FROM case_facts c WHERE c.case_id = k.id AND c.fact = f.fact
    AND (c.order_id IS NULL OR c.order_id = o.id) ORDER BY c.id DESC LIMIT 1) END`;

/**
 * What auditors found otherwise in audits that are submitted, the oldest first; what was put right since is left out.
 * Nobody is told of a case that they are auditing themselves at the moment.
 * @param since a day: what was found before is not looked for any more
 */
export function correctionsSince(db: Db, since: string, me: number, reach: Reach, today: string): Correction[] {
  const bound = { since, reader: me, ...reachParams(reach, today) };
  return sql<typeof bound, Correction>(
    db,
    `SELECT k.id AS caseId, k.reference, o.id AS orderId, o.order_type AS orderType, o.started_on AS startedOn, f.fact,
       f.register_value AS registerValue, f.value AS found, ${now} AS now, f.corrected_at AS foundAt, p.name AS foundBy
     FROM audit_facts f JOIN audits a ON a.id = f.audit_id JOIN cases k ON k.id = a.case_id
       JOIN orders o ON o.id = a.order_id LEFT JOIN people p ON p.id = f.corrected_by
     WHERE f.corrected_at >= @since AND f.register_value IS NOT f.value AND a.submitted_at IS NOT NULL
       AND a.state <> 'withdrawn' AND k.reference IS NOT NULL AND k.id IN (${casesWithin(reach)})
       AND NOT EXISTS (SELECT 1 FROM audits w WHERE w.case_id = k.id AND w.auditor_id = @reader
         AND w.state IN ('assigned', 'in-progress', 'returned'))
     ORDER BY f.corrected_at`,
  )
    .all(bound)
    .filter((one) => one.now !== one.found);
}
