import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Team {
  id: number;
  name: string;
  endedOn: string | null;
}

export function teams(db: Db): Team[] {
  return sql<void, Team>(db, 'SELECT id, name, ended_on AS endedOn FROM teams ORDER BY name').all();
}

export function addTeam(db: Db, name: string): number {
  return Number(sql<{ name: string }>(db, 'INSERT INTO teams (name) VALUES (@name)').run({ name }).lastInsertRowid);
}

export function teamByName(db: Db, name: string): Team | undefined {
  return sql<{ name: string }, Team>(db, 'SELECT id, name, ended_on AS endedOn FROM teams WHERE name = @name').get({
    name,
  });
}

export function addMembership(db: Db, person: number, team: number, from: string): void {
  sql<{ person: number; team: number; from: string }>(
    db,
    `INSERT INTO memberships (person_id, team_id, from_on) VALUES (@person, @team, @from)
     ON CONFLICT (person_id, team_id, from_on) DO NOTHING`,
  ).run({ person, team, from });
}
