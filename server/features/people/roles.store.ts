import type { Me, Role } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface RoleHeld {
  id: number;
  role: Role;
  teamId: number | null;
  team: string | null;
  fromOn: string;
  untilOn: string | null;
}

/** The person behind a session with the roles held today, or null: left, the account closed, or the visit over. */
export function whoIsAsking(db: Db, person: number, today: string): Me | null {
  const found = sql<{ person: number; today: string }, { id: number; name: string }>(
    db,
    `SELECT p.id, p.name FROM people p JOIN accounts a ON a.person_id = p.id
     WHERE p.id = @person AND a.disabled_at IS NULL AND (p.left_on IS NULL OR p.left_on > @today)`,
  ).get({ person, today });
  if (!found) return null;
  const held = rolesHeld(db, person, today);
  if (held.length === 0 && accessEndedOn(db, person, today) !== null) return null;
  return {
    ...found,
    roles: new Set(held.map((h) => h.role)),
    teamsLed: held.flatMap((h) => (h.role === 'team-lead' && h.teamId !== null ? [h.teamId] : [])),
  };
}

/** The last day of access of a visiting inspector who holds no role any more; null for anybody else. */
export function accessEndedOn(db: Db, person: number, today: string): string | null {
  if (rolesHeld(db, person, today).length > 0) return null;
  const ended = rolesEnded(db, person, today).find(({ role }) => role === 'inspector');
  return ended?.untilOn ?? null;
}

export function rolesHeld(db: Db, person: number, today: string): RoleHeld[] {
  return sql<{ person: number; today: string }, RoleHeld>(
    db,
    `SELECT r.id, r.role, r.team_id AS teamId, t.name AS team, r.from_on AS fromOn, r.until_on AS untilOn
     FROM roles_held r LEFT JOIN teams t ON t.id = r.team_id
     WHERE r.person_id = @person AND r.from_on <= @today
       AND (r.until_on IS NULL OR r.until_on > @today)
     ORDER BY r.id`,
  ).all({ person, today });
}

/** Roles that somebody held before today, the last one first. */
export function rolesEnded(db: Db, person: number, today: string): RoleHeld[] {
  return sql<{ person: number; today: string }, RoleHeld>(
    db,
    `SELECT r.id, r.role, r.team_id AS teamId, t.name AS team, r.from_on AS fromOn, r.until_on AS untilOn
     FROM roles_held r LEFT JOIN teams t ON t.id = r.team_id
     WHERE r.person_id = @person AND r.until_on <= @today ORDER BY r.until_on DESC, r.id DESC`,
  ).all({ person, today });
}

export function giveRole(
  db: Db,
  given: { person: number; role: Role; team: number | null; from: string; by: number | null },
): void {
  sql<typeof given>(
    db,
    `INSERT INTO roles_held (person_id, role, team_id, from_on, given_by) VALUES (@person, @role, @team, @from, @by)`,
  ).run(given);
}

/** A visiting inspector's role: for one inspection, from now until a day that is the first without it. */
export function giveInspectorRole(
  db: Db,
  given: { person: number; inspection: number; from: string; until: string; by: number | null },
): void {
  sql<typeof given>(
    db,
    `INSERT INTO roles_held (person_id, role, inspection_id, from_on, until_on, given_by)
     VALUES (@person, 'inspector', @inspection, @from, @until, @by)`,
  ).run(given);
}

/** Moves the end of the roles that an inspection gave and that have not ended; `person` null: of everybody's. */
export function moveInspectorRoles(
  db: Db,
  moved: { inspection: number; person: number | null; until: string; today: string },
): void {
  sql<typeof moved>(
    db,
    `UPDATE roles_held SET until_on = max(@until, from_on) WHERE inspection_id = @inspection AND until_on > @today
       AND person_id = coalesce(@person, person_id)`,
  ).run(moved);
}

export function endRole(db: Db, id: number, until: string): void {
  sql<{ id: number; until: string }>(db, 'UPDATE roles_held SET until_on = @until WHERE id = @id').run({ id, until });
}

/** How many people with a working account hold a role now: the last administrator and the last head stay. */
export function holdersOf(db: Db, role: Role, today: string): { id: number; name: string }[] {
  return sql<{ role: Role; today: string }, { id: number; name: string }>(
    db,
    `SELECT DISTINCT p.id, p.name FROM roles_held r JOIN people p ON p.id = r.person_id JOIN accounts a ON a.person_id = p.id
     WHERE r.role = @role AND r.from_on <= @today AND (r.until_on IS NULL OR r.until_on > @today)
       AND a.disabled_at IS NULL AND (p.left_on IS NULL OR p.left_on > @today)
     ORDER BY p.name`,
  ).all({ role, today });
}

/** Who leads a team today. */
export function leadsOf(db: Db, team: number, today: string): number[] {
  const leads = sql<{ team: number; today: string }, { person: number }>(
    db,
    `SELECT person_id AS person FROM roles_held WHERE team_id = @team AND role = 'team-lead' AND from_on <= @today
       AND (until_on IS NULL OR until_on > @today)`,
  ).all({ team, today });
  return leads.map(({ person }) => person);
}
