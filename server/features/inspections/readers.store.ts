import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Reader {
  id: number;
  name: string;
  kind: 'visiting' | 'own';
  fromService: string | null;
  addedAt: string;
  endedAt: string | null;
  endReason: string | null;
  /** Their account: null while a visiting inspector has not used the link. */
  signInName: string | null;
  /** The first day without access; null for people of the service. */
  untilOn: string | null;
  /** When a link that was not used goes out; null when there is none. */
  linkUntil: string | null;
  /** Readings of this inspection that they have not submitted. */
  holds: number;
}

export function addReader(
  db: Db,
  reader: { inspection: number; person: number; kind: Reader['kind']; fromService: string | null; now: string },
): void {
  sql<typeof reader>(
    db,
    `INSERT INTO inspection_readers (inspection_id, person_id, kind, from_service, added_at)
     VALUES (@inspection, @person, @kind, @fromService, @now)
     ON CONFLICT (inspection_id, person_id) DO UPDATE SET ended_at = NULL, end_reason = NULL`,
  ).run(reader);
}

export function endReader(db: Db, ended: { inspection: number; person: number; now: string; reason: string }): boolean {
  const done = sql<typeof ended>(
    db,
    `UPDATE inspection_readers SET ended_at = @now, end_reason = @reason
     WHERE inspection_id = @inspection AND person_id = @person AND ended_at IS NULL`,
  ).run(ended);
  return done.changes === 1;
}

/** Everybody who reads or read for an inspection, those from outside first. */
export function readersOf(db: Db, inspection: number): Reader[] {
  return sql<{ inspection: number }, Reader>(
    db,
    `SELECT p.id, p.name, r.kind, r.from_service AS fromService, r.added_at AS addedAt, r.ended_at AS endedAt,
       r.end_reason AS endReason, a.sign_in_name AS signInName,
       (SELECT max(h.until_on) FROM roles_held h WHERE h.inspection_id = @inspection AND h.person_id = p.id) AS untilOn,
       (SELECT max(v.expires_at) FROM invitations v WHERE v.person_id = p.id AND v.used_at IS NULL) AS linkUntil,
       (SELECT count(*) FROM audits u WHERE u.inspection_id = @inspection AND u.auditor_id = p.id
          AND u.state IN ('assigned', 'in-progress', 'returned')) AS holds
     FROM inspection_readers r JOIN people p ON p.id = r.person_id LEFT JOIN accounts a ON a.person_id = p.id
     WHERE r.inspection_id = @inspection ORDER BY r.kind = 'own', p.name, p.id`,
  ).all({ inspection });
}

/** Who may be given a reading today. */
export const ableReaders = (db: Db, inspection: number, today: string): Reader[] =>
  readersOf(db, inspection).filter(
    ({ endedAt, untilOn, kind }) => endedAt === null && (kind === 'own' || (untilOn !== null && untilOn > today)),
  );

/** Whether somebody audited a case before, for no inspection: they would not read it afresh. */
export function hasReadBefore(db: Db, caseId: number, person: number): boolean {
  const found = sql<{ caseId: number; person: number }, { read: number }>(
    db,
    `SELECT 1 AS read FROM audits WHERE case_id = @caseId AND auditor_id = @person AND state <> 'withdrawn'
       AND inspection_id IS NULL LIMIT 1`,
  ).get({ caseId, person });
  return found !== undefined;
}
