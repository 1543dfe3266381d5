import { subjectName } from '../../domain/audits/subject.js';
import { formatDate, formatDateInFull, formatTime } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { whatApplies } from '../../domain/forms/applies.js';
import type { Db } from '../../platform/sqlite/open.js';
import { unitRow, type Mark, type Units } from '../../platform/svg/units.js';
import { auditById } from '../audits/audits.store.js';
import { filledAudit } from '../audits/filled-audit.js';
import { comeBacksIn, lastWrittenIn, type AuditAtHome } from './home.store.js';

export interface Resume {
  where: string;
  reference: string;
  href: string;
  units: Units | null;
  says: string;
}

/** The audit in which somebody wrote last: how far it is. Nothing of the service's levels can show in it. */
export function resumeOf(db: Db, me: number, today: string, yours: readonly AuditAtHome[]): Resume | null {
  const last = lastWrittenIn(db, me);
  const here = yours.find((audit) => audit.id === last?.audit);
  const audit = here && auditById(db, here.id, { kind: 'mine', person: me }, today);
  if (!last || !here || !audit) return null;
  const questions = whatApplies(filledAudit(db, audit).shown).questions.filter(({ item }) => item.kind !== 'echo');
  const answered = questions.filter(({ answer }) => answer?.value != null).length;
  const marks = questions.map((_, i): Mark => (i < answered ? 'yes' : 'no'));
  const back = comeBacksIn(db, audit.id, me);
  return {
    where: `${here.form} · ${here.sample}`,
    reference: subjectName(here),
    href: `/audits/${audit.id}`,
    units: marks.length > 0 ? unitRow(marks) : null,
    says: [
      `${answered} of ${questions.length} answered${back > 0 ? `, ${back} to come back to` : ''}.`,
      `Saved ${savedAt(last.at, today)}. Due ${formatDateInFull(here.dueOn)}.`,
    ].join(' '),
  };
}

const savedAt = (at: string, today: string): string =>
  londonDate(at) === today ? formatTime(at) : formatDate(londonDate(at));
