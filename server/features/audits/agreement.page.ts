import { subjectInSentence, subjectName } from '../../domain/audits/subject.js';
import { whatStopsAgreement, type ToAgree } from '../../domain/audits/may-agree.js';
import { needsActions } from '../../domain/audits/needs-actions.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { gradeName, type Grade } from '../../domain/forms/scales.js';
import type { Fault } from '../../domain/problems.js';
import { faultAt, typed, typedList } from '../../platform/http/typed.js';
import type { Typed } from '../../platform/http/route.js';
import type { Audit } from './audits.store.js';
import { numberOf, type Outcome } from './outcome.js';

interface Again {
  typed: Typed | null;
  faults: readonly Fault[];
}

export interface AgreementPage {
  where: string;
  title: string;
  sentence: string;
  grades: { label: string; grade: string }[];
  /** What still stands in the way; empty when it can be agreed. */
  stops: string[];
  actions: { text: string; href: string };
  asksReason: boolean;
  reason: string;
  reasonFault: string | null;
  canAgree: boolean;
  returnAt: string;
  resultAt: string;
}

/** The page on which an audit is agreed. */
export function agreementPage(audit: Audit, now: ToAgree, again: Again, today: string): AgreementPage {
  const asksReason = needsActions(now.ownGrade, now.computedGrade) && now.actions === 0;
  const stops = whatStopsAgreement(now, asksReason ? 'to be given here' : '', today);
  return {
    where: `${audit.formTitle} · read by ${audit.auditorName}`,
    title: `Agree the audit of ${subjectInSentence(audit)}`,
    sentence: 'An agreed audit counts in every report, and never changes.',
    grades: [
      { label: `${audit.auditorName}’s own grade`, grade: named(now.ownGrade) },
      { label: 'Computed grade', grade: named(now.computedGrade) },
    ],
    stops,
    actions: {
      text: now.actions === 0 ? 'No action' : `${now.actions} ${now.actions === 1 ? 'action' : 'actions'}`,
      href: `/audits/${audit.id}/actions`,
    },
    asksReason,
    reason: typed(again, 'noActionReason'),
    reasonFault: faultAt(again, 'noActionReason'),
    canAgree: stops.length === 0,
    returnAt: `/audits/${audit.id}/return`,
    resultAt: `/audits/${audit.id}/result`,
  };
}

const named = (grade: Grade | null): string => (grade === null ? 'None' : gradeName(grade));

interface ReturnRow {
  itemId: string;
  reasonId: string;
  item: string;
  reason: string;
  itemFault: string | null;
  reasonFault: string | null;
}

export interface ReturnPage {
  title: string;
  where: string;
  questions: { value: string; text: string }[];
  rows: ReturnRow[];
  resultAt: string;
}

/** Up to three questions at a time: what is sent back should be little enough to be done. */
export function returnPage(outcome: Outcome, again: Again): ReturnPage {
  const { audit, applying } = outcome;
  const asked = applying.questions
    .filter(({ occurrence }) => occurrence === 0)
    .map(({ item }) => ({ value: item.key, text: `${numberOf(outcome, item.key)} ${item.question}`.trim() }));
  const items = typedList(again, 'item');
  const reasons = typedList(again, 'reason');
  return {
    title: `Send back the audit of ${subjectInSentence(audit)}`,
    where: `${audit.formTitle} · read by ${audit.auditorName}`,
    questions: [{ value: '', text: 'The whole audit' }, ...asked],
    rows: [1, 2, 3].map((row) => ({
      itemId: `item-${row}`,
      reasonId: `reason-${row}`,
      item: items[row - 1] ?? '',
      reason: reasons[row - 1] ?? '',
      itemFault: faultAt(again, `item-${row}`),
      reasonFault: faultAt(again, `reason-${row}`),
    })),
    resultAt: `/audits/${audit.id}/result`,
  };
}

interface LightRow {
  id: string;
  text: string;
  href: string;
  line: string;
  grades: string;
  stops: string;
  reasonId: string | null;
  reason: string;
  fault: string | null;
  ticked: boolean;
}

export interface ManyPage {
  light: LightRow[];
  full: { text: string; href: string; line: string; says: string }[];
  tickFault: string | null;
}

/** What waits for agreement: light audits to tick, the others each with what it waits for. */
export function manyPage(waiting: readonly { audit: Audit; now: ToAgree }[], again: Again, today: string): ManyPage {
  const ticked = typedList(again, 'audits');
  const rows = typedList(again, 'row');
  const reasons = typedList(again, 'reason');
  const light = waiting.filter(({ now }) => now.agreement === 'light');
  return {
    light: light.map(({ audit, now }) => {
      const id = String(audit.id);
      const asks = needsActions(now.ownGrade, now.computedGrade) && now.actions === 0;
      return {
        id,
        text: subjectName(audit),
        href: `/audits/${id}/result`,
        line: lineOf(audit),
        grades: `${named(now.ownGrade)}, computed ${named(now.computedGrade)}`,
        stops: whatStopsAgreement(now, asks ? 'to be given here' : '', today).join(' '),
        reasonId: asks ? `reason-${id}` : null,
        reason: reasons[rows.indexOf(id)] ?? '',
        fault: faultAt(again, `audit-${id}`),
        ticked: ticked.includes(id),
      };
    }),
    full: waiting
      .filter(({ now }) => now.agreement === 'full')
      .map(({ audit, now }) => ({
        text: `${subjectName(audit)}: ${audit.formTitle}`,
        href: `/audits/${audit.id}/result`,
        line: lineOf(audit),
        says: whatStopsAgreement(now, '', today)[0] ?? 'Can be agreed',
      })),
    tickFault: faultAt(again, 'audits'),
  };
}

function lineOf(audit: Audit): string {
  const submitted = audit.submittedAt === null ? '' : `, submitted ${formatDate(londonDate(audit.submittedAt))}`;
  return `${audit.practitionerName ?? 'No practitioner'}, read by ${audit.auditorName}${submitted}`;
}
