import { countsOf, type QuestionCount } from '../../domain/inspections/counts.js';
import type { Db } from '../../platform/sqlite/open.js';
import type { Inspection } from './inspections.store.js';
import { judgementsOf } from './judgements.store.js';
import { questionsOfForm } from './question-words.js';
import { readingsOf } from './readings.store.js';

/** Counts so far, by key question as its form names it: settled judgements hold, a second reading does not count. */
export function countsSoFar(db: Db, { id }: Inspection): QuestionCount[] {
  const versions = new Map(readingsOf(db, id).map((reading) => [reading.id, reading.formVersionId]));
  const counted = judgementsOf(db, id).map(({ auditId, itemKey, value, settled }) => ({
    question: questionsOfForm(db, versions.get(auditId) ?? 0).get(itemKey) ?? itemKey,
    value: settled ?? value,
  }));
  return countsOf(counted).toSorted((a, b) => a.question.localeCompare(b.question, 'en'));
}
