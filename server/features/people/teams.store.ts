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
     ON CONFLICT (person_id, team_id, from_on) DO UPDATE SET until_on = NULL`,
  ).run({ person, team, from });
}

export function teamById(db: Db, id: number): Team | undefined {
  return sql<{ id: number }, Team>(db, 'SELECT id, name, ended_on AS endedOn FROM teams WHERE id = @id').get({ id });
}

export interface Membership {
  teamId: number;
  team: string;
  fromOn: string;
}

/** The teams that a person belongs to today. */
export function membershipsOf(db: Db, person: number, today: string): Membership[] {
  return sql<{ person: number; today: string }, Membership>(
    db,
    `SELECT m.team_id AS teamId, t.name AS team, m.from_on AS fromOn FROM memberships m JOIN teams t ON t.id = m.team_id
     WHERE m.person_id = @person AND m.from_on <= @today AND (m.until_on IS NULL OR m.until_on > @today) ORDER BY t.name`,
  ).all({ person, today });
}

/** Ends a person's place in one team; begun and ended on one day, it is as if it had never been. */
export function endMembership(db: Db, person: number, team: number, until: string): void {
  sql<{ person: number; team: number; until: string }>(
    db,
    `UPDATE memberships SET until_on = @until
     WHERE person_id = @person AND team_id = @team AND (until_on IS NULL OR until_on > @until)`,
  ).run({ person, team, until });
}

export interface TeamWithPeople extends Team {
  leads: string | null;
  members: number;
}

/** Every team that has not ended, with who leads it and how many belong to it today. */
export function teamsWithPeople(db: Db, today: string): TeamWithPeople[] {
  return sql<{ today: string }, TeamWithPeople>(
    db,
    `SELECT t.id, t.name, t.ended_on AS endedOn,
       (SELECT group_concat(p.name, ', ') FROM roles_held r JOIN people p ON p.id = r.person_id
        WHERE r.team_id = t.id AND r.from_on <= @today AND (r.until_on IS NULL OR r.until_on > @today)) AS leads,
       (SELECT count(*) FROM memberships m
        WHERE m.team_id = t.id AND m.from_on <= @today AND (m.until_on IS NULL OR m.until_on > @today)) AS members
     FROM teams t WHERE t.ended_on IS NULL OR t.ended_on > @today ORDER BY t.name`,
  ).all({ today });
}
