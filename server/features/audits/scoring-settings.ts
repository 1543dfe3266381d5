import type { ScoringSettings } from '../../domain/scoring/settings.js';
import type { Db } from '../../platform/sqlite/open.js';
import { acceptedReasons } from '../settings/accepted-reasons.js';
import { localValues } from '../settings/local-values.js';

/** The moments whose settings hold for an audit; null for those that stand now. */
export interface SettingsOf {
  readOn: string;
  /** When the order began, which tells which limits it is held to. */
  startedOn: string | null;
  limitsAt: string | null;
  reasonsAt: string | null;
}

/** What scoring needs of the service: which reasons for lateness count as met, and its own limits; and which papers it asks for. */
export function scoringSettings(
  db: Db,
  { readOn, startedOn, limitsAt, reasonsAt }: SettingsOf,
): ScoringSettings & { notAsked: ReadonlySet<string> } {
  const { limits, contacts, notAsked } = localValues(db, startedOn, limitsAt ?? theEnd);
  return { readOn, acceptedReasons: acceptedReasons(db, reasonsAt), limits, contacts, notAsked };
}

const theEnd = '9999-12-31T23:59:59.999Z';
