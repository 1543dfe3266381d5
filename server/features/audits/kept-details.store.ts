import { createHash } from 'node:crypto';
import type { PersonalDetail } from '../../domain/audits/personal-details.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** Tells whether the auditor looked at a detail in an answer and keeps it. */
export type IsKept = (item: string, occurrence: number, detail: PersonalDetail) => boolean;

/** The details of an audit's answers that its auditor keeps: known again by digest, their words are nowhere here. */
export function keptDetails(db: Db, audit: number): IsKept {
  const kept = new Set(
    sql<{ audit: number }, { digest: string }>(db, 'SELECT digest FROM kept_details WHERE audit_id = @audit')
      .all({ audit })
      .map(({ digest }) => digest),
  );
  return (item, occurrence, detail) => kept.size > 0 && kept.has(digestOf(audit, item, occurrence, detail));
}

export function keepDetail(
  db: Db,
  of: { audit: number; item: string; occurrence: number; by: number; at: string },
  detail: PersonalDetail,
): void {
  const row = { ...of, digest: digestOf(of.audit, of.item, of.occurrence, detail) };
  sql<typeof row>(
    db,
    `INSERT INTO kept_details (audit_id, item_key, occurrence, digest, by_id, at)
     VALUES (@audit, @item, @occurrence, @digest, @by, @at) ON CONFLICT DO NOTHING`,
  ).run(row);
}

/** Another audit, question or row gives another digest: the same words elsewhere are looked at again. */
const digestOf = (audit: number, item: string, occurrence: number, { kind, found }: PersonalDetail): string =>
  createHash('sha256').update([audit, item, occurrence, kind, found.toLowerCase()].join('\n')).digest('hex');
