import { formatDateInFull, formatTime } from '../../domain/calendar/format-date.js';
import { standardsJudged } from '../../domain/inspections/frameworks.js';
import type { Showing } from '../../platform/http/route.js';
import { share, table, text, type Table } from '../../platform/table.js';
import { concernsInInspection } from './concerns-in.store.js';
import { countsSoFar } from './counts.js';
import type { Inspection } from './inspections.store.js';
import { preparationsOf } from './preparations.store.js';
import { readingsOf } from './readings.store.js';
import { sittingsOf } from './sittings.store.js';
import { standardRatingsOf } from './standard-ratings.store.js';

export interface SummaryPage {
  title: string;
  where: string;
  done: { name: string; text: string }[];
  left: { name: string; text: string }[];
  counts: Table | null;
  note: string;
  backHref: string;
}

/** The end of a day: what is done, what is left, the counts so far. No case and no name stands on it. */
export function summaryPage(c: Showing, inspection: Inspection): SummaryPage {
  const readings = readingsOf(c.db, inspection.id);
  const of = (...states: string[]) => readings.filter(({ state }) => states.includes(state)).length;
  const evidence = preparationsOf(c.db, inspection.id).filter(({ kind }) => kind === 'evidence');
  const sittings = sittingsOf(c.db, inspection.id);
  const held = sittings.filter(({ kind, notes }) => (kind === 'interview' || kind === 'meeting') && notes).length;
  const planned = sittings.filter(({ kind }) => kind === 'interview' || kind === 'meeting').length;
  const standards = standardsJudged(inspection.framework, inspection.kind).length;
  const judged = standardRatingsOf(c.db, inspection.id);
  const concerns = concernsInInspection(c.db, inspection.id);
  const counts = countsSoFar(c.db, inspection);
  return {
    title: `Summary of ${formatDateInFull(c.today)}`,
    where: inspection.name,
    done: [
      { name: 'Readings in', text: `${of('submitted', 'agreed')} of ${readings.length}, ${of('agreed')} agreed` },
      { name: 'Interviews and meetings', text: `${held} of ${planned} with notes` },
      {
        name: 'Standards judged',
        text: `${judged.length} of ${standards}, ${judged.filter((one) => one.confirmedBy !== null).length} confirmed`,
      },
      { name: 'Concerns raised', text: `${concerns.raised}, ${concerns.open} not yet answered` },
    ],
    left: [
      { name: 'Not begun', text: String(of('assigned')) },
      { name: 'Being read', text: String(of('in-progress', 'returned')) },
      { name: 'To agree', text: String(of('submitted')) },
      {
        name: 'Evidence not there',
        text: `${evidence.filter(({ state }) => state !== 'done').length} of ${evidence.length}`,
      },
    ],
    counts: counts.length === 0 ? null : countsTable(counts, of('submitted', 'agreed')),
    note: `As at ${formatTime(c.now)}. Counts move until every reading is agreed. No ratings are given before the meeting of the readers.`,
    backHref: `/inspections/${inspection.id}`,
  };
}

const countsTable = (counts: ReturnType<typeof countsSoFar>, readings: number): Table =>
  table({
    key: 'counts',
    title: 'Counts so far',
    sentence: `From ${readings} readings that are in. A question that does not apply to a case is not counted in it.`,
    columns: [
      { key: 'question', head: 'Key question', kind: 'text' },
      { key: 'count', head: 'Sufficient', kind: 'share' },
    ],
    rows: counts.map(({ question, sufficient, of }) => ({ question: text(question), count: share(sufficient, of) })),
  });
