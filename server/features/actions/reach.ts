import type { Reach } from '../../domain/rights.js';

/**
 * Which actions somebody may see, as SQL that gives ids: those that @me owns or is the practitioner of, those of teams
 * that @me leads @today, and those from audits that @me carried out. Null when all are in reach.
 */
export function actionsWithin(reach: Reach): string | null {
  return reach.kind === 'all' ? null : `${mineOnly} UNION ${ofMyTeams} UNION ${fromMyAudits}`;
}

const mineOnly = 'SELECT id FROM actions WHERE owner_id = @me UNION SELECT id FROM actions WHERE practitioner_id = @me';

/** Also the list 'my teams'. */
export const ofMyTeams = `SELECT id FROM actions WHERE team_id IN (
    SELECT team_id FROM roles_held
    WHERE person_id = @me AND role = 'team-lead' AND from_on <= @today AND (until_on IS NULL OR until_on > @today))`;

const fromMyAudits = `SELECT id FROM actions WHERE audit_id IN (SELECT id FROM audits WHERE auditor_id = @me)`;

/** What was agreed after an audit is closed to whoever reads it again, until they have submitted. */
export const notReadAgain = `(a.audit_id IS NULL OR a.audit_id NOT IN (SELECT reaudit_of FROM audits
    WHERE auditor_id = @me AND state IN ('assigned', 'in-progress') AND reaudit_of IS NOT NULL))`;
