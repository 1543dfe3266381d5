import { formatDateInFull } from '../calendar/format-date.js';
import type { Level } from '../forms/scales.js';
import { orderGroups } from '../register/orders.js';
import { orderName } from './order-name.js';
import type { Rules } from './rules.js';

/** How the service calls its teams and people. */
export interface Names {
  team: (id: number) => string;
  person: (id: number) => string;
}

/**
 * The rules as sentences for the page and the certificate, one a rule that asks something.
 * @example rulesInWords({ ...anyCase, status: 'open' }, names) // ['Open orders.']
 */
export function rulesInWords(rules: Rules, names: Names): string[] {
  const kinds = [...rules.orderGroups.map((group) => orderGroups[group]), ...rules.orderTypes.map(orderName)];
  const sentences = [
    { open: 'Open orders.', closed: 'Closed orders.', any: 'Open and closed orders.' }[rules.status],
    rules.endedWithinMonths === null
      ? null
      : `Closed ones only if they ended in the last ${inMonths(rules.endedWithinMonths)}.`,
    began(rules.startedFrom, rules.startedUntil),
    oneOf('Kind of order', kinds),
    oneOf('Team', rules.teams.map(names.team)),
    oneOf('Practitioner', rules.practitioners.map(names.person)),
    rules.custody ? 'Only in custody, now or before.' : null,
    rules.mappa ? 'Only under MAPPA.' : null,
    rules.lookedAfter ? 'Only children who are looked after.' : null,
    rules.childProtection ? 'Only children on a child protection plan.' : null,
    oneOf('Risk of serious harm', rules.harmLevels.map(levelName)),
    oneOf('Safety and wellbeing', rules.safetyLevels.map(levelName)),
    oneOf('Likelihood of reoffending', rules.reoffendingLevels.map(levelName)),
    rules.notAuditedForMonths === null ? null : `Not audited in the last ${inMonths(rules.notAuditedForMonths)}.`,
  ];
  return sentences.filter((sentence) => sentence !== null);
}

function began(from: string | null, until: string | null): string | null {
  if (from !== null && until !== null) return `Began from ${formatDateInFull(from)} to ${formatDateInFull(until)}.`;
  if (from !== null) return `Began on or after ${formatDateInFull(from)}.`;
  return until === null ? null : `Began on or before ${formatDateInFull(until)}.`;
}

function oneOf(what: string, values: readonly string[]): string | null {
  if (values.length === 0) return null;
  const last = values.at(-1) ?? '';
  return `${what}: ${values.length === 1 ? last : `${values.slice(0, -1).join(', ')} or ${last}`}.`;
}

function levelName(level: Level): string {
  return level.replace('-', ' ');
}

function inMonths(months: number): string {
  return months === 1 ? 'month' : `${months} months`;
}
