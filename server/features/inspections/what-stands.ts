import type { Db } from '../../platform/sqlite/open.js';
import { countsSoFar } from './counts.js';
import { findingsOf } from './findings.store.js';
import type { Inspection } from './inspections.store.js';
import { standingRatings } from './rated.js';
import { leftPlacesOf, readingsOf } from './readings.store.js';
import { settledOf } from './settled.store.js';
import { standardRatingsOf } from './standard-ratings.store.js';

/**
 * What an inspection comes to as it stands now, small enough to be kept with its closing: numbers and keys, the words of
 * judgements stay where they are.
 */
export function whatStands(db: Db, inspection: Inspection, today: string): object {
  const readings = readingsOf(db, inspection.id);
  return {
    readings: readings.map(({ id, part, place, reading, state }) => ({ audit: id, part, place, reading, state })),
    left: leftPlacesOf(db, inspection.id).length,
    counts: countsSoFar(db, inspection),
    settled: settledOf(db, inspection.id).map(({ auditId, itemKey, value }) => ({
      audit: auditId,
      item: itemKey,
      value,
    })),
    standards: standardRatingsOf(db, inspection.id).map(({ standard, rating, confirmedBy }) => ({
      standard,
      rating,
      confirmed: confirmedBy !== null,
    })),
    ratings: standingRatings(db, inspection, today),
    findings: findingsOf(db, inspection.id).length,
  };
}
