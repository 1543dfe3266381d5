import { subjectName } from '../../domain/audits/subject.js';
import { stateNames } from '../../domain/audits/states.js';
import { calendarDaysBetween } from '../../domain/calendar/days.js';
import { date, state, table, text, type Table } from '../../platform/table.js';
import type { Audit } from './audits.store.js';

export interface ListPage {
  mine: { text: string; href: string; line: string; state: string | null; says: string }[];
  nothing: string;
  isAuditor: boolean;
  others: Table;
  older: string | null;
  newest: string | null;
}

export const pageSize = 50;

export function listPage(
  mine: readonly Audit[],
  others: readonly Audit[],
  today: string,
  isAuditor: boolean,
  isFirst: boolean,
): ListPage {
  const last = others.length === pageSize ? others.at(-1) : undefined;
  return {
    mine: mine.map((audit) => ({
      text: `${subjectName(audit)}, ${audit.formTitle}`,
      href: `/audits/${audit.id}`,
      line: [audit.practitionerName, audit.teamName].filter((part) => part !== null).join(', '),
      ...dueInWords(audit, today),
    })),
    nothing: 'Nothing waits for you to be audited.',
    isAuditor,
    others: othersTable(others, today),
    older: last ? `/audits?before=${last.id}` : null,
    newest: isFirst ? null : '/audits',
  };
}

/** Late by how much; before the day no mark. */
function dueInWords(audit: Audit, today: string): { state: string | null; says: string } {
  const late = calendarDaysBetween(audit.dueOn, today);
  if (audit.state === 'returned') return { state: 'gap', says: 'Sent back to you' };
  if (late > 0)
    return { state: 'late', says: `${stateNames[audit.state]}, overdue by ${late} ${late === 1 ? 'day' : 'days'}` };
  const left = late === 0 ? 'due today' : `due in ${-late} ${late === -1 ? 'day' : 'days'}`;
  return { state: null, says: `${stateNames[audit.state]}, ${left}` };
}

export function othersTable(audits: readonly Audit[], today: string): Table {
  return table({
    key: 'audits',
    title: 'Audits',
    sentence: 'Audits that you may see, the newest first.',
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'form', head: 'Form', kind: 'text' },
      { key: 'practitioner', head: 'Practitioner', kind: 'text' },
      { key: 'team', head: 'Team', kind: 'text' },
      { key: 'auditor', head: 'Auditor', kind: 'text' },
      { key: 'state', head: 'State', kind: 'text' },
      { key: 'due', head: 'Due', kind: 'date' },
    ],
    rows: audits.map((audit) => ({
      case: text(subjectName(audit), { href: `/audits/${audit.id}` }),
      form: text(audit.formTitle),
      practitioner: text(audit.practitionerName ?? notRecorded(audit)),
      team: text(audit.teamName ?? notRecorded(audit)),
      auditor: text(audit.auditorName),
      state: stateCell(audit, today),
      due: date(audit.dueOn),
    })),
  });
}

const notRecorded = ({ subject }: Audit): string => (subject === 'service' ? '–' : 'Not recorded');

function stateCell(audit: Audit, today: string) {
  const isOpen = audit.state === 'assigned' || audit.state === 'in-progress';
  return isOpen && audit.dueOn < today
    ? state('late', `${stateNames[audit.state]}, overdue`)
    : text(stateNames[audit.state]);
}
