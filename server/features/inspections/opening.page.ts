import { formatDate, formatDateInFull } from '../../domain/calendar/format-date.js';
import { frameworks, partsOf } from '../../domain/inspections/frameworks.js';
import { sampleSize } from '../../domain/statistics/sample-size.js';
import type { Showing } from '../../platform/http/route.js';
import type { Table } from '../../platform/table.js';
import { contactsOfService } from '../concerns/contacts.store.js';
import { ranksOf } from '../samples/frame-rows.store.js';
import { samplesOfInspection, type Sample } from '../samples/samples.store.js';
import type { Inspection } from './inspections.store.js';
import { ableReaders } from './readers.store.js';
import { sittingsOf } from './sittings.store.js';
import { daysIn, dayTable } from './timetable.page.js';

export interface OpeningPage {
  title: string;
  where: string;
  sentence: string;
  purpose: string;
  rules: { text: string }[];
  sample: { name: string; text: string }[];
  smaller: string | null;
  people: { name: string; text: string }[];
  concern: string;
  days: { title: string; table: Table | null }[];
  backHref: string;
}

/** The page that is printed for the opening of the first day. */
export function openingPage(c: Showing, inspection: Inspection): OpeningPage {
  const samples = samplesOfInspection(c.db, inspection.id);
  const sittings = sittingsOf(c.db, inspection.id);
  return {
    title: inspection.name,
    where: frameworks[inspection.framework].title,
    sentence: `${formatDateInFull(inspection.startsOn)} to ${formatDateInFull(inspection.endsOn)}, led by ${inspection.leadName}.`,
    purpose: inspection.purpose,
    rules: [
      { text: 'The work is judged, not the person. No name of a worker stands in a rating, a chart or the report.' },
      {
        text: 'Each case is read afresh: readers see no other audit of it, and the service’s levels only after their own.',
      },
      { text: 'Ratings are told after the meeting of the readers, and are provisional until the report.' },
      { text: 'A practitioner reads what was found in their case once it is agreed.' },
    ],
    sample: samples.map((sample) => ({ name: titleOf(inspection, sample), text: sampleWords(c, sample) })),
    smaller: samples.some((sample) => isSmaller(c, sample)) ? smaller : null,
    people: ableReaders(c.db, inspection.id, c.today).map(({ name, kind, fromService }) => ({
      name,
      text:
        kind === 'own'
          ? 'auditor of the service'
          : `visiting${fromService ? `, ${fromService}` : ''}, until ${formatDate(inspection.accessUntil)}`,
    })),
    concern: concernWords(c),
    days: daysIn(inspection).map((day) => ({
      title: formatDateInFull(day),
      table: dayTable(
        inspection,
        sittings.filter(({ beginsAt }) => beginsAt.startsWith(day)),
        () => false,
        day,
      ),
    })),
    backHref: `/inspections/${inspection.id}`,
  };
}

const titleOf = ({ framework }: Inspection, { inspectionPart }: Sample): string =>
  partsOf(framework).find(({ key }) => key === inspectionPart)?.title ?? '';

const eligibleIn = (c: Showing, sample: Sample): number => ranksOf(c.db, sample.id).length;

function sampleWords(c: Showing, sample: Sample): string {
  const eligible = eligibleIn(c, sample);
  return `${Math.min(sample.size, eligible)} of ${eligible} cases, ${sample.method === 'whole' ? 'the whole caseload' : 'drawn at random'}`;
}

const isSmaller = (c: Showing, sample: Sample): boolean => {
  const eligible = eligibleIn(c, sample);
  return eligible > 0 && sample.size < sampleSize(eligible).n;
};

const smaller =
  'These are fewer cases than the inspectorate would read: counts and findings lead, and any rating is indicative.';

function concernWords(c: Showing): string {
  const contacts = contactsOfService(c.db, c.today);
  if (!contacts) return 'Nobody is set to receive concerns: set that under Settings before anybody reads.';
  return `If a child or somebody else may be at risk now, raise a concern on the page and ring ${contacts.name}, ${contacts.telephone}.`;
}
