import type { AuditSubject } from '../../domain/audits/subject.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export type NoticeKind = 'selected' | 'result' | 'reply' | 'agreed' | 'returned' | 'assigned' | 'withdrawn';

export interface Notice extends AuditSubject {
  id: number;
  kind: NoticeKind;
  audit: number;
  form: string;
  madeAt: string;
}

/** Tells a person that something has happened to an audit; it waits on their home page until they open it. */
export function notify(db: Db, notice: { person: number; kind: NoticeKind; audit: number; now: string }): void {
  sql<typeof notice>(
    db,
    'INSERT INTO notices (person_id, kind, audit_id, made_at) VALUES (@person, @kind, @audit, @now)',
  ).run(notice);
}

/** What a person has been told and has not opened yet, newest first. */
export function unseenNotices(db: Db, person: number): Notice[] {
  return sql<{ person: number }, Notice>(
    db,
    `SELECT n.id, n.kind, n.audit_id AS audit, a.subject, c.reference, f.title AS form, n.made_at AS madeAt
     FROM notices n JOIN audits a ON a.id = n.audit_id JOIN forms f ON f.key = a.form_key
     LEFT JOIN cases c ON c.id = a.case_id
     WHERE n.person_id = @person AND n.seen_at IS NULL ORDER BY n.id DESC LIMIT 100`,
  ).all({ person });
}

/** Opening an audit is seeing all that was told about it. */
export function seeNotices(db: Db, person: number, audit: number, now: string): void {
  sql<{ person: number; audit: number; now: string }>(
    db,
    'UPDATE notices SET seen_at = @now WHERE audit_id = @audit AND person_id = @person AND seen_at IS NULL',
  ).run({ person, audit, now });
}

/** Somebody without an account was given it on paper: their notices count as handed over. */
export function handOverNotices(db: Db, person: number, audit: number, by: number | null, now: string): void {
  sql<{ person: number; audit: number; by: number | null; now: string }>(
    db,
    `UPDATE notices SET seen_at = @now, handed_over_by = @by
     WHERE audit_id = @audit AND person_id = @person AND seen_at IS NULL`,
  ).run({ person, audit, by, now });
}
