import { formatDate, formatMoment } from '../../domain/calendar/format-date.js';
import { stateNames, type State } from '../../domain/audits/states.js';
import { frameworks, kinds, partsOf } from '../../domain/inspections/frameworks.js';
import { inspectionStates } from '../../domain/inspections/states.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { table, text, type Table } from '../../platform/table.js';
import { isLead } from './inspection-for.js';
import { daysOf } from './inspections.page.js';
import { movesOf, type Inspection } from './inspections.store.js';
import { partsOfInspection } from './parts-of-inspection.js';
import { leftPlacesOf, readingsOf, type LeftPlace, type Reading } from './readings.store.js';

export interface InspectionPage {
  title: string;
  where: string;
  sentence: string;
  acts: { text: string; href: string; kind?: 'secondary' }[];
  /** Address that begins the days; null once they have begun, and for readers. */
  begin: string | null;
  figures: { n: string; text: string }[] | null;
  parts: { text: string; href: string; line: string }[];
  readings: Table | null;
  noReadings: string;
  left: Table | null;
  purpose: string;
  facts: { name: string; text: string }[];
  history: { text: string; line: string }[];
}

/** One inspection: how far it is, and the parts that this person may open. A reader sees their own readings only. */
export function inspectionPage(c: Showing, inspection: Inspection): InspectionPage {
  const leads = isLead(c.me, inspection);
  const all = readingsOf(c.db, inspection.id);
  const shown = leads ? all : all.filter(({ auditorId }) => auditorId === c.me.id);
  const left = leads ? leftPlacesOf(c.db, inspection.id) : [];
  return {
    title: inspection.name,
    where: frameworks[inspection.framework].title,
    sentence: `${daysOf(inspection)}. ${inspectionStates[inspection.state]}, led by ${inspection.leadName}.`,
    acts: actsOf(c, inspection, leads),
    begin: leads && inspection.state === 'prepared' ? `/inspections/${inspection.id}/beginning` : null,
    figures: shown.length === 0 ? null : figuresOf(shown),
    parts: partsOfInspection(c.me, inspection),
    readings: shown.length === 0 ? null : readingsTable(inspection, shown, leads),
    noReadings: leads ? 'No case is drawn yet.' : 'No case is given to you yet.',
    left: left.length === 0 ? null : leftTable(inspection, left),
    purpose: inspection.purpose,
    facts: [
      { name: 'Framework', text: frameworks[inspection.framework].title },
      { name: 'Looked at', text: kinds[inspection.kind] },
      { name: 'Lead', text: inspection.leadName },
      { name: 'Access of visitors', text: `until ${formatDate(inspection.accessUntil)}` },
    ],
    history: leads
      ? movesOf(c.db, inspection.id).map(({ toState, reason, by, at }) => ({
          text: inspectionStates[toState],
          line: `${formatMoment(at)}, ${by ?? 'command line'}${reason ? `: ${reason}` : ''}`,
        }))
      : [],
  };
}

function actsOf({ me }: Showing, { id, state }: Inspection, leads: boolean): InspectionPage['acts'] {
  const here = `/inspections/${id}`;
  return [
    ...(may(me, 'inspections.set-up') && state !== 'closed'
      ? [{ text: 'Change the set-up', href: `${here}/set-up`, kind: 'secondary' as const }]
      : []),
    ...(leads && state === 'running' ? [{ text: 'Close', href: `${here}/closing` }] : []),
    ...(may(me, 'inspections.set-up') && state === 'closed'
      ? [{ text: 'Reopen', href: `${here}/reopening`, kind: 'secondary' as const }]
      : []),
  ];
}

function figuresOf(readings: readonly Reading[]): { n: string; text: string }[] {
  const count = (...states: State[]) => String(readings.filter(({ state }) => states.includes(state)).length);
  return [
    { n: count('assigned'), text: 'not begun' },
    { n: count('in-progress', 'returned'), text: 'being read' },
    { n: count('submitted'), text: 'submitted' },
    { n: count('agreed'), text: 'agreed' },
  ];
}

function readingsTable(inspection: Inspection, readings: readonly Reading[], leads: boolean): Table {
  const title = (key: string) => partsOf(inspection.framework).find((part) => part.key === key)?.title ?? key;
  return table({
    key: 'readings',
    title: 'Readings',
    sentence: leads ? 'Every case that is read, in the order drawn.' : 'The cases that you read.',
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'part', head: 'Draw and place', kind: 'text' },
      { key: 'reader', head: 'Reader', kind: 'text' },
      { key: 'state', head: 'State', kind: 'text' },
      { key: 'talk', head: 'Talk', kind: 'text' },
    ],
    rows: readings.map((reading) => ({
      case: text(reading.reference ?? 'erased', {
        href: leads ? `/inspections/${inspection.id}/readings/${reading.id}` : `/audits/${reading.id}`,
      }),
      part: text(`${title(reading.part)} ${reading.place}${reading.reading === 'second' ? ', second reading' : ''}`),
      reader: text(reading.auditorName),
      state: text(stateNames[reading.state]),
      talk: text('Notes', { href: `/inspections/${inspection.id}/readings/${reading.id}/talk` }),
    })),
  });
}

const leftTable = (inspection: Inspection, left: readonly LeftPlace[]): Table =>
  table({
    key: 'left',
    title: 'Cases that left',
    sentence: 'Each with the reason and the case that came instead: the next of the draw.',
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'place', head: 'Draw and place', kind: 'text' },
      { key: 'why', head: 'Why', kind: 'words' },
      { key: 'instead', head: 'Instead', kind: 'text' },
    ],
    rows: left.map(({ reference, part, place, reason, taken, by }) => ({
      case: text(reference ?? 'erased'),
      place: text(`${partsOf(inspection.framework).find(({ key }) => key === part)?.title ?? part} ${place}`),
      why: text(`${reason}${by ? ` (${by})` : ''}`),
      instead: text(taken === null ? 'Nobody left in reserve' : `place ${taken}`),
    })),
  });
