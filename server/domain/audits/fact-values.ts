import { calendarDaysBetween } from '../calendar/days.js';
import { caseFactOf } from '../forms/facts.js';
import type { Facts } from '../forms/filled.js';

/** What is known of a case and its order when an audit is begun; dates 'YYYY-MM-DD'. */
export interface CaseAsListed {
  orderType: string;
  orderGroup: string;
  startedOn: string;
  endsOn: string | null;
  status: string;
  harmLevel: string | null;
  safetyLevel: string | null;
  reoffendingLevel: string | null;
  custodyEntryOn: string | null;
  mappaLevel: string | null;
  age: number | null;
  lookedAfter: string | null;
  childProtection: string | null;
}

/** The facts of a case by the keys that conditions know, as text; days are counted from them, see `countedDays`. */
export function factsToCopy(listed: CaseAsListed, readOn: string): Record<string, string | null> {
  return {
    'order-type': listed.orderType,
    'order-group': listed.orderGroup,
    'started-on': listed.startedOn,
    'ends-on': listed.endsOn,
    status: listed.status,
    rosh: listed.harmLevel,
    safety: listed.safetyLevel,
    reoffending: listed.reoffendingLevel,
    age: listed.age === null ? null : String(listed.age),
    'looked-after': listed.lookedAfter,
    'child-protection': listed.childProtection,
    'custody-entry': listed.custodyEntryOn,
    mappa: listed.mappaLevel,
    'read-on': readOn,
  };
}

/**
 * Facts as conditions see them: numbers as numbers, and the days counted from the dates.
 * @param kept text by key, as an audit keeps it
 * @example factsFrom(new Map([['started-on', '2026-05-14'], ['read-on', '2026-11-24']]))['days-supervised'] // 194
 */
export function factsFrom(kept: ReadonlyMap<string, string | null>): Facts {
  const facts: Record<string, string | number | null> = {};
  for (const [key, value] of kept) {
    facts[key] = value !== null && caseFactOf(key)?.holds === 'number' ? Number(value) : value;
  }
  return {
    ...facts,
    ...countedDays(kept.get('started-on') ?? null, kept.get('ends-on') ?? null, kept.get('read-on') ?? null),
  };
}

/** Days from the start to the audit, or to the end where that came first; days to the end, negative once it is over. */
function countedDays(started: string | null, ends: string | null, readOn: string | null) {
  const last = ends !== null && readOn !== null && ends < readOn ? ends : readOn;
  return {
    'days-supervised': started === null || last === null ? null : calendarDaysBetween(started, last),
    'days-to-end': ends === null || readOn === null ? null : calendarDaysBetween(readOn, ends),
  };
}
