import { londonDate } from '../../domain/calendar/london-date.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { blank, date, number, state, table, text, type Row, type Table } from '../../platform/table.js';
import { formVersion } from '../forms/forms.store.js';
import { progressOf, type Progress } from './places.store.js';
import { samplesBefore, type Sample } from './samples.store.js';

export interface SamplesPage {
  sentence: string;
  acts: { text: string; href: string; kind?: string }[];
  table: Table;
  older: string | null;
  newest: string | null;
  none: boolean;
}

const onAPage = 30;

/** Samples within reach, newest first, each with how far it is. */
export function samplesPage(c: Showing<{ before: string }>): SamplesPage {
  const before = /^[1-9]\d{0,14}$/.test(c.query.before) ? Number(c.query.before) : null;
  const found = samplesBefore(c.db, before ?? Number.MAX_SAFE_INTEGER, onAPage + 1, c.reach, c.today);
  const shown = found.slice(0, onAPage);
  const progress = progressOf(
    c.db,
    shown.map(({ id }) => id),
    c.reach,
    c.today,
  );
  const last = shown.at(-1);
  return {
    sentence:
      c.reach.kind === 'all'
        ? 'Each is a recorded draw: who could be drawn, who was, and how far the audits are.'
        : 'Those that you drew, and those with cases of your teams; counts are of your teams.',
    acts: may(c.me, 'samples.draw')
      ? [
          ...(may(c.me, 'samples.service')
            ? [{ text: 'An audit of the service', href: '/samples/service', kind: 'secondary' }]
            : []),
          { text: 'Choose cases', href: '/samples/chosen', kind: 'secondary' },
          { text: 'New sample', href: '/samples/new' },
        ]
      : [],
    table: samplesTable(c, shown, progress),
    older: found.length > onAPage && last ? `/samples?before=${last.id}` : null,
    newest: before === null ? null : '/samples',
    none: shown.length === 0 && before === null,
  };
}

type Key = 'name' | 'form' | 'drawn' | 'assigned' | 'progress' | 'submitted' | 'agreed' | 'late' | 'due';

function samplesTable(
  c: Showing<{ before: string }>,
  samples: readonly Sample[],
  progress: readonly Progress[],
): Table {
  return table<Key>({
    key: 'samples',
    title: 'Samples',
    sentence: 'Newest first. Audits that were withdrawn are not counted.',
    columns: [
      { key: 'name', head: 'Sample', kind: 'text' },
      { key: 'form', head: 'Form', kind: 'text' },
      { key: 'drawn', head: 'Drawn', kind: 'date' },
      { key: 'assigned', head: 'Not begun', kind: 'number' },
      { key: 'progress', head: 'In progress', kind: 'number' },
      { key: 'submitted', head: 'Submitted', kind: 'number' },
      { key: 'agreed', head: 'Agreed', kind: 'number' },
      { key: 'late', head: 'Late', kind: 'text' },
      { key: 'due', head: 'Due', kind: 'date' },
    ],
    rows: samples.map((sample): Row<Key> => {
      const own = progress.filter(({ sampleId }) => sampleId === sample.id);
      const of = (...states: string[]) =>
        own.filter((p) => states.includes(p.state)).reduce((sum, p) => sum + p.audits, 0);
      const late = own.reduce((sum, p) => sum + p.late, 0);
      return {
        name: text(sample.name, { href: `/samples/${sample.id}` }),
        form: text(formVersion(c.db, sample.formVersionId).title),
        drawn: date(londonDate(sample.drawnAt)),
        assigned: number(of('assigned')),
        progress: number(of('in-progress', 'returned')),
        submitted: number(of('submitted')),
        agreed: number(of('agreed')),
        late: late > 0 ? state('late', `${late} late`) : blank(),
        due: date(sample.dueOn),
      };
    }),
  });
}
