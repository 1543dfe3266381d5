import { formatDate } from '../../domain/calendar/format-date.js';
import { frameworks } from '../../domain/inspections/frameworks.js';
import { inspectionStates } from '../../domain/inspections/states.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { table, text, type Table } from '../../platform/table.js';
import { inspections, type Inspection } from './inspections.store.js';

export interface InspectionsPage {
  acts: { text: string; href: string; kind?: string }[];
  table: Table;
}

export function inspectionsPage(c: Showing): InspectionsPage {
  return {
    acts: [
      ...(may(c.me, 'inspections.past')
        ? [{ text: 'Past inspections', href: '/inspections/past', kind: 'secondary' }]
        : []),
      ...(may(c.me, 'inspections.set-up')
        ? [
            { text: 'Forecast', href: '/inspections/forecast', kind: 'secondary' },
            { text: 'The rule of 2025', href: '/inspections/framework', kind: 'secondary' },
            { text: 'Set up an inspection', href: '/inspections/new' },
          ]
        : []),
    ],
    table: inspectionsTable(inspections(c.db, c.reach, c.today)),
  };
}

const inspectionsTable = (all: readonly Inspection[]): Table =>
  table({
    key: 'inspections',
    title: 'Inspections',
    sentence: 'Inspections that you may see, the newest first.',
    columns: [
      { key: 'name', head: 'Inspection', kind: 'text' },
      { key: 'framework', head: 'Framework', kind: 'text' },
      { key: 'days', head: 'Days', kind: 'text' },
      { key: 'lead', head: 'Lead', kind: 'text' },
      { key: 'state', head: 'State', kind: 'text' },
    ],
    rows: all.map((inspection) => ({
      name: text(inspection.name, { href: `/inspections/${inspection.id}` }),
      framework: text(frameworks[inspection.framework].title),
      days: text(daysOf(inspection)),
      lead: text(inspection.leadName),
      state: text(inspectionStates[inspection.state]),
    })),
  });

/** @example daysOf({ startsOn: '2026-12-07', endsOn: '2026-12-08' }) // '7 Dec 2026 to 8 Dec 2026' */
export const daysOf = ({ startsOn, endsOn }: Pick<Inspection, 'startsOn' | 'endsOn'>): string =>
  startsOn === endsOn ? formatDate(startsOn) : `${formatDate(startsOn)} to ${formatDate(endsOn)}`;
