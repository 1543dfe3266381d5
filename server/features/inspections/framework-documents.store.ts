import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A framework's document as somebody entered it, with the rule in it. */
export interface EnteredFramework {
  version: number;
  document: string;
  enteredBy: string | null;
  enteredAt: string;
}

export function addFrameworkDocument(
  db: Db,
  given: { framework: string; version: number; document: string; by: number | null; now: string },
): void {
  sql<typeof given>(
    db,
    `INSERT INTO framework_documents (framework, version, document, entered_by, entered_at)
     VALUES (@framework, @version, @document, @by, @now)`,
  ).run(given);
}

/** The document that held at a moment: of those entered by then the highest version. */
export const frameworkEntered = (db: Db, framework: string, at: string): EnteredFramework | undefined =>
  sql<{ framework: string; at: string }, EnteredFramework>(
    db,
    `SELECT d.version, d.document, p.name AS enteredBy, d.entered_at AS enteredAt
     FROM framework_documents d LEFT JOIN people p ON p.id = d.entered_by
     WHERE d.framework = @framework AND d.entered_at <= @at ORDER BY d.version DESC LIMIT 1`,
  ).get({ framework, at });
