import { calendarDaysBetween } from '../../domain/calendar/days.js';
import { formatDateInFull } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import type { Fault } from '../../domain/problems.js';
import type { Rules } from '../../domain/sampling/rules.js';
import type { Db } from '../../platform/sqlite/open.js';
import { caseForms } from '../forms/forms.store.js';
import type { Auditor } from './auditors.store.js';
import type { NewSample } from './draw.js';
import { membersOfStrata, type Listed } from './frame.js';
import type { FrameTeams } from './frame.store.js';
import type { Sample } from './samples.store.js';

const longestName = 120;
/** A sample that is due later than this was most likely given a wrong year. */
const longestDays = 366;

/** All that stands in the way of a draw, field by field, before there is a seed. */
export function faultsOfDraw(
  wanted: NewSample,
  frame: readonly Listed[],
  within: FrameTeams,
  able: readonly Auditor[],
  first: Sample | undefined,
  today: string,
  db: Db,
): Fault[] {
  return [
    name(wanted),
    form(wanted, db),
    teamsInReach(wanted.rules, within),
    datesInOrder(wanted.rules),
    wanted.method === 'chosen' ? chosen(wanted, frame) : size(wanted, frame),
    due(wanted, today),
    readers(wanted, able) ?? barred(wanted, frame),
    again(wanted, first),
  ].filter((fault) => fault !== null);
}

const fault = (field: string, message: string): Fault => ({ field, at: null, message });

function name(wanted: NewSample): Fault | null {
  if (wanted.name.trim() === '') return fault('name', 'Give the sample a name, for example ‘Autumn 2026, North’.');
  return wanted.name.length > longestName ? fault('name', `Shorten the name to ${longestName} characters.`) : null;
}

function form(wanted: NewSample, db: Db): Fault | null {
  // The questions of a re-audit are made for these cases, and are nobody’s to choose.
  const known = wanted.reauditOf !== undefined || caseForms(db).some(({ id }) => id === wanted.formVersionId);
  return known ? null : fault('form', 'Choose the form that the cases are read with.');
}

export function teamsInReach(rules: Rules, { teams }: FrameTeams): Fault | null {
  return rules.teams.every((id) => teams.includes(id))
    ? null
    : fault('teams', 'Choose among the teams that you may draw from.');
}

export function datesInOrder({ startedFrom, startedUntil }: Rules): Fault | null {
  if (startedFrom === null || startedUntil === null || startedFrom <= startedUntil) return null;
  return fault('until', 'The last day comes before the first. Change one of the two dates.');
}

function chosen(wanted: NewSample, frame: readonly Listed[]): Fault | null {
  if (wanted.chosen.length === 0) return fault('references', 'Type the reference of at least one case.');
  const stopped = frame.find((row) => !row.verdict.eligible);
  if (stopped && !stopped.verdict.eligible)
    return fault('references', `${stopped.case.reference}: ${stopped.verdict.words}`);
  if (frame.length < new Set(wanted.chosen).size)
    return fault('references', 'One of these cases is not in the register any more.');
  if ((wanted.reason ?? '').trim() === '')
    return fault('reason', 'Say why these cases were chosen. It is printed on the certificate.');
  return null;
}

function size(wanted: NewSample, frame: readonly Listed[]): Fault | null {
  const eligible = frame.filter((row) => row.excludedBy === null);
  if (eligible.length === 0)
    return fault('size', 'No case may be drawn under these filters. Widen them and count again.');
  if (wanted.method === 'whole') return null;
  if (wanted.size === null || !Number.isInteger(wanted.size) || wanted.size < 1) {
    return fault('size', 'Type how many as a whole number, 1 or more.');
  }
  const most = wanted.method === 'simple' ? eligible.length : Math.max(...membersOfStrata(eligible));
  if (wanted.size <= most) return null;
  return wanted.method === 'simple'
    ? fault(
        'size',
        `Only ${most} ${most === 1 ? 'case' : 'cases'} may be drawn. Ask for ${most} or fewer, or widen the filters.`,
      )
    : fault('size', `Nobody holds more than ${most} of these cases. Ask for ${most} or fewer of each.`);
}

function due({ dueOn }: NewSample, today: string): Fault | null {
  if (dueOn === null) return fault('due', 'Type the day by which the audits are due, for example 22 Dec 2026.');
  if (dueOn < today) return fault('due', 'This day has gone by. Choose a later one.');
  if (calendarDaysBetween(today, dueOn) > longestDays)
    return fault('due', 'This is more than a year away. Check the year.');
  return null;
}

function readers(wanted: NewSample, able: readonly Auditor[]): Fault | null {
  if (wanted.auditors.length === 0) {
    return able.length === 0
      ? {
          field: 'auditors',
          at: null,
          message: 'Nobody is an auditor yet. The administrator gives the role under People.',
        }
      : fault('auditors', 'Choose at least one auditor.');
  }
  const known = wanted.auditors.every((id) => able.some((auditor) => auditor.id === id));
  return known ? null : fault('auditors', 'Somebody chosen is not an auditor any more. Look through the list again.');
}

/** Asked of every eligible case, not only of those drawn: a draw must never fail after its seed. */
function barred(wanted: NewSample, frame: readonly Listed[]): Fault | null {
  const nobody = frame.filter(
    (row) => row.excludedBy === null && wanted.auditors.every((id) => row.case.holders.includes(id)),
  ).length;
  if (nobody === 0) return null;
  return fault(
    'auditors',
    `${nobody} of the cases that may be drawn ${nobody === 1 ? 'is' : 'are'} held, now or earlier, by everybody chosen here. Choose one more auditor.`,
  );
}

function again(wanted: NewSample, first: Sample | undefined): Fault | null {
  if (wanted.againOf !== null && !first)
    return fault('againReason', 'The earlier sample is not there. Begin again from the list of samples.');
  if (!first || (wanted.againReason ?? '').trim() !== '') return null;
  const on = formatDateInFull(londonDate(first.drawnAt));
  return fault('againReason', `‘${first.name}’ was drawn on ${on}. Say why it is drawn again.`);
}
