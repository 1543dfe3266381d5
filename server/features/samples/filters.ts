import { Type as T, type Static } from '@sinclair/typebox';
import { formatDate } from '../../domain/calendar/format-date.js';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { levels, type Level } from '../../domain/forms/scales.js';
import type { Fault } from '../../domain/problems.js';
import { isOrderType, orderGroups, type OrderGroup } from '../../domain/register/orders.js';
import { anyCase, type Rules } from '../../domain/sampling/rules.js';

const words = T.String({ default: '', maxLength: 200 });
const list = T.Array(T.String({ maxLength: 40 }), { default: [], maxItems: 200 });

/** The filters as they stand in an address and in a form. `counted` is there as soon as somebody has counted once. */
export const filterFields = {
  counted: words,
  status: words,
  kinds: list,
  from: words,
  until: words,
  harm: list,
  safety: list,
  reoffending: list,
  flags: list,
  teams: list,
  practitioner: words,
  months: words,
};

export type Filters = { [Field in keyof typeof filterFields]: Static<(typeof filterFields)[Field]> };

/** What a new sample begins with. */
export const atFirst: Filters = {
  counted: '',
  status: 'open',
  kinds: [],
  from: '',
  until: '',
  harm: [],
  safety: [],
  reoffending: [],
  flags: [],
  teams: [],
  practitioner: '',
  months: '12',
};

/** Open, closed or both, with how long ago a closed one may have ended. */
export const statuses: Readonly<Record<string, { says: string; asks: Pick<Rules, 'status' | 'endedWithinMonths'> }>> = {
  open: { says: 'Open', asks: { status: 'open', endedWithinMonths: null } },
  'open-3': { says: 'Open, or ended in the last 3 months', asks: { status: 'any', endedWithinMonths: 3 } },
  'open-12': { says: 'Open, or ended in the last 12 months', asks: { status: 'any', endedWithinMonths: 12 } },
  'closed-3': { says: 'Ended in the last 3 months', asks: { status: 'closed', endedWithinMonths: 3 } },
  'closed-12': { says: 'Ended in the last 12 months', asks: { status: 'closed', endedWithinMonths: 12 } },
  any: { says: 'Open or closed', asks: { status: 'any', endedWithinMonths: null } },
};

export const flags: Readonly<Record<string, string>> = {
  custody: 'In custody, now or before',
  mappa: 'Under MAPPA',
  'looked-after': 'Looked after',
  'child-protection': 'Child protection plan',
};

/** Rules out of what was typed; what can't be taken asks nothing and is told beside its field. */
export function readFilters(given: Filters): { rules: Rules; faults: Fault[] } {
  const faults: Fault[] = [];
  const told = (field: string, message: string) => faults.push({ field, at: null, message });
  const read = <V>(
    field: 'from' | 'until' | 'months',
    reader: (typed: string) => V | null,
    message: string,
  ): V | null => {
    const typed = given[field].trim();
    const value = typed === '' ? null : reader(typed);
    if (typed !== '' && value === null) told(field, message);
    return value;
  };
  const status = Object.hasOwn(statuses, given.status) ? statuses[given.status] : undefined;
  if (!status) told('status', 'Choose whether open or closed orders may be drawn.');
  const rules: Rules = {
    ...anyCase,
    ...status?.asks,
    orderGroups: given.kinds.filter(isOrderGroup),
    orderTypes: given.kinds.filter(isOrderType),
    startedFrom: read('from', parseDate, 'This is not a date. Type it like 1 Jan 2026.'),
    startedUntil: read('until', parseDate, 'This is not a date. Type it like 30 Sep 2026.'),
    teams: ids(given.teams),
    practitioners: ids(given.practitioner === '' ? [] : [given.practitioner]),
    harmLevels: given.harm.filter(isLevel),
    safetyLevels: given.safety.filter(isLevel),
    reoffendingLevels: given.reoffending.filter(isLevel),
    notAuditedForMonths: read('months', monthsIn, 'Type a whole number of months, 1 to 120, or leave it empty.'),
    ...flagsIn(given.flags),
  };
  return { rules, faults };
}

/** Rules as filters again, to begin a new sample from an old one. */
export function filtersOf(rules: Rules): Filters {
  const asked = Object.entries(statuses).find(
    ([, { asks }]) => asks.status === rules.status && asks.endedWithinMonths === rules.endedWithinMonths,
  );
  const flag = (key: string, on: boolean) => (on ? [key] : []);
  return {
    counted: '1',
    status: asked?.[0] ?? 'any',
    kinds: [...rules.orderGroups, ...rules.orderTypes],
    from: rules.startedFrom === null ? '' : formatDate(rules.startedFrom),
    until: rules.startedUntil === null ? '' : formatDate(rules.startedUntil),
    harm: [...rules.harmLevels],
    safety: [...rules.safetyLevels],
    reoffending: [...rules.reoffendingLevels],
    flags: [
      ...flag('custody', rules.custody),
      ...flag('mappa', rules.mappa),
      ...flag('looked-after', rules.lookedAfter),
      ...flag('child-protection', rules.childProtection),
    ],
    teams: rules.teams.map(String),
    practitioner: String(rules.practitioners[0] ?? ''),
    months: String(rules.notAuditedForMonths ?? ''),
  };
}

function flagsIn(keys: readonly string[]): Partial<Rules> {
  return {
    custody: keys.includes('custody'),
    mappa: keys.includes('mappa'),
    lookedAfter: keys.includes('looked-after'),
    childProtection: keys.includes('child-protection'),
  };
}

function monthsIn(typed: string): number | null {
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= 120 ? count : null;
}

/** An id that is none becomes 0, which is nobody's: it then counts as not found and is not passed over. */
const ids = (typed: readonly string[]): number[] => typed.map((id) => (/^\d{1,15}$/.test(id) ? Number(id) : 0));

const isLevel = (key: string): key is Level => levels.some((level) => level === key);
const isOrderGroup = (key: string): key is OrderGroup => Object.hasOwn(orderGroups, key);
