import type { By } from '../../domain/by.js';
import { invalid, notFound, type Fault } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addFinding, findingsOf, isFindingKind, removeFinding } from './findings.store.js';
import { openInspection } from './inspection-for.js';

/** More recommendations than this are not followed. */
export const mostRecommendations = 6;

export interface FindingGiven {
  kind: string;
  standard: string;
  wording: string;
  forRole: string;
}

/** Writes down a strength, an area for improvement, or a recommendation to a role. */
export function writeFinding(db: Db, by: By, id: number, given: FindingGiven): number {
  openInspection(db, by, id, 'inspections.judge');
  const { kind } = given;
  const fault = (field: string, message: string): Fault => ({ field, at: null, message });
  const recommended = findingsOf(db, id).filter((one) => one.kind === 'recommendation').length;
  const faults = [
    isFindingKind(kind) ? null : fault('kind', 'Choose what it is.'),
    given.wording.trim() === '' ? fault('wording', 'Say it in a sentence or two.') : null,
    kind === 'recommendation' && given.forRole.trim() === ''
      ? fault('forRole', 'Say whom it is for: a role, for example ‘Head of service’.')
      : null,
    kind === 'recommendation' && recommended >= mostRecommendations
      ? fault('kind', `There are ${mostRecommendations} recommendations: take one out first.`)
      : null,
  ].filter((found) => found !== null);
  if (faults.length > 0 || !isFindingKind(kind)) throw invalid(faults);
  by.entry.about('inspections', id, { kind });
  return addFinding(db, {
    inspection: id,
    kind,
    standard: given.standard.trim() || null,
    wording: given.wording.trim(),
    forRole: kind === 'recommendation' ? given.forRole.trim() : null,
    by: by.me?.id ?? null,
    at: by.now,
  });
}

/** Takes a finding out; one that became an action stays. */
export function takeFindingOut(db: Db, by: By, id: number, finding: number): void {
  openInspection(db, by, id, 'inspections.judge');
  if (!removeFinding(db, id, finding, by.now)) throw notFound('This finding became an action, or is out already.');
  by.entry.about('inspections', id, { finding });
}
