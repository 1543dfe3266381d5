import type { Reach } from '../../domain/rights.js';

/** Inspections that @me visited and whose access has ended on @today. */
export const accessEnded = `SELECT inspection_id FROM roles_held
  WHERE person_id = @me AND role = 'inspector' AND until_on <= @today`;

/** Inspections that @me leads, and those that @me reads cases for: from outside only until the access ends. */
const mine = `SELECT id FROM (SELECT id FROM inspections WHERE lead_id = @me
    UNION SELECT inspection_id FROM inspection_readers WHERE person_id = @me AND ended_at IS NULL)
  WHERE id NOT IN (${accessEnded})`;

/** Which inspections exist for somebody, as SQL that gives ids. Bind `reachParams`. */
export const inspectionsWithin = (reach: Reach): string => (reach.kind === 'all' ? 'SELECT id FROM inspections' : mine);

export const reachParams = (reach: Reach, today: string): { me: number; today: string } => ({
  me: reach.kind === 'mine' ? reach.person : 0,
  today,
});
