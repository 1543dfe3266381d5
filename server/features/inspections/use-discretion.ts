import type { By } from '../../domain/by.js';
import { grades, type Grade } from '../../domain/forms/scales.js';
import { conflict, invalid, notFound, type Fault } from '../../domain/problems.js';
import { mayMoveTo } from '../../domain/ratings/discretion.js';
import { grounds } from '../../domain/ratings/flags.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addDiscretion, discretionsOf } from './discretions.store.js';
import { openInspection } from './inspection-for.js';
import { ratedInspection } from './rated.js';

/** A decision as it was typed. */
export interface TypedDecision {
  to: string;
  reason: string;
  /** That the size of the sub-sample, the other key questions and how far they diverge were looked at. */
  looked: boolean;
}

/** Moves a flagged standard one step, by a named person and with a reason. */
export function useDiscretion(db: Db, by: By, inspectionId: number, key: string, typed: TypedDecision): void {
  const inspection = openInspection(db, by, inspectionId, 'inspections.lead');
  const standard = ratedInspection(db, inspection, by.today).ratings?.standards.find((one) => one.key === key);
  if (!standard) throw notFound();
  const flagged = grounds(standard.flags);
  const among = mayMoveTo(standard.byRule, flagged);
  if (among.length === 0) throw conflict('No flag is there any more, so the rule holds.');
  const to = among.find((rating) => rating === typed.to);
  const faults: Fault[] = [];
  if (!to) faults.push({ field: 'to', at: null, message: 'Choose the rating that it moves to: one step up or down.' });
  if (typed.reason.trim() === '')
    faults.push({ field: 'reason', at: null, message: 'Say why. It is printed beside both ratings.' });
  if (!typed.looked) faults.push({ field: 'looked', at: null, message: 'Look at these first, and tick.' });
  if (faults.length > 0 || !to || !standard.byRule) throw invalid(faults);
  addDiscretion(db, {
    inspection: inspectionId,
    standard: key,
    fromRating: standard.byRule,
    toRating: to,
    grounds: flagged,
    reason: typed.reason.trim(),
    by: actor(by),
    now: by.now,
    undoes: null,
  });
  by.entry.about('inspections', inspectionId, { standard: key });
}

/** Takes a decision back: the rule holds again. Both stay written down. */
export function undoDiscretion(db: Db, by: By, inspectionId: number, key: string, reason: string): void {
  openInspection(db, by, inspectionId, 'inspections.lead');
  const last = discretionsOf(db, inspectionId).findLast(({ standard }) => standard === key);
  if (!last?.toRating) throw conflict('There is no decision to undo.');
  if (reason.trim() === '') throw invalid([{ field: 'undoReason', at: null, message: 'Say why.' }]);
  addDiscretion(db, {
    inspection: inspectionId,
    standard: key,
    fromRating: last.toRating,
    toRating: null,
    grounds: [],
    reason: reason.trim(),
    by: actor(by),
    now: by.now,
    undoes: last.id,
  });
  by.entry.about('inspections', inspectionId, { standard: key });
}

/** Sets the overall where a standard is not rated and the rule gives none; an empty rating leaves it open again. */
export function setOverall(db: Db, by: By, inspectionId: number, typed: { rating: string; reason: string }): void {
  const inspection = openInspection(db, by, inspectionId, 'inspections.lead');
  const { ratings } = ratedInspection(db, inspection, by.today);
  if (!ratings) throw notFound();
  if (ratings.afterDiscretion.rating !== null)
    throw conflict('All twelve standards are rated, so the rule gives the overall.');
  const to: Grade | null = grades.find((rating) => rating === typed.rating) ?? null;
  if (typed.reason.trim() === '')
    throw invalid([{ field: 'reason', at: null, message: 'Say why. It is printed beside the rating.' }]);
  addDiscretion(db, {
    inspection: inspectionId,
    standard: 'overall',
    fromRating: null,
    toRating: to,
    grounds: [],
    reason: typed.reason.trim(),
    by: actor(by),
    now: by.now,
    undoes: null,
  });
  by.entry.about('inspections', inspectionId, { standard: 'overall' });
}

/** A decision by discretion always has a name. */
function actor({ me }: By): number {
  if (!me) throw conflict('A decision by discretion is a named person’s, made while signed in.');
  return me.id;
}
