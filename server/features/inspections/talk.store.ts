import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface TalkNote {
  question: string;
  said: string;
}

export function saveTalkNote(
  db: Db,
  note: { audit: number; question: string; said: string; by: number | null; at: string },
): void {
  sql<typeof note>(
    db,
    `INSERT INTO talk_notes (audit_id, question, said, by_id, at) VALUES (@audit, @question, @said, @by, @at)
     ON CONFLICT (audit_id, question) DO UPDATE SET said = @said, by_id = @by, at = @at`,
  ).run(note);
}

export function talkNotesOf(db: Db, audit: number): TalkNote[] {
  return sql<{ audit: number }, TalkNote>(db, 'SELECT question, said FROM talk_notes WHERE audit_id = @audit').all({
    audit,
  });
}
