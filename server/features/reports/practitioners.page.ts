import { date, number, table, text, type Cell, type Table } from '../../platform/table.js';
import { auditsOfPeople, type CountedAudit } from './audits.store.js';
import { frame, type Frame } from './frame.js';
import { practitionersWithin } from './practitioners.store.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { queryOf } from './selection.js';
import { pageOf } from './what.js';

/** Whose figures there are, in order of name: a list to find a page, with nothing in it to rank by. */
export interface PractitionersPage {
  frame: Frame;
  table: Table;
  /** Null where there is somebody to list. */
  empty: string | null;
}

export function practitionersPage(r: Reporting): PractitionersPage {
  const audits = auditsOfPeople(r.db, r.selection, r.reach, r.today).filter(({ workOf }) => workOf !== null);
  const listed = new Map(practitionersWithin(r.db, r.reach, r.today).map((one) => [one.id, one.teams ?? '']));
  for (const { workOf } of audits) {
    if (workOf !== null && !listed.has(workOf)) listed.set(workOf, '');
  }
  const people = [...listed]
    .map(([id, teams]) => ({ id, teams, name: r.person(id), audits: audits.filter(({ workOf }) => workOf === id) }))
    .filter(({ audits: theirs }) => r.selection.team === null || theirs.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
  return {
    frame: frame(r, { counted: `${audits.length} of people within your reach` }),
    empty: people.length === 0 ? 'Nobody within your reach holds cases yet. Bring in the case list first.' : null,
    table: table({
      key: 'practitioners',
      title: 'Practitioners',
      sentence: `In order of name; audits of their work ${selectedInWords(r)}.`,
      columns: [
        { key: 'name', head: 'Practitioner', kind: 'text' },
        { key: 'team', head: 'Team', kind: 'text' },
        { key: 'quality', head: 'Audits of quality', kind: 'number' },
        { key: 'compliance', head: 'Of compliance', kind: 'number' },
        { key: 'last', head: 'Last agreed', kind: 'date' },
      ],
      rows: people.map((one) => ({
        name: text(one.name, { href: `/reports/practitioners/${one.id}${queryOf(r.selection, r.today)}` }),
        team: text(one.teams),
        quality: countCell(r, one.id, one.audits, 'quality'),
        compliance: countCell(r, one.id, one.audits, 'compliance'),
        last: date(one.audits.at(-1)?.agreedOn ?? null),
      })),
    }),
  };
}

/** How many, linked to the list of them. */
function countCell(
  r: Reporting,
  person: number,
  audits: readonly CountedAudit[],
  measures: CountedAudit['measures'],
): Cell {
  const n = audits.filter((audit) => audit.measures === measures).length;
  return number(n, 0, { href: n === 0 ? null : pageOf(r, { of: String(person), measures }) });
}
