import { addDays } from '../../domain/calendar/days.js';
import { formatDate, formatDateInFull } from '../../domain/calendar/format-date.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { table, text, type Table } from '../../platform/table.js';
import { isLead } from './inspection-for.js';
import type { Inspection } from './inspections.store.js';
import { peopleHere } from './people-here.js';
import { readingsOf } from './readings.store.js';
import { sittingKinds, sittingsOf, type Sitting } from './sittings.store.js';

interface Field {
  value: string;
  fault: string | null;
}

interface Choice extends Field {
  options: { value: string; text: string }[];
}

export interface TimetablePage {
  where: string;
  days: { title: string; table: Table | null }[];
  plan: {
    action: string;
    day: Choice;
    begins: Field;
    ends: Field;
    kind: Choice;
    title: Field;
    person: Choice;
    reading: Choice;
    place: Field;
  } | null;
  backHref: string;
}

/** Who does what when. A visiting inspector sees the cases of others as readings only, without the reference. */
export function timetablePage(c: Showing, inspection: Inspection): TimetablePage {
  const all = sittingsOf(c.db, inspection.id);
  const leads = isLead(c.me, inspection);
  return {
    where: inspection.name,
    days: daysIn(inspection).map((day) => ({
      title: formatDateInFull(day),
      table: dayTable(
        inspection,
        all.filter(({ beginsAt }) => beginsAt.startsWith(day)),
        (sitting) => leads || sitting.personId === c.me.id,
        day,
      ),
    })),
    plan: leads && inspection.state !== 'closed' ? planPart(c, inspection) : null,
    backHref: `/inspections/${inspection.id}`,
  };
}

/** The days of an inspection, first to last. */
export function daysIn({ startsOn, endsOn }: Pick<Inspection, 'startsOn' | 'endsOn'>): string[] {
  const days = [startsOn];
  for (let day = startsOn; day < endsOn;) days.push((day = addDays(day, 1)));
  return days;
}

export function dayTable(
  { id }: Inspection,
  sittings: readonly Sitting[],
  mayOpen: (sitting: Sitting) => boolean,
  key: string,
): Table | null {
  if (sittings.length === 0) return null;
  return table({
    key,
    title: 'Timetable',
    sentence: 'In order of time.',
    columns: [
      { key: 'time', head: 'Time', kind: 'text' },
      { key: 'who', head: 'Who', kind: 'text' },
      { key: 'what', head: 'What', kind: 'text' },
      { key: 'place', head: 'Where', kind: 'text' },
    ],
    rows: sittings.map((sitting) => ({
      time: text(`${sitting.beginsAt.slice(11)} to ${sitting.endsAt.slice(11)}`, {
        href: mayOpen(sitting) ? `/inspections/${id}/timetable/${sitting.id}` : null,
      }),
      who: text(sitting.person),
      what: text(whatOf(sitting, mayOpen(sitting))),
      place: text(sitting.place ?? ''),
    })),
  });
}

const whatOf = ({ kind, title, reference }: Sitting, mayOpen: boolean): string =>
  [sittingKinds[kind], mayOpen && reference !== null ? reference : null, title === '' ? null : title]
    .filter((part) => part !== null)
    .join(', ');

function planPart(c: Showing, inspection: Inspection): TimetablePage['plan'] {
  const field = (name: string, value = ''): Field => ({ value: typed(c, name, value), fault: faultAt(c, name) });
  return {
    action: c.address,
    day: {
      ...field('day', inspection.startsOn),
      options: daysIn(inspection).map((day) => ({ value: day, text: formatDate(day) })),
    },
    begins: field('begins'),
    ends: field('ends'),
    kind: {
      ...field('kind', 'reading'),
      options: Object.entries(sittingKinds).map(([value, words]) => ({ value, text: words })),
    },
    title: field('title'),
    person: {
      ...field('person'),
      options: [
        { value: '', text: 'Choose a person' },
        ...peopleHere(c.db, inspection.id, c.today).map(({ id, name }) => ({ value: String(id), text: name })),
      ],
    },
    reading: {
      ...field('reading'),
      options: [
        { value: '', text: 'No case' },
        ...readingsOf(c.db, inspection.id).map(({ id, reference, auditorName }) => ({
          value: String(id),
          text: `${reference ?? 'erased'}, ${auditorName}`,
        })),
      ],
    },
    place: field('place'),
  };
}

export interface SittingPage {
  title: string;
  where: string;
  facts: { name: string; text: string }[];
  action: string;
  notes: Field;
  isOpen: boolean;
  /** Where the case’s talk is noted, question by question. */
  talk: string | null;
  remove: string | null;
  backHref: string;
}

export function sittingPage(c: Showing, inspection: Inspection, sitting: Sitting): SittingPage {
  const here = `/inspections/${inspection.id}/timetable`;
  const isOpen = inspection.state !== 'closed';
  return {
    title: whatOf(sitting, true),
    where: inspection.name,
    facts: [
      {
        name: 'When',
        text: `${formatDate(sitting.beginsAt.slice(0, 10))}, ${sitting.beginsAt.slice(11)} to ${sitting.endsAt.slice(11)}`,
      },
      { name: 'Who', text: sitting.person },
      { name: 'Where', text: sitting.place ?? 'not said' },
    ],
    action: `${here}/${sitting.id}`,
    notes: { value: typed(c, 'notes', sitting.notes ?? ''), fault: faultAt(c, 'notes') },
    isOpen,
    talk:
      sitting.kind === 'talk' && sitting.auditId !== null
        ? `/inspections/${inspection.id}/readings/${sitting.auditId}/talk`
        : null,
    remove: isOpen && isLead(c.me, inspection) ? `${here}/${sitting.id}/removal` : null,
    backHref: here,
  };
}
