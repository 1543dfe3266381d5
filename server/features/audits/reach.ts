import type { Reach } from '../../domain/rights.js';

/** Teams that @me leads on @today. */
const teamsLed = `SELECT team_id FROM roles_held
  WHERE person_id = @me AND role = 'team-lead' AND from_on <= @today AND (until_on IS NULL OR until_on > @today)`;

const mine = `SELECT id FROM audits WHERE auditor_id = @me
  UNION SELECT id FROM audits WHERE team_id IN (${teamsLed})
  UNION SELECT id FROM audits WHERE practitioner_id = @me AND state IN ('submitted', 'returned', 'agreed')
  UNION SELECT id FROM audits WHERE work_of_id = @me AND state IN ('submitted', 'returned', 'agreed')`;

/**
 * Which audits exist for somebody, as SQL that gives ids: those they carry out, those of teams they lead, and those
 * of their own work once submitted. Every arm is a search of an index. Bind `reachParams`.
 */
export const auditsWithin = (reach: Reach): string => (reach.kind === 'all' ? 'SELECT id FROM audits' : mine);

/**
 * The same as a condition on one audit, named by the column of its id: a search by key in each arm, however many audits
 * somebody has carried out over the years.
 */
export const isWithin = (reach: Reach, id: string): string =>
  reach.kind === 'all' ? '1' : `EXISTS (SELECT 1 FROM (${mine}) w WHERE w.id = ${id})`;

/** What the fragments are bound with. */
export const reachParams = (reach: Reach, today: string): { me: number; today: string } => ({
  me: reach.kind === 'mine' ? reach.person : 0,
  today,
});
