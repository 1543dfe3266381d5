import { formatDate } from '../../domain/calendar/format-date.js';
import { frameworks, kinds } from '../../domain/inspections/frameworks.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Inspection } from './inspections.store.js';
import { possibleLeads } from './leads.store.js';
import { ableReaders } from './readers.store.js';

interface Field {
  value: string;
  fault: string | null;
}

interface Choice extends Field {
  options: { value: string; text: string; hint?: string }[];
}

export interface SetUpPage {
  title: string;
  action: string;
  press: string;
  name: Field;
  /** Null once it is set up: the framework stays as it was chosen. */
  framework: Choice | null;
  kind: Choice | null;
  starts: Field;
  ends: Field;
  access: Field;
  lead: Choice;
  purpose: Field;
}

/** The form that sets an inspection up, or changes one that is set up. */
export function setUpPage(c: Showing, saved: Inspection | null): SetUpPage {
  const field = (name: string, value = ''): Field => ({ value: typed(c, name, value), fault: faultAt(c, name) });
  const day = (date: string | undefined) => (date === undefined ? '' : formatDate(date));
  const readers = saved ? ableReaders(c.db, saved.id, c.today).filter(({ kind }) => kind === 'visiting') : [];
  const people = [...possibleLeads(c.db, c.today), ...readers];
  return {
    title: saved ? 'Change the set-up' : 'Set up an inspection',
    action: c.address,
    press: saved ? 'Save' : 'Set up',
    name: field('name', saved?.name),
    framework: saved
      ? null
      : {
          ...field('framework', '2025'),
          options: Object.entries(frameworks).map(([value, { title, says }]) => ({ value, text: title, hint: says })),
        },
    kind: saved
      ? null
      : { ...field('kind', 'full'), options: Object.entries(kinds).map(([value, text]) => ({ value, text })) },
    starts: field('starts', day(saved?.startsOn)),
    ends: field('ends', day(saved?.endsOn)),
    access: field('access', day(saved?.accessUntil)),
    lead: {
      ...field('lead', String(saved?.leadId ?? '')),
      options: [
        { value: '', text: 'Choose a person' },
        ...people.map(({ id, name }) => ({ value: String(id), text: name })),
      ],
    },
    purpose: field('purpose', saved?.purpose),
  };
}
