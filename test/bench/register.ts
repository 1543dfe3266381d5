import { createChance } from '../../server/commands/demo/chance.js';
import { addDays } from '../../server/domain/calendar/days.js';

const headings =
  'Person ID,Allocated Worker,Team,Legal Outcome,Start Date,End Date,ROSH,S&WB,LoR,Age,Gender,Ethnicity,LAC,CPP,Custody Entry Date,MAPPA,Status';
const first = ['Amara', 'Bilal', 'Carys', 'Dev', 'Esme', 'Femi', 'Grace', 'Hana'];
const last = ['Abbott', 'Begum', 'Carter', 'Diallo', 'Evans'];
const teams = [
  'Court and Community North',
  'Court and Community South',
  'Intensive Supervision',
  'Out of Court and Prevention',
];
const outcomes = [
  'Referral Order',
  'Youth Rehabilitation Order',
  'Youth Rehabilitation Order with ISS',
  'Detention and Training Order',
  'Youth Conditional Caution',
  'Youth Caution',
];
const levels = ['Low', 'Medium', 'High', 'V High'];
const ethnicities = ['White British', 'Black Caribbean', 'Black African', 'Mixed', 'Asian', ''];

/** An invented register as a case system exports it; one row in eight is a further order of a child who has one. */
export function registerCsv(rows: number, seed: number): string {
  const chance = createChance(seed);
  const one = (from: readonly string[]): string => chance.pick(from);
  const children: string[][] = [];
  const lines = Array.from({ length: rows }, (_, i) => {
    const isKnown = children.length > 0 && chance.happens(0.12);
    const child = (isKnown ? children[chance.whole(0, children.length - 1)] : undefined) ?? [
      `YJ${100_000 + i * 7}`,
      String(chance.whole(11, 18)),
      one(['Male', 'Female']),
      one(ethnicities),
      one(['Yes', 'No']),
      one(['Yes', 'No']),
    ];
    if (!isKnown) children.push(child);
    const [reference = '', age = '', sex = '', ethnicity = '', lookedAfter = '', protection = ''] = child;
    const worker = chance.whole(0, 39);
    const name = `"${last[worker % 5] ?? ''}, ${first[Math.floor(worker / 5)] ?? ''}"`;
    const outcome = one(outcomes);
    const start = addDays('2026-10-20', -chance.whole(0, 900));
    const end = addDays(start, chance.whole(90, 540));
    const custody = outcome.startsWith('Detention') ? british(addDays(start, chance.whole(0, 3))) : '';
    const status = end > '2026-11-01' ? 'Open' : 'Closed';
    return [
      reference,
      name,
      teams[worker % 4],
      outcome,
      british(start),
      british(end),
      one(levels),
      one(levels),
      one(levels),
      age,
      sex,
      ethnicity,
      lookedAfter,
      protection,
      custody,
      one(['', '', '1', '2']),
      status,
    ].join(',');
  });
  return `\ufeff${[headings, ...lines].join('\r\n')}\r\n`;
}

/** @example british('2026-11-24') // '24/11/2026' */
const british = (date: string): string => date.split('-').reverse().join('/');
