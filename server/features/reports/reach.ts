import type { Reach } from '../../domain/rights.js';

const teamsLed = `SELECT team_id FROM roles_held
  WHERE person_id = @me AND role = 'team-lead' AND from_on <= @today AND (until_on IS NULL OR until_on > @today)`;

/**
 * Which audits count in figures of people for a reader, as a condition on `a`: all, or those of teams that @me leads and
 * of @me's own work. Narrower than the audits that @me may open: who audits in another team learns nothing of its people.
 */
export const countsOfPeopleWithin = (reach: Reach): string =>
  reach.kind === 'all' ? '1' : `(a.work_of_id = @me OR a.team_id IN (${teamsLed}))`;

/** People whose figures exist for a reader, as SQL that gives ids: all, or @me and who belongs to teams that @me leads. */
export const peopleWithin = (reach: Reach): string =>
  reach.kind === 'all'
    ? 'SELECT id FROM people'
    : `SELECT id FROM people WHERE id = @me UNION SELECT person_id FROM memberships WHERE team_id IN (${teamsLed})
         AND from_on <= @today AND (until_on IS NULL OR until_on > @today)`;

/** What the fragments are bound with. */
export const reachParams = (reach: Reach, today: string) => ({ me: reach.kind === 'mine' ? reach.person : 0, today });
