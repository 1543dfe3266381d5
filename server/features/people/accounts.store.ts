import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Account {
  person: number;
  signInName: string;
  passwordHash: string;
  mustChange: 0 | 1;
  disabledAt: string | null;
}

const columns =
  'person_id AS person, sign_in_name AS signInName, password_hash AS passwordHash, must_change AS mustChange, disabled_at AS disabledAt';

export function anyAccount(db: Db): boolean {
  return sql<void, { found: number }>(db, 'SELECT 1 AS found FROM accounts LIMIT 1').get() !== undefined;
}

export function accountByName(db: Db, signInName: string): Account | undefined {
  return sql<{ signInName: string }, Account>(
    db,
    `SELECT ${columns} FROM accounts WHERE sign_in_name = @signInName`,
  ).get({
    signInName,
  });
}

export function accountOf(db: Db, person: number): Account | undefined {
  return sql<{ person: number }, Account>(db, `SELECT ${columns} FROM accounts WHERE person_id = @person`).get({
    person,
  });
}

export function openAccount(db: Db, account: Omit<Account, 'disabledAt'>): void {
  sql<Omit<Account, 'disabledAt'>>(
    db,
    `INSERT INTO accounts (person_id, sign_in_name, password_hash, must_change)
     VALUES (@person, @signInName, @passwordHash, @mustChange)`,
  ).run(account);
}

export function setPassword(db: Db, person: number, passwordHash: string, mustChange: 0 | 1): void {
  sql<{ person: number; passwordHash: string; mustChange: 0 | 1 }>(
    db,
    'UPDATE accounts SET password_hash = @passwordHash, must_change = @mustChange, disabled_at = NULL WHERE person_id = @person',
  ).run({ person, passwordHash, mustChange });
}

export function disableAccount(db: Db, person: number, at: string): void {
  sql<{ person: number; at: string }>(db, 'UPDATE accounts SET disabled_at = @at WHERE person_id = @person').run({
    person,
    at,
  });
}
