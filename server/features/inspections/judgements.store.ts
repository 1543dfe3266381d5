import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { settledOf } from './settled.store.js';

/** One key question in one reading that is submitted or agreed. */
export interface Judgement {
  auditId: number;
  itemKey: string;
  /** As its reader wrote it. */
  value: string | null;
  note: string | null;
  /** As it was settled afterwards; it holds instead of the value. */
  settled: string | null;
  settledReason: string | null;
}

/** What the readers of an inspection judged, question by question; a second reading does not count by itself. */
export function judgementsOf(db: Db, inspection: number): Judgement[] {
  const settled = new Map(settledOf(db, inspection).map((one) => [`${one.auditId} ${one.itemKey}`, one]));
  return written(db, inspection, `a.reading <> 'second'`).map((one) => {
    const later = settled.get(`${one.auditId} ${one.itemKey}`);
    return { ...one, settled: later?.value ?? null, settledReason: later?.reason ?? null };
  });
}

/** What the second readers judged: shown beside the first, and settled. */
export const secondJudgementsOf = (db: Db, inspection: number): Written[] =>
  written(db, inspection, `a.reading = 'second'`);

type Written = Pick<Judgement, 'auditId' | 'itemKey' | 'value' | 'note'>;

/** Only what applied has a result, so a judgement that fell away is not here. */
function written(db: Db, inspection: number, which: string): Written[] {
  return sql<{ inspection: number }, Written>(
    db,
    `SELECT a.id AS auditId, n.item_key AS itemKey, n.value, n.note
     FROM audits a JOIN item_results r ON r.audit_id = a.id
     JOIN form_items i ON i.form_version_id = a.form_version_id AND i.item_key = r.item_key AND i.kind = 'judgement'
       AND i.scale = 'sufficient'
     JOIN answers n ON n.audit_id = a.id AND n.item_key = r.item_key AND n.occurrence = r.occurrence
     WHERE a.inspection_id = @inspection AND ${which} AND a.state IN ('submitted', 'agreed') ORDER BY a.id, i.position`,
  ).all({ inspection });
}
