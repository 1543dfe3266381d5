import { createHash } from 'node:crypto';
import session from 'express-session';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A sign-in ends after so long without a request; an audit is often left open over lunch. */
const idleHours = 4;
/** A request within this time of the last one written down is not written again. */
const quietMinutes = 5;

interface Row {
  idHash: string;
  person: number | null;
  data: string;
  seenAt: string;
  expiresAt: string;
}

/** Sessions in the database, known by the hash of their id: a copy of the database signs nobody in. */
export class SessionStore extends session.Store {
  constructor(
    private readonly db: Db,
    private readonly clock: () => string,
  ) {
    super();
  }

  override get(id: string, done: (error: unknown, data?: session.SessionData | null) => void): void {
    attempt(done, () => {
      const [idHash, now] = [hashOf(id), this.clock()];
      const row = sql<{ idHash: string; now: string }, { data: string; seenAt: string }>(
        this.db,
        'SELECT data, seen_at AS seenAt FROM sessions WHERE id_hash = @idHash AND expires_at > @now',
      ).get({ idHash, now });
      if (!row) return null;
      if (row.seenAt < hoursAfter(now, -quietMinutes / 60)) seeSession(this.db, idHash, now);
      return JSON.parse(row.data) as session.SessionData;
    });
  }

  override set(id: string, data: session.SessionData, done?: (error?: unknown) => void): void {
    attempt(done, () => {
      const now = this.clock();
      sql<Row>(
        this.db,
        `INSERT INTO sessions (id_hash, person_id, data, seen_at, expires_at)
         VALUES (@idHash, @person, @data, @seenAt, @expiresAt)
         ON CONFLICT (id_hash) DO UPDATE SET person_id = @person, data = @data, seen_at = @seenAt, expires_at = @expiresAt`,
      ).run({
        idHash: hashOf(id),
        person: data.person ?? null,
        data: JSON.stringify(data),
        seenAt: now,
        expiresAt: hoursAfter(now, idleHours),
      });
      sql<{ now: string }>(this.db, 'DELETE FROM sessions WHERE expires_at <= @now').run({ now });
    });
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    attempt(done, () => {
      sql<{ idHash: string }>(this.db, 'DELETE FROM sessions WHERE id_hash = @idHash').run({ idHash: hashOf(id) });
    });
  }
}

/**
 * Writes down that a session is in use. The store does this as it reads, and offers no `touch` of its own: with one,
 * every answer would wait for a write that mostly changes nothing.
 */
function seeSession(db: Db, idHash: string, now: string): void {
  sql<{ idHash: string; now: string; expiresAt: string }>(
    db,
    'UPDATE sessions SET seen_at = @now, expires_at = @expiresAt WHERE id_hash = @idHash',
  ).run({ idHash, now, expiresAt: hoursAfter(now, idleHours) });
}

/** Ends every sign-in of a person: after a new password, or when somebody leaves. */
export function endSessionsOf(db: Db, person: number): void {
  sql<{ person: number }>(db, 'DELETE FROM sessions WHERE person_id = @person').run({ person });
}

function attempt<T>(done: ((error: unknown, value?: T) => void) | undefined, work: () => T): void {
  let value: T;
  try {
    value = work();
  } catch (error) {
    done?.(error);
    return;
  }
  done?.(null, value);
}

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

const hoursAfter = (now: string, hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
