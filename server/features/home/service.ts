import { addMonths } from '../../domain/calendar/days.js';
import { formatDate, formatDateInFull } from '../../domain/calendar/format-date.js';
import { inWords, minutesWaited } from '../../domain/concerns/waiting.js';
import type { Db } from '../../platform/sqlite/open.js';
import { unacknowledged } from '../concerns/concerns.store.js';
import { failedTwiceSince, inadequateSince } from './home.store.js';
import type { Thing } from './late.js';
import { actionFigures, latestSample, openCasesAudited } from './service.store.js';

export interface Figure {
  n: string;
  text: string;
  state?: 'concern' | 'late';
  href?: string;
  link?: string;
}

/** Four counts of the whole service, each leading to what it counts. */
export function serviceFigures(db: Db, now: string, today: string): Figure[] {
  return [concerns(db, now, today), actions(db, today), sample(db), cases(db, today)];
}

function concerns(db: Db, now: string, today: string): Figure {
  const waiting = unacknowledged(db, { kind: 'all' }, today);
  const [first] = waiting;
  const text = `${waiting.length === 1 ? 'concern' : 'concerns'} not acknowledged`;
  if (!first) return { n: '0', text, href: '/concerns', link: 'All concerns' };
  const about = first.reference ?? first.raiser;
  return {
    n: String(waiting.length),
    text,
    state: 'concern',
    href: waiting.length === 1 ? `/concerns/${first.id}` : '/concerns',
    link: `${about}, ${inWords(minutesWaited(first.raisedAt, now))}, ${first.named}`,
  };
}

function actions(db: Db, today: string): Figure {
  const { open, overdue, completed } = actionFigures(db, today);
  return {
    n: String(overdue),
    text: `${overdue === 1 ? 'action' : 'actions'} overdue`,
    ...(overdue > 0 ? { state: 'late' as const } : {}),
    href: '/actions',
    link: `of ${open} open; ${completed} ${completed === 1 ? 'waits' : 'wait'} to be verified`,
  };
}

function sample(db: Db): Figure {
  const last = latestSample(db);
  if (!last) return { n: '0', text: 'audits agreed', href: '/samples/new', link: 'Draw a first sample' };
  return {
    n: `${last.agreed} of ${last.places}`,
    text: 'audits agreed',
    href: `/samples/${last.id}`,
    link: `${last.name}, due ${formatDateInFull(last.dueOn)}`,
  };
}

function cases(db: Db, today: string): Figure {
  const { open, audited } = openCasesAudited(db, addMonths(today, -12));
  if (open === 0) return { n: '0', text: 'open cases', href: '/cases/imports/new', link: 'Bring in the case list' };
  return { n: `${audited} of ${open}`, text: 'open cases audited in twelve months', href: '/cases', link: 'All cases' };
}

/** Cases that are listed whatever the numbers: in the last twelve months rated Inadequate, or as weak when read again. */
export function alwaysListed(db: Db, today: string): Thing[] {
  const since = addMonths(today, -12);
  const inadequate = inadequateSince(db, since).map(({ id, reference, agreedOn }) => ({
    text: reference ?? 'erased case',
    href: `/audits/${id}`,
    line: `Inadequate, ${formatDate(agreedOn)}`,
  }));
  const again = failedTwiceSince(db, since).map(({ id, reference, agreedOn, questions }) => ({
    text: reference ?? 'erased case',
    href: `/audits/${id}/before-and-after`,
    line: `${questions} ${questions === 1 ? 'question' : 'questions'} fell short for the second time, ${formatDate(agreedOn)}`,
  }));
  return [...inadequate, ...again];
}
