import { formatDate } from '../../domain/calendar/format-date.js';
import { parseDate } from '../../domain/calendar/parse-date.js';
import type { Part } from '../../domain/inspections/frameworks.js';
import { inspectorateSize, sampleSize } from '../../domain/statistics/sample-size.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Table } from '../../platform/table.js';
import { effectOf } from '../samples/effect.js';
import { frameOfPart, mostOfOne, rulesOfPart, sizeOfPart, windowOf, type HowMany } from './frame.js';
import type { Inspection } from './inspections.store.js';
import { ableReaders } from './readers.store.js';

interface Field {
  value: string;
  fault: string | null;
}

export interface DrawPage {
  title: string;
  where: string;
  action: string;
  from: Field;
  until: Field;
  howMany: Field & { options: { value: string; text: string; hint: string }[] };
  size: Field;
  /** How many may be drawn, how many would be. */
  says: string;
  yardstick: string | null;
  notEligible: Table | null;
  readers: string;
  readersFault: string | null;
  readersHref: string;
  twice: Field;
  registerHref: string;
}

export interface DrawFields {
  from: string;
  until: string;
  howMany: string;
  size: string;
}

/** What was asked, read: dates that are none ask nothing until the draw, which refuses them. */
export const readDrawFields = ({ from, until, howMany, size }: DrawFields) => ({
  from: parseDate(from),
  until: parseDate(until),
  howMany: isHowMany(howMany) ? howMany : ('inspectorate' as const),
  size: /^\d{1,4}$/.test(size.trim()) ? Number(size) : null,
});

const isHowMany = (key: string): key is HowMany => ['inspectorate', 'whole', 'number'].includes(key);

/** Counts before the draw. It says how many, never who. */
export function drawPage(c: Showing<DrawFields>, inspection: Inspection, part: Part): DrawPage {
  const window = windowOf(part, inspection.startsOn);
  const first: DrawFields = {
    from: formatDate(window.from),
    until: formatDate(window.until),
    howMany: 'inspectorate',
    size: '',
  };
  const asked = c.query.howMany === '' ? first : c.query;
  const field = (name: keyof DrawFields): Field => ({ value: typed(c, name, asked[name]), fault: faultAt(c, name) });
  const given = readDrawFields({
    from: field('from').value,
    until: field('until').value,
    howMany: field('howMany').value,
    size: field('size').value,
  });
  const rules = rulesOfPart(part, given.from, given.until);
  const frame = frameOfPart(c.db, rules, given.howMany, c.today);
  const effect = effectOf(frame, rules, () => `/inspections/${inspection.id}/register`);
  const readers = ableReaders(c.db, inspection.id, c.today);
  return {
    title: `Draw: ${part.title}`,
    where: inspection.name,
    action: c.address,
    from: field('from'),
    until: field('until'),
    howMany: { ...field('howMany'), options: waysOf(effect.eligible) },
    size: field('size'),
    says: saysOf(effect.eligible, effect.listed, sizeOfPart(given.howMany, effect.eligible, given.size ?? 0)),
    yardstick: given.howMany === 'number' && effect.eligible > 0 ? yardstick(effect.eligible) : null,
    notEligible: effect.reasons,
    readers: readers.map(({ name }) => name).join(', ') || 'Nobody yet.',
    readersFault: faultAt(c, 'readers'),
    readersHref: `/inspections/${inspection.id}/readers`,
    twice: { value: typed(c, 'twice', '1'), fault: faultAt(c, 'twice') },
    registerHref: `/inspections/${inspection.id}/register`,
  };
}

const percent = (share: number): string => String(Math.round(share * 100));
const inspectorate = `${percent(inspectorateSize.confidence)}% confidence, ${percent(inspectorateSize.margin)} points either side`;

const waysOf = (eligible: number) => [
  {
    value: 'inspectorate',
    text:
      eligible === 0
        ? 'By the inspectorate’s sum'
        : `By the inspectorate’s sum: ${sampleSize(eligible).n} of ${eligible}`,
    hint: `${inspectorate}; at most ${mostOfOne} of one practitioner.`,
  },
  { value: 'whole', text: 'The whole caseload', hint: 'Where it is small. Nobody is left in reserve.' },
  { value: 'number', text: 'So many', hint: 'What the days allow: two readers read nine cases in two days.' },
];

const saysOf = (eligible: number, listed: number, size: number): string =>
  `${eligible} of ${listed} cases may be drawn; ${size} would be${eligible > size ? `, ${eligible - size} stay in reserve in the order drawn` : ''}.`;

const yardstick = (eligible: number): string =>
  `The inspectorate would read ${sampleSize(eligible).n} of ${eligible} (${inspectorate}). With fewer, lead with counts and call ratings indicative.`;
