import { formatDate, formatTime } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { stateNames } from '../../domain/concerns/states.js';
import { inWords, minutesWaited } from '../../domain/concerns/waiting.js';
import type { Showing } from '../../platform/http/route.js';
import { state, table, text, type Table } from '../../platform/table.js';
import { concernsBefore, unacknowledged, type Concern } from './concerns.store.js';

export interface ConcernsPage {
  sentence: string;
  acts: { text: string; href: string; kind: 'concern' }[];
  waiting: Table | null;
  all: Table;
  older: string | null;
  newest: string | null;
}

const onePage = 50;

export function concernsPage(c: Showing<{ before?: string }>): ConcernsPage {
  const before = c.query.before === undefined ? null : Number(c.query.before);
  const waiting = unacknowledged(c.db, c.reach, c.today);
  const all = concernsBefore(c.db, before ?? Number.MAX_SAFE_INTEGER, onePage, c.reach, c.today);
  const last = all.at(-1);
  return {
    sentence: 'Where somebody may be at risk. None is ever deleted, and each is listed at any number.',
    acts: [{ text: 'Raise a concern', href: '/concerns/new', kind: 'concern' }],
    waiting:
      before === null && waiting.length > 0 ? concernsTable('waiting', 'Not yet acknowledged', waiting, c.now) : null,
    all: concernsTable('concerns', 'Concerns', all, c.now),
    older: last && all.length === onePage ? `/concerns?before=${last.id}` : null,
    newest: before === null ? null : '/concerns',
  };
}

const concernsTable = (key: string, title: string, concerns: readonly Concern[], now: string): Table =>
  table({
    key,
    title,
    sentence: 'Newest first.',
    columns: [
      { key: 'raised', head: 'Raised', kind: 'text' },
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'by', head: 'By', kind: 'text' },
      { key: 'named', head: 'With', kind: 'text' },
      { key: 'state', head: 'State', kind: 'text' },
    ],
    rows: concerns.map((concern) => ({
      raised: text(`${formatDate(londonDate(concern.raisedAt))}, ${formatTime(concern.raisedAt)}`, {
        href: `/concerns/${concern.id}`,
      }),
      case: text(concern.reference ?? 'none'),
      by: text(concern.raiser),
      named: text(concern.named),
      state:
        concern.state === 'raised'
          ? state('concern', `${stateNames.raised}: ${inWords(minutesWaited(concern.raisedAt, now))}`)
          : text(stateNames[concern.state]),
    })),
  });
