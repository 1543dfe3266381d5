import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface Written {
  item: string;
  value: string | null;
  note: string | null;
}

/** What was written in one audit: answers and the notes beside them. */
export function writtenIn(db: Db, audit: number): Written[] {
  return sql<{ audit: number }, Written>(
    db,
    'SELECT item_key AS item, value, note FROM answers WHERE audit_id = @audit AND occurrence = 0',
  ).all({ audit });
}

export interface Answered extends Written {
  occurrence: number;
}

/** Every answer of one audit, row by row. */
export function answersIn(db: Db, audit: number): Answered[] {
  return sql<{ audit: number }, Answered>(
    db,
    'SELECT item_key AS item, occurrence, value, note FROM answers WHERE audit_id = @audit',
  ).all({ audit });
}

export interface SectionJudged {
  section: string;
  judgement: 'sufficient' | 'not-sufficient' | null;
}

/** What the auditor judged of each section of one audit. */
export function sectionsJudged(db: Db, audit: number): SectionJudged[] {
  return sql<{ audit: number }, SectionJudged>(
    db,
    'SELECT section_key AS section, judgement FROM section_results WHERE audit_id = @audit',
  ).all({ audit });
}
