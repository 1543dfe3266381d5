import { addMonths } from '../../domain/calendar/days.js';
import type { Part } from '../../domain/inspections/frameworks.js';
import { anyCase, type Rules } from '../../domain/sampling/rules.js';
import { sampleSize } from '../../domain/statistics/sample-size.js';
import type { Db } from '../../platform/sqlite/open.js';
import { listCases, teamsToDrawFrom, type Listed } from '../samples/frame.js';

/** How many are drawn: by the inspectorate’s sum, the whole of a small caseload, or so many. */
export type HowMany = 'inspectorate' | 'whole' | 'number';

/** The inspectorate draws at most so many of one practitioner. */
export const mostOfOne = 6;

/** The dates between which an order began, as the framework’s sampling has them. */
export const windowOf = ({ beganMonthsBefore: [earliest, latest] }: Part, startsOn: string) => ({
  from: addMonths(startsOn, -earliest),
  until: addMonths(startsOn, -latest),
});

/** Who may be drawn: orders of the groups of this part that began between two dates, open or closed. */
export const rulesOfPart = (part: Part, from: string | null, until: string | null): Rules => ({
  ...anyCase,
  orderGroups: [...part.groups],
  startedFrom: from,
  startedUntil: until,
});

/** Every case of the register with the verdict of these rules: an inspection draws from the whole service. */
export const frameOfPart = (db: Db, rules: Rules, howMany: HowMany, today: string): Listed[] =>
  listCases(db, teamsToDrawFrom(db, null, { kind: 'all' }), rules, howMany === 'whole' ? 'whole' : 'simple', today);

/** How many a draw takes of so many that may be drawn. @param asked for 'number' only */
export function sizeOfPart(howMany: HowMany, eligible: number, asked: number): number {
  if (eligible === 0 || howMany === 'whole') return eligible;
  return howMany === 'number' ? Math.min(asked, eligible) : sampleSize(eligible).n;
}
