import type { Reach } from '../../domain/rights.js';

/** Teams that @me leads on @today. */
const teamsLed = `SELECT team_id FROM roles_held
  WHERE person_id = @me AND role = 'team-lead' AND from_on <= @today AND (until_on IS NULL OR until_on > @today)`;

/** Inspections whose readings are out of sight: @me visited, and the access has ended. */
const visitOver = `SELECT inspection_id FROM roles_held WHERE person_id = @me AND role = 'inspector' AND until_on <= @today`;

/** What people of the service see of an inspection: a reading that is agreed. */
const forTheService = `(inspection_id IS NULL OR state = 'agreed')`;

/** Other audits of a case that @me is reading for an inspection: out of sight until it is submitted. */
const notYet = `SELECT o.id FROM audits r JOIN audits o ON o.case_id = r.case_id AND o.auditor_id <> @me
  WHERE r.auditor_id = @me AND r.inspection_id IS NOT NULL AND r.state IN ('assigned', 'in-progress', 'returned')`;

const mine = `SELECT id FROM audits WHERE auditor_id = @me AND (inspection_id IS NULL OR inspection_id NOT IN (${visitOver}))
  UNION SELECT id FROM audits WHERE inspection_id IN (SELECT id FROM inspections WHERE lead_id = @me)
    AND inspection_id NOT IN (${visitOver})
  UNION SELECT id FROM audits WHERE +state = 'agreed' AND inspection_id NOT IN (${visitOver})
    AND inspection_id IN (SELECT inspection_id FROM inspection_readers WHERE person_id = @me AND ended_at IS NULL)
  UNION SELECT id FROM audits WHERE team_id IN (${teamsLed}) AND ${forTheService}
  UNION SELECT id FROM audits WHERE practitioner_id = @me AND state IN ('submitted', 'returned', 'agreed') AND ${forTheService}
  UNION SELECT id FROM audits WHERE work_of_id = @me AND state IN ('submitted', 'returned', 'agreed') AND ${forTheService}
  EXCEPT ${notYet}`;

/**
 * Which audits exist for somebody, as SQL that gives ids: those they carry out, those of teams they lead, and those
 * of their own work once submitted; of inspections those they lead, and agreed ones where they read. Every arm is a
 * search of an index. Bind `reachParams`.
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
