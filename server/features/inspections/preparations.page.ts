import { formatDate } from '../../domain/calendar/format-date.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { date, state, table, text, type Table } from '../../platform/table.js';
import type { Inspection } from './inspections.store.js';
import { possibleOwners } from './leads.store.js';
import { preparationsOf, type Preparation } from './preparations.store.js';

interface Field {
  value: string;
  fault: string | null;
}

interface Choice extends Field {
  options: { value: string; text: string }[];
}

export interface PreparationsPage {
  where: string;
  sentence: string;
  tasks: Table;
  evidence: Table | null;
  add: {
    action: string;
    kind: Choice;
    title: Field;
    standard: Choice;
    owner: Choice;
    place: Field;
    due: Field;
  } | null;
  backHref: string;
}

/** The countdown to the week, and the list of evidence: what, who, where, until when, how far. */
export function preparationsPage(c: Showing, inspection: Inspection): PreparationsPage {
  const all = preparationsOf(c.db, inspection.id);
  const evidence = all.filter(({ kind }) => kind === 'evidence');
  const late = all.filter((one) => isLate(one, c.today)).length;
  const done = all.filter((one) => one.state === 'done').length;
  return {
    where: inspection.name,
    sentence: `${done} of ${all.length} done${late > 0 ? `, ${late} late` : ''}. It begins on ${formatDate(inspection.startsOn)}.`,
    tasks: listTable(
      c,
      inspection,
      'countdown',
      'Countdown',
      all.filter(({ kind }) => kind === 'task'),
    ),
    evidence: evidence.length === 0 ? null : listTable(c, inspection, 'evidence', 'Evidence', evidence),
    add: inspection.state === 'closed' ? null : addPart(c, inspection),
    backHref: `/inspections/${inspection.id}`,
  };
}

const isLate = (one: Preparation, today: string): boolean => one.state === 'open' && one.dueOn < today;

const stateWords = (one: Preparation): string =>
  ({
    open: one.kind === 'task' ? 'To do' : 'Asked for',
    done: one.kind === 'task' ? 'Done' : 'There',
    missing: 'Not to be had',
  })[one.state];

const listTable = (c: Showing, { id }: Inspection, key: string, title: string, all: readonly Preparation[]): Table =>
  table({
    key,
    title,
    sentence: 'The first due first.',
    columns: [
      { key: 'what', head: 'What', kind: 'text' },
      { key: 'standard', head: 'Standard', kind: 'text' },
      { key: 'owner', head: 'Who', kind: 'text' },
      { key: 'place', head: 'Where', kind: 'text' },
      { key: 'due', head: 'By', kind: 'date' },
      { key: 'state', head: 'State', kind: 'text' },
    ],
    rows: all.map((one) => ({
      what: text(one.title, { href: `/inspections/${id}/preparations/${one.id}` }),
      standard: text(one.standard ?? ''),
      owner: text(one.owner ?? 'Nobody yet'),
      place: text(one.place ?? ''),
      due: date(one.dueOn),
      state: isLate(one, c.today) ? state('late', `${stateWords(one)}, overdue`) : text(stateWords(one)),
    })),
  });

const field = (c: Showing, name: string, value = ''): Field => ({
  value: typed(c, name, value),
  fault: faultAt(c, name),
});

const ownersOf = (c: Showing) => [
  { value: '', text: 'Nobody yet' },
  ...possibleOwners(c.db, c.today).map(({ id, name }) => ({ value: String(id), text: name })),
];

const addPart = (c: Showing, { framework, kind }: Inspection): PreparationsPage['add'] => ({
  action: c.address,
  kind: {
    ...field(c, 'kind', 'evidence'),
    options: [
      { value: 'evidence', text: 'A piece of evidence' },
      { value: 'task', text: 'A task' },
    ],
  },
  title: field(c, 'title'),
  standard: {
    ...field(c, 'standard'),
    options: [
      { value: '', text: 'None' },
      ...standardsJudged(framework, kind).map(({ key, title }) => ({ value: key, text: `${key} ${title}` })),
    ],
  },
  owner: { ...field(c, 'owner'), options: ownersOf(c) },
  place: field(c, 'place'),
  due: field(c, 'due'),
});

export interface PreparationPage {
  title: string;
  where: string;
  action: string;
  state: Choice;
  owner: Choice;
  place: Field;
  due: Field;
  remove: string;
  backHref: string;
}

export function preparationPage(c: Showing, inspection: Inspection, one: Preparation): PreparationPage {
  const here = `/inspections/${inspection.id}/preparations`;
  return {
    title: one.title,
    where: inspection.name,
    action: `${here}/${one.id}`,
    state: {
      ...field(c, 'state', one.state),
      options: (['open', 'done', 'missing'] as const).map((value) => ({
        value,
        text: stateWords({ ...one, state: value }),
      })),
    },
    owner: { ...field(c, 'owner', one.ownerId === null ? '' : String(one.ownerId)), options: ownersOf(c) },
    place: field(c, 'place', one.place ?? ''),
    due: field(c, 'due', formatDate(one.dueOn)),
    remove: `${here}/${one.id}/removal`,
    backHref: here,
  };
}
