import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** The spellings under which a case list names a person: 'Okafor, Kofi' and 'Kofi Okafor' are one. */
export function spellingsOf(db: Db, person: number): { spelling: string; confirmedBy: string | null; at: string }[] {
  return sql<{ person: number }, { spelling: string; confirmedBy: string | null; at: string }>(
    db,
    `SELECT s.spelling, p.name AS confirmedBy, s.confirmed_at AS at
     FROM name_spellings s LEFT JOIN people p ON p.id = s.confirmed_by WHERE s.person_id = @person ORDER BY s.spelling`,
  ).all({ person });
}

export function keepSpelling(db: Db, kept: { spelling: string; person: number; by: number | null; at: string }): void {
  sql<typeof kept>(
    db,
    `INSERT INTO name_spellings (spelling, person_id, confirmed_by, confirmed_at) VALUES (@spelling, @person, @by, @at)
     ON CONFLICT (spelling) DO UPDATE SET person_id = @person, confirmed_by = @by, confirmed_at = @at`,
  ).run(kept);
}

/** Every confirmed spelling with its person: a case list of thousands of rows asks once. */
export function confirmedSpellings(db: Db): Map<string, number> {
  const rows = sql<void, { spelling: string; person: number }>(
    db,
    'SELECT spelling, person_id AS person FROM name_spellings',
  ).all();
  return new Map(rows.map((row) => [row.spelling, row.person]));
}
