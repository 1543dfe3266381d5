import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export const sittingKinds = {
  reading: 'Reading',
  talk: 'Talk with a practitioner',
  interview: 'Interview',
  meeting: 'Meeting',
} as const;

export type SittingKind = keyof typeof sittingKinds;

export const isSittingKind = (key: string): key is SittingKind => Object.hasOwn(sittingKinds, key);

export interface Sitting {
  id: number;
  /** Local time: 'YYYY-MM-DDTHH:MM'. */
  beginsAt: string;
  endsAt: string;
  kind: SittingKind;
  title: string;
  place: string | null;
  personId: number;
  person: string;
  auditId: number | null;
  reference: string | null;
  notes: string | null;
}

export type NewSitting = Omit<Sitting, 'id' | 'person' | 'reference' | 'notes'>;

export function addSitting(db: Db, inspection: number, sitting: NewSitting): number {
  const added = sql<NewSitting & { inspection: number }>(
    db,
    `INSERT INTO sittings (inspection_id, begins_at, ends_at, kind, title, place, person_id, audit_id)
     VALUES (@inspection, @beginsAt, @endsAt, @kind, @title, @place, @personId, @auditId)`,
  ).run({ ...sitting, inspection });
  return Number(added.lastInsertRowid);
}

/** The timetable: in order of time, then of name. */
export function sittingsOf(db: Db, inspection: number): Sitting[] {
  return sql<{ inspection: number }, Sitting>(
    db,
    `SELECT s.id, s.begins_at AS beginsAt, s.ends_at AS endsAt, s.kind, s.title, s.place, s.person_id AS personId,
       p.name AS person, s.audit_id AS auditId, k.reference, s.notes
     FROM sittings s JOIN people p ON p.id = s.person_id LEFT JOIN audits a ON a.id = s.audit_id
     LEFT JOIN cases k ON k.id = a.case_id
     WHERE s.inspection_id = @inspection AND s.removed_at IS NULL ORDER BY s.begins_at, p.name, s.id`,
  ).all({ inspection });
}

export function setNotes(db: Db, id: number, notes: string): void {
  sql<{ id: number; notes: string }>(db, 'UPDATE sittings SET notes = @notes WHERE id = @id').run({ id, notes });
}

export function removeSitting(db: Db, id: number, now: string): void {
  sql<{ id: number; now: string }>(db, 'UPDATE sittings SET removed_at = @now WHERE id = @id').run({ id, now });
}
