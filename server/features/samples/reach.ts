import type { Reach } from '../../domain/rights.js';

/** Ids of the teams that @me leads on @today. */
export const teamsLedByMe = `SELECT team_id FROM roles_held
  WHERE person_id = @me AND role = 'team-lead' AND from_on <= @today AND (until_on IS NULL OR until_on > @today)`;

/**
 * Which samples somebody may see, as SQL that gives ids: those with an audit in a team that @me leads, and those that
 * @me drew. Null when all are in reach.
 */
export function samplesWithin(reach: Reach): string | null {
  if (reach.kind === 'all') return null;
  return `SELECT sample_id FROM audits WHERE team_id IN (${teamsLedByMe})
    UNION SELECT id FROM samples WHERE drawn_by = @me`;
}

/** What the fragments above are bound with. */
export const reachParams = (reach: Reach, today: string) => ({ me: reach.kind === 'mine' ? reach.person : 0, today });
