import { formatDate, formatDateInFull } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { custodyPapers, isLate } from '../../domain/reports/late-papers.js';
import type { CountedAudit } from './audits.store.js';
import { concernsInPeriod, papersInPeriod, type ConcernOfAudit } from './listed.store.js';
import { isIn } from './counting.js';
import type { Reporting } from './reporting.js';

/** One thing that no small number hides. */
export interface Listed {
  reference: string;
  href: string;
  text: string;
}

/**
 * Every Inadequate, every concern and every late custody paper, by case, among these audits and within reach, newest
 * first.
 */
export function alwaysListed(r: Reporting, audits: readonly CountedAudit[], withName: boolean): Listed[] {
  const open = audits.filter((audit) => audit.within && isIn(r.selection, audit));
  const within = new Map(open.map((audit) => [audit.id, audit]));
  const concerns = concernsInPeriod(r.db, r.selection).filter(({ audit }) => within.has(audit));
  const late = latePapers(r, within);
  const lines = [...within.values()].flatMap((audit) => {
    const says = [
      ...(isInadequate(audit) ? ['Inadequate'] : []),
      ...(late.get(audit.id) ?? []),
      ...concerns.filter((concern) => concern.audit === audit.id).map(concernInWords),
    ];
    if (says.length === 0) return [];
    const name = withName ? `, ${r.person(audit.practitioner)}` : '';
    return [{ ...caseOf(audit), text: `${says.join('; ')}. Agreed ${formatDate(audit.agreedOn)}${name}` }];
  });
  return lines.reverse();
}

/** Whether the auditor or the form says that an audit is Inadequate. */
export const isInadequate = ({ ownGrade, computedGrade }: CountedAudit): boolean =>
  ownGrade === 'inadequate' || computedGrade === 'inadequate';

/** A case reference that leads to the audit. */
export const caseOf = ({ id, reference }: CountedAudit): { reference: string; href: string } => ({
  reference: reference ?? 'erased case',
  href: `/audits/${id}/result`,
});

function latePapers(r: Reporting, within: ReadonlyMap<number, CountedAudit>): Map<number, string[]> {
  const results = papersInPeriod(r.db, r.selection).filter(({ audit }) => within.has(audit));
  const late = new Map<number, string[]>();
  for (const { audit, item, occurrence, outcome } of results) {
    const hasRows = results.some((other) => other.audit === audit && other.item === item && other.occurrence > 0);
    if (!isLate(outcome) || (hasRows && occurrence === 0)) continue;
    late.set(audit, [...(late.get(audit) ?? []), `Late custody paper: ${custodyPapers[item] ?? item}`]);
  }
  return late;
}

/** 'concern 9 July 2026: acknowledged in 40 minutes, closed' */
export function concernInWords({ raisedAt, acknowledgedAt, state }: ConcernOfAudit): string {
  const on = `concern ${formatDateInFull(londonDate(raisedAt))}`;
  if (state === 'raised' || acknowledgedAt === null)
    return `${on}: ${state === 'closed' ? 'closed' : 'not acknowledged yet'}`;
  return `${on}: acknowledged ${waited(raisedAt, acknowledgedAt)}${state === 'closed' ? ', closed' : ''}`;
}

function waited(from: string, to: string): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  if (minutes < 120) return `in ${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `in ${hours} hours` : `in ${Math.round(hours / 24)} days`;
}
