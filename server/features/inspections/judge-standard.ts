import type { By } from '../../domain/by.js';
import { grades } from '../../domain/forms/scales.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import { conflict, invalidField, notAllowed, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actor } from '../audits/audit-for-act.js';
import { openInspection } from './inspection-for.js';
import { addProposal, confirmProposal, standardRatingsOf } from './standard-ratings.store.js';

/** The lead judges a standard as a whole, on evidence, with the reason; it holds once a second person has confirmed it. */
export function proposeRating(
  db: Db,
  by: By,
  id: number,
  standard: string,
  given: { rating: string; reason: string },
): number {
  const inspection = openInspection(db, by, id, 'inspections.lead');
  if (!standardsJudged(inspection.framework, inspection.kind).some(({ key }) => key === standard)) throw notFound();
  const rating = grades.find((one) => one === given.rating);
  if (!rating) throw invalidField('rating', 'Choose a rating.');
  if (given.reason.trim() === '') throw invalidField('reason', 'Say on which evidence it rests.');
  by.entry.about('inspections', id, { standard, rating });
  return addProposal(db, {
    inspection: id,
    standard,
    rating,
    reason: given.reason.trim(),
    by: actor(by).id,
    at: by.now,
  });
}

/** A second person of the inspection confirms what was proposed: never whoever proposed it. */
export function confirmRating(db: Db, by: By, id: number, standard: string): void {
  openInspection(db, by, id, 'inspections.judge');
  const proposed = standardRatingsOf(db, id).find((one) => one.standard === standard);
  if (!proposed) throw notFound();
  if (proposed.confirmedBy !== null) throw conflict('This rating is confirmed already.');
  if (proposed.proposedBy === actor(by).id) throw notAllowed('You proposed this rating: a second person confirms it.');
  confirmProposal(db, { id: proposed.id, by: actor(by).id, at: by.now });
  by.entry.about('inspections', id, { standard });
}
