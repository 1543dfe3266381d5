import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A file on its way in: its rows lie beside the database, what was chosen so far lies here. */
export interface UploadRow {
  id: number;
  person: number;
  name: string;
  bytes: number;
  digest: string;
  choices: string;
  receivedAt: string;
  expiresAt: string;
}

const columns =
  'id, person_id AS person, name, bytes, digest, choices, received_at AS receivedAt, expires_at AS expiresAt';

export function addUpload(db: Db, upload: Omit<UploadRow, 'id'>): number {
  const added = sql<Omit<UploadRow, 'id'>>(
    db,
    `INSERT INTO uploads (person_id, name, bytes, digest, choices, received_at, expires_at)
     VALUES (@person, @name, @bytes, @digest, @choices, @receivedAt, @expiresAt)`,
  ).run(upload);
  return Number(added.lastInsertRowid);
}

/** An upload is its owner's only. */
export function uploadOf(db: Db, id: number, person: number): UploadRow | undefined {
  return sql<{ id: number; person: number }, UploadRow>(
    db,
    `SELECT ${columns} FROM uploads WHERE id = @id AND person_id = @person`,
  ).get({ id, person });
}

/** What somebody began and did not end, newest first. */
export function uploadsOf(db: Db, person: number): UploadRow[] {
  return sql<{ person: number }, UploadRow>(
    db,
    `SELECT ${columns} FROM uploads WHERE person_id = @person ORDER BY id DESC`,
  ).all({ person });
}

export function keepChoices(db: Db, id: number, choices: string): void {
  sql<{ id: number; choices: string }>(db, 'UPDATE uploads SET choices = @choices WHERE id = @id').run({ id, choices });
}

export function removeUpload(db: Db, id: number): void {
  sql<{ id: number }>(db, 'DELETE FROM uploads WHERE id = @id').run({ id });
}

export function removeUploadsBefore(db: Db, now: string): void {
  sql<{ now: string }>(db, 'DELETE FROM uploads WHERE expires_at <= @now').run({ now });
}

export function isUpload(db: Db, id: number): boolean {
  return (
    sql<{ id: number }, { found: number }>(db, 'SELECT 1 AS found FROM uploads WHERE id = @id').get({ id }) !==
    undefined
  );
}
