import type { By } from '../../domain/by.js';
import { conflict } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { openInspection } from './inspection-for.js';
import { moveInspection } from './inspections.store.js';

/** The days begin: from now on the inspection is under way. */
export function beginInspection(db: Db, by: By, id: number): void {
  const inspection = openInspection(db, by, id, 'inspections.lead');
  if (inspection.state !== 'prepared') throw conflict('This inspection is under way already.');
  moveInspection(db, { id, to: 'running', reason: null, result: null, by: by.me?.id ?? null, now: by.now });
  by.entry.about('inspections', id);
}
