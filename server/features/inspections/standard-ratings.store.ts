import type { Grade } from '../../domain/forms/scales.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** A standard judged as a whole, on evidence: proposed by one person, confirmed by another. */
export interface StandardRating {
  id: number;
  standard: string;
  rating: Grade;
  reason: string;
  proposedBy: number;
  proposedByName: string;
  proposedAt: string;
  confirmedBy: number | null;
  confirmedByName: string | null;
  confirmedAt: string | null;
}

export interface Proposal {
  inspection: number;
  standard: string;
  rating: Grade;
  reason: string;
  by: number;
  at: string;
}

export function addProposal(db: Db, proposal: Proposal): number {
  const added = sql<Proposal>(
    db,
    `INSERT INTO standard_ratings (inspection_id, standard, rating, reason, proposed_by, proposed_at)
     VALUES (@inspection, @standard, @rating, @reason, @by, @at)`,
  ).run(proposal);
  return Number(added.lastInsertRowid);
}

export function confirmProposal(db: Db, confirmed: { id: number; by: number; at: string }): void {
  sql<typeof confirmed>(
    db,
    'UPDATE standard_ratings SET confirmed_by = @by, confirmed_at = @at WHERE id = @id AND confirmed_by IS NULL',
  ).run(confirmed);
}

const columns = `r.id, r.standard, r.rating, r.reason, r.proposed_by AS proposedBy, p.name AS proposedByName,
  r.proposed_at AS proposedAt, r.confirmed_by AS confirmedBy, q.name AS confirmedByName, r.confirmed_at AS confirmedAt`;
const from = `FROM standard_ratings r JOIN people p ON p.id = r.proposed_by LEFT JOIN people q ON q.id = r.confirmed_by`;

/** The rating of each standard that holds: the newest proposed. */
export function standardRatingsOf(db: Db, inspection: number): StandardRating[] {
  return sql<{ inspection: number }, StandardRating>(
    db,
    `SELECT ${columns} ${from} WHERE r.id IN (
       SELECT max(id) FROM standard_ratings WHERE inspection_id = @inspection GROUP BY standard) ORDER BY r.standard`,
  ).all({ inspection });
}

/** Every rating that was proposed for one standard, oldest first. */
export function proposalsOf(db: Db, inspection: number, standard: string): StandardRating[] {
  return sql<{ inspection: number; standard: string }, StandardRating>(
    db,
    `SELECT ${columns} ${from} WHERE r.inspection_id = @inspection AND r.standard = @standard ORDER BY r.id`,
  ).all({ inspection, standard });
}
