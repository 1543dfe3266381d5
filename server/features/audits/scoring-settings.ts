import type { ScoringSettings } from '../../domain/scoring/settings.js';
import type { Db } from '../../platform/sqlite/open.js';
import { acceptedReasons } from '../settings/accepted-reasons.js';

/** What scoring needs of the service: which reasons for lateness count as met, and its own limits. */
export function scoringSettings(db: Db, readOn: string): ScoringSettings {
  return { readOn, acceptedReasons: acceptedReasons(db), limits: {} };
}
