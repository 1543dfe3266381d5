import { latenessReasons } from '../../domain/forms/lateness.js';
import type { ScoringSettings } from '../../domain/scoring/settings.js';
import type { Db } from '../../platform/sqlite/open.js';
import { setting } from '../settings/settings.store.js';

/** What scoring needs of the service: which reasons for lateness count as met, and its own limits. */
export function scoringSettings(db: Db, readOn: string): ScoringSettings {
  return { readOn, acceptedReasons: acceptedReasons(db), limits: {} };
}

/** Codes that the service accepts, kept as one text with spaces between; the list of the forms until it decides. */
function acceptedReasons(db: Db): ReadonlySet<string> {
  const decided = setting(db, 'accepted-reasons');
  if (decided !== null) return new Set(decided.split(' '));
  return new Set(latenessReasons.filter((reason) => reason.acceptedAtFirst).map(({ code }) => code));
}
