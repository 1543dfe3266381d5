import { may, type Act, type Me } from '../../domain/rights.js';
import { auditsOfService } from './audits.store.js';
import { frame, type Frame } from './frame.js';
import type { Reporting } from './reporting.js';
import { queryOf } from './selection.js';

/** What reports there are, and what each is for. */
export interface ReportsPage {
  frame: Frame;
  empty: { title: string; text: string; href: string | null; link: string | null } | null;
  things: { text: string; href: string; line: string }[];
}

const reports: readonly { text: string; path: string; line: string; act: Act }[] = [
  {
    text: 'Practitioners',
    path: '/reports/practitioners',
    act: 'reports.practitioners',
    line: 'What was judged and written of one person’s work, what changed and who audited. For supervision.',
  },
  {
    text: 'Themes',
    path: '/reports/themes',
    act: 'reports.service',
    line: 'What the work is like on planning, victims, contingency and thirteen more, down to the audits behind a figure.',
  },
  {
    text: 'Practitioners and themes',
    path: '/reports/grid',
    act: 'reports.practitioners',
    line: 'Where to look: counts side by side, in order of name.',
  },
  {
    text: 'National Standards',
    path: '/reports/national-standards',
    act: 'reports.service',
    line: 'How often things were done when due, raw and with accepted reasons, and every exception by case.',
  },
  {
    text: 'Papers at entry to custody',
    path: '/reports/custody-papers',
    act: 'reports.service',
    line: 'Every paper that was not there in time, by case, with its cause and what is done about it.',
  },
  {
    text: 'Levels',
    path: '/reports/levels',
    act: 'reports.service',
    line: 'The auditor’s first level of harm and safety against the service’s: where was risk under-estimated?',
  },
  {
    text: 'The service over time',
    path: '/reports/service',
    act: 'reports.service',
    line: 'Grades and scores by quarter, one form at a time, and own against computed grades.',
  },
  {
    text: 'The audits',
    path: '/reports/audits',
    act: 'reports.service',
    line: 'Every agreed audit that you may open.',
  },
  {
    text: 'Every answer',
    path: '/reports/answers',
    act: 'reports.answers',
    line: 'One row an answer, over all versions of the forms, as a file to count elsewhere.',
  },
];

export function reportsPage(r: Reporting): ReportsPage {
  const n = auditsOfService(r.db, r.selection, r.reach, r.today).length;
  const query = queryOf(r.selection, r.today);
  return {
    frame: frame(r, { counted: `${n} agreed` }),
    empty: n === 0 ? nothingYet(r.me) : null,
    things: reports
      .filter(({ act }) => may(r.me, act))
      .map(({ text, path, line }) => ({ text, href: `${path}${query}`, line })),
  };
}

/** An empty report says what is missing to fill it, and to whom it falls. */
function nothingYet(me: Me): ReportsPage['empty'] {
  const title = 'No audit was agreed in this period, so there is nothing to report yet';
  const text =
    'A report fills in four steps: the case list is brought in, a sample is drawn, its audits are carried out and submitted, and a team lead agrees them.';
  if (may(me, 'samples.draw')) return { title, text, href: '/samples', link: 'Go to samples.' };
  return { title, text, href: '/audits', link: 'Go to your audits.' };
}
