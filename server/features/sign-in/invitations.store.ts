import { createHash } from 'node:crypto';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Invitation {
  person: number;
  name: string;
  expiresAt: string;
}

/** Bytes of randomness in a link. */
const tokenBytes = 24;

/**
 * Makes a link that works once; earlier links of this person stop working. Only its hash is kept: a copy of the database
 * lets nobody in.
 * @returns the token, which is shown once
 */
export function addInvitation(
  db: Db,
  given: { person: number; by: number | null; now: string; expiresAt: string; random: (bytes: number) => string },
): string {
  const token = given.random(tokenBytes);
  sql<{ person: number }>(db, 'DELETE FROM invitations WHERE person_id = @person AND used_at IS NULL').run({
    person: given.person,
  });
  sql<{ hash: string; person: number; by: number | null; now: string; expiresAt: string }>(
    db,
    `INSERT INTO invitations (token_hash, person_id, made_by, made_at, expires_at)
     VALUES (@hash, @person, @by, @now, @expiresAt)`,
  ).run({
    hash: hashOf(token),
    person: given.person,
    by: given.by,
    now: given.now,
    expiresAt: given.expiresAt,
  });
  return token;
}

/** Whom a link is for, while it works. */
export function invitationFor(db: Db, token: string, now: string): Invitation | undefined {
  return sql<{ hash: string; now: string }, Invitation>(
    db,
    `SELECT i.person_id AS person, p.name, i.expires_at AS expiresAt FROM invitations i JOIN people p ON p.id = i.person_id
     WHERE i.token_hash = @hash AND i.used_at IS NULL AND i.expires_at > @now`,
  ).get({ hash: hashOf(token), now });
}

export function useInvitation(db: Db, token: string, now: string): void {
  sql<{ hash: string; now: string }>(db, 'UPDATE invitations SET used_at = @now WHERE token_hash = @hash').run({
    hash: hashOf(token),
    now,
  });
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
