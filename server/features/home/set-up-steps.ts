import { may, type Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { setUpSoFar } from './service.store.js';

export interface SetUpStep {
  text: string;
  line: string;
  isDone: boolean;
  href: string | null;
}

/** The three first steps of a service, with ticks, until all are done; null for whoever can do none of them. */
export function setUpSteps(db: Db, me: Me, today: string): SetUpStep[] | null {
  if (!may(me, 'cases.import')) return null;
  const done = setUpSoFar(db, today);
  if (done.caseList && done.people && done.sample) return null;
  const step = (isDone: 0 | 1, text: string, line: string, href: string | null): SetUpStep => ({
    text,
    line,
    isDone: isDone === 1,
    href: isDone ? null : href,
  });
  return [
    step(
      done.caseList,
      'Bring in your case list',
      'An export of your case system, as CSV or Excel',
      '/cases/imports/new',
    ),
    step(
      done.people,
      'Name your people',
      'At least an auditor, and a manager who agrees',
      may(me, 'people.manage') ? '/people/new' : null,
    ),
    step(
      done.sample,
      'Draw a first sample',
      'A dip of five cases takes an hour in all',
      may(me, 'samples.draw') ? '/samples/new' : null,
    ),
  ];
}
