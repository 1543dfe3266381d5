import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import type { FrameTeams } from './frame.store.js';

/** Everybody who holds an order of these teams, in order of name: what the filter offers. */
export function practitionersOf(db: Db, { teams, teamless }: FrameTeams): { id: number; name: string }[] {
  return sql<{ teams: string; teamless: number }, { id: number; name: string }>(
    db,
    `SELECT id, name FROM people WHERE id IN (
       SELECT practitioner_id FROM orders WHERE team_id IN (SELECT value FROM json_each(@teams))
       UNION SELECT practitioner_id FROM orders WHERE team_id IS NULL AND @teamless = 1)
     ORDER BY name, id`,
  ).all({ teams: JSON.stringify(teams), teamless: teamless ? 1 : 0 });
}
