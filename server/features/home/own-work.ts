import { subjectName } from '../../domain/audits/subject.js';
import { factDaysOver } from '../../domain/audits/fact-days.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { workingDaysBetween } from '../../domain/calendar/working-days.js';
import type { AuditAtHome } from './home.store.js';
import type { Thing } from './late.js';

/** Audits of a practitioner's own work: told when selected, with the form; then the days to put facts right. */
export const ownWork = (audits: readonly AuditAtHome[], today: string): Thing[] =>
  audits.map((audit) => ({ text: subjectName(audit), ...standing(audit, today) }));

/** Whether it is the practitioner's turn. */
export const isTheirTurn = (audit: AuditAtHome, today: string): boolean =>
  audit.state === 'submitted' && !factDaysOver(audit, today);

function standing(audit: AuditAtHome, today: string): Omit<Thing, 'text'> {
  if (audit.state === 'assigned' || audit.state === 'in-progress') {
    return {
      href: `/forms/${audit.formKey}`,
      line: `Selected for ${audit.form} by ${audit.auditor}. The form is open to you.`,
      says: audit.state === 'assigned' ? 'not begun' : 'being read',
    };
  }
  const href = `/audits/${audit.id}`;
  if (audit.state === 'returned') {
    return { href, line: `${audit.form} by ${audit.auditor}: back with the auditor`, says: 'sent back' };
  }
  if (!isTheirTurn(audit, today)) {
    return { href, line: `${audit.form} by ${audit.auditor}: your days are over`, says: 'waits to be agreed' };
  }
  return {
    href,
    line: `Your result is here: ${audit.form} by ${audit.auditor}. Put facts right, or say that there is nothing.`,
    says: daysLeft(audit.factsUntil ?? today, today),
  };
}

function daysLeft(until: string, today: string): string {
  const days = workingDaysBetween(today, until);
  if (days === 0) return 'last day today';
  return `${days} working ${days === 1 ? 'day' : 'days'} left, until ${formatDate(until)}`;
}
