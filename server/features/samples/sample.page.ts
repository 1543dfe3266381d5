import { formatDateInFull } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { notFound } from '../../domain/problems.js';
import { may } from '../../domain/rights.js';
import type { Method } from '../../domain/sampling/draw.js';
import { rulesInWords } from '../../domain/sampling/rules-in-words.js';
import type { Showing } from '../../platform/http/route.js';
import type { Table } from '../../platform/table.js';
import { formVersion } from '../forms/forms.store.js';
import { balanceTable, practitionersIn } from './balance.js';
import { filtersOf } from './filters.js';
import { frameOf, type FrameRow } from './frame-rows.store.js';
import { levelsHiddenFrom } from './hidden-levels.store.js';
import { addressOf } from './new-sample.js';
import { placesTable } from './places-table.js';
import { everTaken, placesOf, progressOf, type PlaceRow } from './places.store.js';
import { purposes } from './purposes.js';
import { asksForLevels, drawnBy, namesIn, rulesOf } from './record.js';
import { sampleById, type Sample } from './samples.store.js';

export interface SamplePage {
  title: string;
  where: string;
  sentence: string;
  acts: { text: string; href: string; kind?: string }[];
  figures: { n: string; text: string; state?: string }[];
  table: Table;
  heading: string;
  count: string | null;
  howTitle: string;
  elsewhere: string | null;
  facts: { name: string; text: string; href?: string }[];
  reserve: string | null;
  balance: Table | null;
  practitioners: string | null;
}

export const methods: Readonly<Record<Method, string>> = {
  simple: 'Simple random',
  'per-practitioner': 'So many for each practitioner',
  whole: 'The whole list',
  chosen: 'Chosen by hand, with a reason',
};

/** A sample within reach, or nothing that exists. */
export function sampleFor(c: Pick<Showing, 'db' | 'id' | 'reach' | 'today'>): Sample {
  const sample = sampleById(c.db, c.id('id'), c.reach, c.today);
  if (!sample) throw notFound();
  return sample;
}

/** Whether this person audits a case of the sample and has not put levels of their own. */
export function levelsHidden(c: Pick<Showing, 'db' | 'me'>, sample: Sample): boolean {
  return levelsHiddenFrom(c.db, c.me.id).some(({ sampleId }) => sampleId === sample.id);
}

export function samplePage(c: Showing, sample: Sample): SamplePage {
  const places = placesOf(c.db, sample.id, c.reach, c.today);
  const frame = frameOf(c.db, sample.id);
  const hidden = levelsHidden(c, sample);
  const taken = everTaken(c.db, sample.id);
  const drawn = frame.filter(({ rank }) => rank !== null && rank <= sample.size).length;
  const swapped = places.filter(({ leftAt }) => leftAt !== null).length;
  const isOfService = sample.subject === 'service';
  const mayChange = may(c.me, 'samples.draw') && !isOfService && sample.inspectionId === null;
  return {
    title: sample.name,
    where: formVersion(c.db, sample.formVersionId).title,
    sentence: isOfService
      ? ofServiceWords(sample)
      : `${drawn} ${sample.method === 'chosen' ? 'chosen' : 'drawn'} on ${formatDateInFull(londonDate(sample.drawnAt))} by ${drawnBy(sample)}; ${swapped} swapped. Due ${formatDateInFull(sample.dueOn)}.`,
    acts: isOfService ? [] : actsFor(sample, mayChange),
    figures: figuresOf(c, sample),
    table: placesTable(sample.id, places, c.today, mayChange),
    heading: isOfService ? 'The audit' : 'The cases',
    count: isOfService ? null : `in the order drawn; ${places.length} ${places.length === 1 ? 'case' : 'cases'}`,
    howTitle: isOfService ? 'How it began' : 'How it was drawn',
    elsewhere: elsewhere(places, taken.size),
    facts: factsOf(c, sample, hidden),
    reserve: reserveOf(c, sample, frame, taken),
    balance:
      sample.method === 'simple' || sample.method === 'per-practitioner'
        ? balanceTable(frame, sample.size, hidden)
        : null,
    practitioners: sample.method === 'chosen' ? null : practitionersIn(frame, sample.size),
  };
}

const ofServiceWords = (sample: Sample): string =>
  `An audit of the service itself, begun by hand on ${formatDateInFull(londonDate(sample.drawnAt))} by ${drawnBy(sample)}. Due ${formatDateInFull(sample.dueOn)}.`;

function actsFor(sample: Sample, mayDraw: boolean): SamplePage['acts'] {
  const again = addressOf('/samples/new', {
    ...filtersOf(rulesOf(sample)),
    method: sample.method,
    size: String(sample.size),
    form: String(sample.formVersionId),
    again: String(sample.againOf ?? sample.id),
  });
  return [
    ...(mayDraw && sample.method !== 'chosen' ? [{ text: 'Draw again', href: again, kind: 'secondary' }] : []),
    { text: 'Certificate', href: `/samples/${sample.id}/certificate`, kind: 'secondary' },
  ];
}

function figuresOf(c: Showing, sample: Sample): SamplePage['figures'] {
  const progress = progressOf(c.db, [sample.id], c.reach, c.today);
  const of = (...states: string[]) =>
    String(progress.filter((p) => states.includes(p.state)).reduce((sum, p) => sum + p.audits, 0));
  const late = progress.reduce((sum, p) => sum + p.late, 0);
  return [
    { n: of('assigned'), text: 'not begun' },
    { n: of('in-progress', 'returned'), text: 'in progress' },
    { n: of('submitted'), text: 'submitted' },
    { n: of('agreed'), text: 'agreed' },
    ...(late > 0 ? [{ n: String(late), text: 'late', state: 'late' }] : []),
  ];
}

function elsewhere(places: readonly PlaceRow[], all: number): string | null {
  const others = all - places.length;
  return others === 0
    ? null
    : `${others} more ${others === 1 ? 'case is' : 'cases are'} with other teams and not shown to you.`;
}

function factsOf(c: Showing, sample: Sample, hidden: boolean): SamplePage['facts'] {
  const rules = rulesOf(sample);
  const told = hidden ? { ...rules, harmLevels: [], safetyLevels: [], reoffendingLevels: [] } : rules;
  const held = hidden && asksForLevels(rules) ? ' Levels were asked for too: shown once you have put your own.' : '';
  if (sample.subject === 'service') return [{ name: 'Why', text: sample.reason ?? '' }];
  return [
    { name: 'Purpose', text: purposes[sample.purpose] },
    { name: 'Method', text: methods[sample.method] },
    ...(sample.method === 'chosen'
      ? []
      : [{ name: 'Who could be drawn', text: rulesInWords(told, namesIn(c.db)).join(' ') + held }]),
    ...(sample.reason === null ? [] : [{ name: 'Why these', text: sample.reason }]),
    ...(sample.againOf === null
      ? []
      : [
          {
            name: 'Drawn again',
            text: `${sample.againReason ?? ''} (the first sample)`,
            href: `/samples/${sample.againOf}`,
          },
        ]),
  ];
}

/** Only the next is named: whoever could read on would know what a swap brings. */
function reserveOf(c: Showing, sample: Sample, frame: readonly FrameRow[], taken: ReadonlySet<string>): string | null {
  const reserve = frame.filter(({ unit, rank }) => rank !== null && !taken.has(unit));
  if (sample.method === 'whole' || sample.method === 'chosen') return null;
  if (reserve.length === 0) return 'The reserve is used up: a case that leaves now leaves its place empty.';
  const waiting = `${reserve.length} in reserve, in the order drawn.`;
  const next = reserve[0];
  if (sample.method === 'per-practitioner' || !next)
    return `${waiting} A case is swapped for the next of the same practitioner.`;
  const mine = c.reach.kind === 'all' || (next.teamId !== null && c.me.teamsLed.includes(next.teamId));
  return mine ? `${waiting} Next: place ${next.rank}. The others are named when their turn comes.` : waiting;
}
