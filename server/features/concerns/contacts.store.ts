import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Contact {
  person: number;
  name: string;
  telephone: string;
}

/** Whom a concern reaches: who is asked first, and the deputy who has it when that person does not answer. */
export interface Contacts extends Contact {
  deputy: Contact | null;
}

interface Row extends Contact {
  teamId: number | null;
  position: 1 | 2;
}

const standing = `SELECT c.team_id AS teamId, c.position, c.person_id AS person, p.name, c.telephone
  FROM concern_contacts c JOIN people p ON p.id = c.person_id
  WHERE (c.until_on IS NULL OR c.until_on > @today) AND (p.left_on IS NULL OR p.left_on > @today)`;

/** A team's own contacts, else the service's; somebody who has left is passed over. Null when nobody is set. */
export function contactFor(db: Db, teamId: number | null, today: string): Contacts | null {
  return (teamId === null ? null : contactsOfTeam(db, teamId, today)) ?? contactsOfService(db, today);
}

export function contactsOfTeam(db: Db, teamId: number, today: string): Contacts | null {
  return together(
    sql<{ teamId: number; today: string }, Row>(
      db,
      `${standing} AND c.team_id = @teamId ORDER BY c.position, c.id DESC`,
    ).all({ teamId, today }),
  );
}

export function contactsOfService(db: Db, today: string): Contacts | null {
  return together(
    sql<{ today: string }, Row>(db, `${standing} AND c.team_id IS NULL ORDER BY c.position, c.id DESC`).all({ today }),
  );
}

/** The number last given for a person, to ring them about a concern that names them. */
export function telephoneOf(db: Db, person: number): string | null {
  const row = sql<{ person: number }, { telephone: string }>(
    db,
    'SELECT telephone FROM concern_contacts WHERE person_id = @person ORDER BY id DESC LIMIT 1',
  ).get({ person });
  return row?.telephone ?? null;
}

/** Ends what stood for this team (or the service); earlier contacts stay as history. */
export function endContacts(db: Db, teamId: number | null, until: string): void {
  sql<{ teamId: number | null; until: string }>(
    db,
    'UPDATE concern_contacts SET until_on = @until WHERE team_id IS @teamId AND until_on IS NULL',
  ).run({ teamId, until });
}

/** Ends every place that somebody who leaves holds as a contact. */
export function endContactsOf(db: Db, person: number, until: string): void {
  sql<{ person: number; until: string }>(
    db,
    'UPDATE concern_contacts SET until_on = @until WHERE person_id = @person AND until_on IS NULL',
  ).run({ person, until });
}

export function addContact(
  db: Db,
  contact: { teamId: number | null; position: 1 | 2; person: number; telephone: string; at: string },
): void {
  sql<typeof contact>(
    db,
    `INSERT INTO concern_contacts (team_id, position, person_id, telephone, set_at)
     VALUES (@teamId, @position, @person, @telephone, @at)`,
  ).run(contact);
}

function together([first, ...rest]: Row[]): Contacts | null {
  if (!first) return null;
  const next = rest.find((row) => row.person !== first.person);
  return { ...contactOf(first), deputy: next ? contactOf(next) : null };
}

const contactOf = ({ person, name, telephone }: Row): Contact => ({ person, name, telephone });
