import { subjectName } from '../../domain/audits/subject.js';
import { formatDate, formatTime } from '../../domain/calendar/format-date.js';
import type { Facts } from '../../domain/forms/filled.js';
import { kindOfLevel, readLevel, serviceLevels, type LevelKind } from '../../domain/forms/levels.js';
import { levelName } from '../../domain/forms/scales.js';
import { isOrderType, orderTypes } from '../../domain/register/orders.js';
import type { Audit } from './audits.store.js';
import type { Reading } from './reading.js';

/** The case, or the service itself, always in sight. The service's levels stand in it only once the auditor's own are put. */
export interface CaseBar {
  reference: string;
  /** The order with its dates; null where the service itself is read. */
  order: { name: string; dates: string } | null;
  facts: string[];
  levels: { name: string; own: string; service: string }[];
  saved: string | null;
  concernHref: string;
}

export function caseBar(audit: Audit, reading: Reading, address: string): CaseBar {
  const { facts } = reading.shown;
  const worker = [audit.practitionerName, audit.teamName].filter((part) => part !== null).join(', ');
  return {
    reference: subjectName(audit),
    order: audit.orderId === null ? null : { name: orderName(facts), dates: datesOf(facts) },
    facts: [worker, flags(facts)].filter((part) => part !== ''),
    levels: reading.levelsShown && audit.orderId !== null ? levelsOf(reading) : [],
    saved: lastSaved(reading),
    concernHref: `/audits/${audit.id}/concern?back=${encodeURIComponent(address)}`,
  };
}

export function orderName(facts: Facts): string {
  const type = String(facts['order-type'] ?? '');
  return isOrderType(type) ? orderTypes[type].short : type;
}

function datesOf(facts: Facts): string {
  const [from, to] = [facts['started-on'], facts['ends-on']];
  return `${from ? formatDate(String(from)) : 'start not recorded'}${to ? ` to ${formatDate(String(to))}` : ''}`;
}

function flags(facts: Facts): string {
  const said = [
    facts['looked-after'] === 'yes' ? 'looked after' : null,
    facts['child-protection'] === 'yes' ? 'child protection plan' : null,
    facts['mappa'] ? `MAPPA level ${facts['mappa']}` : null,
    facts['custody-entry'] ? `in custody from ${formatDate(String(facts['custody-entry']))}` : null,
    facts['age'] ? `age ${facts['age']}` : null,
  ].filter((part) => part !== null);
  const words = said.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function levelsOf({ shown, applying }: Reading): CaseBar['levels'] {
  const service = serviceLevels(shown.facts);
  const own = (kind: LevelKind) => {
    const value = applying.questions.find(({ item }) => kindOfLevel(item) === kind)?.answer?.value ?? null;
    const level = readLevel(value);
    return level === null ? 'not judged' : levelName(level);
  };
  return [
    { name: 'Harm', own: own('harm'), service: levelName(service.harm) },
    { name: 'Safety', own: own('safety'), service: levelName(service.safety) },
  ];
}

function lastSaved({ stored, me }: Reading): string | null {
  let last: string | null = null;
  for (const { by, at } of stored.values()) if (by === me && (last === null || at > last)) last = at;
  return last === null ? null : `Saved ${formatTime(last)}`;
}
