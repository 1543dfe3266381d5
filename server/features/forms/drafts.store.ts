import type { FormDocument } from '../../domain/forms/document.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A form as it is being written. Each change counts its revision up. */
export interface Draft {
  id: number;
  formKey: string;
  /** The published version that it follows; null for a new form. */
  fromVersion: number | null;
  document: FormDocument;
  revision: number;
  editedByName: string | null;
  editedAt: string;
}

interface Row extends Omit<Draft, 'document'> {
  document: string;
}

const columns = `d.id, d.form_key AS formKey, d.from_version_id AS fromVersion, d.document, d.revision,
  p.name AS editedByName, d.edited_at AS editedAt`;
const from = 'FROM form_drafts d LEFT JOIN people p ON p.id = d.edited_by';

export function draftById(db: Db, id: number): Draft | undefined {
  const row = sql<{ id: number }, Row>(db, `SELECT ${columns} ${from} WHERE d.id = @id`).get({ id });
  return row && draft(row);
}

export function draftOf(db: Db, formKey: string): Draft | undefined {
  const row = sql<{ formKey: string }, Row>(db, `SELECT ${columns} ${from} WHERE d.form_key = @formKey`).get({
    formKey,
  });
  return row && draft(row);
}

/** Every draft, the one that was changed last first. */
export function allDrafts(db: Db): Draft[] {
  return sql<void, Row>(db, `SELECT ${columns} ${from} ORDER BY d.edited_at DESC, d.id DESC`).all().map(draft);
}

interface Written {
  document: FormDocument;
  by: number | null;
  at: string;
}

export function addDraft(db: Db, { document, fromVersion, by, at }: Written & { fromVersion: number | null }): number {
  const added = sql<{ key: string; fromVersion: number | null; text: string; by: number | null; at: string }>(
    db,
    `INSERT INTO form_drafts (form_key, from_version_id, document, revision, edited_by, edited_at)
     VALUES (@key, @fromVersion, @text, 1, @by, @at)`,
  ).run({ key: document.key, fromVersion, text: JSON.stringify(document), by, at });
  return Number(added.lastInsertRowid);
}

export function changeDraft(db: Db, id: number, { document, by, at }: Written): void {
  sql<{ id: number; text: string; by: number | null; at: string }>(
    db,
    `UPDATE form_drafts SET document = @text, revision = revision + 1, edited_by = @by, edited_at = @at WHERE id = @id`,
  ).run({ id, text: JSON.stringify(document), by, at });
}

export function removeDraft(db: Db, id: number): void {
  sql<{ id: number }>(db, 'DELETE FROM form_drafts WHERE id = @id').run({ id });
}

/** A draft was written by the pages or passed the schema when it came in as a file. */
const draft = ({ document, ...row }: Row): Draft => ({ ...row, document: JSON.parse(document) as FormDocument });
