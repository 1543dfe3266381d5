import { addDays } from '../../domain/calendar/days.js';
import type { SheetRows } from '../../domain/register/sheet-rows.js';
import type { Chance } from './chance.js';
import { workers } from './northbeck.js';

/** One order of the invented register, over its whole life. */
export interface MadeOrder {
  reference: string;
  practitioner: string;
  team: string;
  type: string;
  start: string;
  end: string;
  harm: string;
  safety: string;
  reoffending: string;
  age: number;
  sex: string;
  ethnicity: string;
  lookedAfter: string;
  childProtection: string;
  custodyEntry: string;
  mappa: string;
}

const levels = (weights: readonly [number, number, number, number]) =>
  [
    ['Low', weights[0]],
    ['Medium', weights[1]],
    ['High', weights[2]],
    ['Very High', weights[3]],
  ] as const;

const typesOf: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'Intensive Supervision': [
    ['Youth Rehabilitation Order with ISS', 4],
    ['Detention and Training Order', 4],
    ['Section 250 custody', 1],
  ],
  'Out of Court and Prevention': [
    ['Youth Conditional Caution', 5],
    ['Youth Caution', 2],
    ['Community Resolution', 4],
  ],
  other: [
    ['Referral Order', 7],
    ['Youth Rehabilitation Order', 5],
    ['Reparation Order', 1],
  ],
};

/** A register of so many orders that began in the two and a half years before a day. */
export function makeRegister(chance: Chance, count: number, today: string): MadeOrder[] {
  const holders = workers.flatMap((w) =>
    w.work && w.team ? [[{ name: w.name, team: w.team }, w.work.share] as const] : [],
  );
  const made: MadeOrder[] = [];
  for (let i = 0; i < count; i += 1) {
    const holder = chance.weighted(holders);
    const type = chance.weighted(typesOf[holder.team] ?? typesOf['other'] ?? []);
    const start = addDays(today, -chance.whole(12, 900));
    const child = made.length > 20 && chance.happens(0.12) ? chance.pick(made) : null;
    const custody = /custody|Detention/.test(type);
    made.push({
      reference: child?.reference ?? `YJ${100_000 + i * 7}`,
      practitioner: holder.name,
      team: holder.team,
      type,
      start,
      end: addDays(start, chance.pick([90, 120, 180, 270, 365])),
      harm: chance.weighted(levels([30, 44, 21, 5])),
      safety: chance.weighted(levels([25, 44, 25, 6])),
      reoffending: chance.weighted(levels([30, 40, 24, 6])),
      age: child?.age ?? chance.whole(12, 17),
      sex:
        child?.sex ??
        chance.weighted([
          ['Male', 83],
          ['Female', 17],
        ]),
      ethnicity:
        child?.ethnicity ??
        chance.pick(['White British', 'Black Caribbean', 'Black African', 'Mixed', 'Asian', 'White other']),
      lookedAfter:
        child?.lookedAfter ??
        chance.weighted([
          ['Yes', 18],
          ['No', 82],
        ]),
      childProtection:
        child?.childProtection ??
        chance.weighted([
          ['Yes', 7],
          ['No', 93],
        ]),
      custodyEntry: custody ? addDays(start, chance.whole(0, 2)) : '',
      mappa: chance.weighted([
        ['', 90],
        ['1', 6],
        ['2', 3],
        ['3', 1],
      ]),
    });
  }
  return made;
}

const headings =
  'case_reference,practitioner,team,order_type,order_start,order_end,risk_of_serious_harm,safety_and_wellbeing,likelihood_of_reoffending,age,sex,ethnicity,looked_after,child_protection_plan,custody_entry,mappa_level,status'.split(
    ',',
  );

/** The register as a case system would have exported it on a day: what had begun, and what ended in the year before. */
export function sheetOn(orders: readonly MadeOrder[], day: string): SheetRows {
  const listed = orders.filter((order) => order.start <= day && order.end >= addDays(day, -365));
  const cells = listed.map((o) => [
    o.reference,
    o.practitioner,
    o.team,
    o.type,
    o.start,
    o.end,
    o.harm,
    o.safety,
    o.reoffending,
    String(o.age),
    o.sex,
    o.ethnicity,
    o.lookedAfter,
    o.childProtection,
    o.custodyEntry <= day ? o.custodyEntry : '',
    o.mappa,
    o.end > day ? 'Open' : 'Closed',
  ]);
  return { rows: [headings, ...cells].map((row, i) => ({ line: i + 1, cells: row })) };
}
