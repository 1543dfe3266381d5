import { isUnfinished, stateNames } from '../../domain/audits/states.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { partsOf } from '../../domain/inspections/frameworks.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { table, text, type Table } from '../../platform/table.js';
import { leavingReasons } from '../audits/leave-place.js';
import { mayChangeHands } from './change-reading.js';
import type { Inspection } from './inspections.store.js';
import { judgementsOf, type Judgement } from './judgements.store.js';
import { questionsOfForm, valueInWords } from './question-words.js';
import { readersWhoMayTake } from './readers-who-may-take.js';
import type { Reading } from './readings.store.js';
import { heldSettled, isBothIn, pairOf, settledValues, unsettledOf } from './settle.js';

interface Field {
  value: string;
  fault: string | null;
}

interface Choice extends Field {
  options: { value: string; text: string }[];
}

export interface ReadingPage {
  title: string;
  where: string;
  facts: { name: string; text: string }[];
  /** The answers, once they are in. */
  result: string | null;
  talk: string;
  /** Of two readings: what stands between them. */
  pair: { text: string; href: string | null } | null;
  agree: { action: string; stops: string | null } | null;
  back: { action: string; reason: Field } | null;
  give: { action: string; to: Choice; why: Field } | null;
  out: { action: string; code: Choice; reason: Field } | null;
  change: { action: string; item: Choice; value: Choice; reason: Field; settled: Table | null } | null;
  backHref: string;
}

/** One reading, for whoever leads: what it waits for, and what can be done with it. */
export function readingPage(c: Showing, inspection: Inspection, reading: Reading): ReadingPage {
  const here = `/inspections/${inspection.id}/readings/${reading.id}`;
  const open = inspection.state !== 'closed';
  const isIn = reading.state === 'submitted' || reading.state === 'agreed';
  const pair = pairOf(c.db, inspection.id, reading);
  const part = partsOf(inspection.framework).find(({ key }) => key === reading.part)?.title ?? reading.part;
  return {
    title: reading.reference ?? 'Erased case',
    where: `${inspection.name}: ${part}, place ${reading.place}`,
    facts: [
      { name: 'Reader', text: reading.auditorName },
      {
        name: 'Reading',
        text: { only: 'the only one', first: 'first of two', second: 'second of two, blind' }[reading.reading],
      },
      { name: 'State', text: stateNames[reading.state] },
      { name: 'Practitioner', text: reading.practitioner ?? 'Not recorded' },
      { name: 'Due', text: formatDate(reading.dueOn) },
    ],
    result: isIn ? `/audits/${reading.id}/result` : null,
    talk: `${here}/talk`,
    pair: pair && {
      text: isBothIn(pair)
        ? differWords(unsettledOf(c.db, inspection.id, reading).length)
        : 'The other reading is not in yet.',
      href: isBothIn(pair) ? `/inspections/${inspection.id}/readings/${pair.first.id}/differences` : null,
    },
    agree:
      open && reading.state === 'submitted'
        ? { action: `${here}/agreement`, stops: whyNot(c, inspection, reading) }
        : null,
    back: open && reading.state === 'submitted' ? { action: `${here}/return`, reason: field(c, 'back') } : null,
    give: open && mayChangeHands(reading.state) ? givePart(c, inspection, reading, here) : null,
    out: open && isUnfinished(reading.state) ? outPart(c, here) : null,
    change: open && isIn && reading.reading !== 'second' ? changePart(c, inspection, reading, here) : null,
    backHref: `/inspections/${inspection.id}`,
  };
}

const field = (c: Showing, name: string): Field => ({ value: typed(c, name), fault: faultAt(c, name) });

const differWords = (open: number): string =>
  open === 0 ? 'Both readings are in; every difference is settled.' : `Both readings are in; ${open} to settle.`;

function whyNot(c: Showing, inspection: Inspection, reading: Reading): string | null {
  if (reading.auditorId === c.me.id) return 'You read this case: the head of service agrees the reading.';
  return reading.reading !== 'only' && unsettledOf(c.db, inspection.id, reading).length > 0
    ? 'Two people read this case. Settle where they differ first.'
    : null;
}

const givePart = (c: Showing, inspection: Inspection, reading: Reading, here: string): ReadingPage['give'] => ({
  action: `${here}/reader`,
  to: {
    ...field(c, 'to'),
    options: [
      { value: '', text: 'Choose a reader' },
      ...readersWhoMayTake(c.db, reading, inspection.id, c.today).map(({ id, name, holds }) => ({
        value: String(id),
        text: `${name} (holds ${holds})`,
      })),
    ],
  },
  why: field(c, 'why'),
});

const outPart = (c: Showing, here: string): ReadingPage['out'] => ({
  action: `${here}/leaving`,
  code: { ...field(c, 'code'), options: Object.entries(leavingReasons).map(([value, text]) => ({ value, text })) },
  reason: field(c, 'reason'),
});

function changePart(c: Showing, inspection: Inspection, reading: Reading, here: string): ReadingPage['change'] {
  const questions = questionsOfForm(c.db, reading.formVersionId);
  const judged = judgementsOf(c.db, inspection.id).filter(({ auditId }) => auditId === reading.id);
  return {
    action: `${here}/judgement`,
    item: {
      ...field(c, 'item'),
      options: [
        { value: '', text: 'Choose a judgement' },
        ...judged.map(({ itemKey, value, settled }) => ({
          value: itemKey,
          text: `${questions.get(itemKey) ?? itemKey}: ${valueInWords(settled ?? value)}`,
        })),
      ],
    },
    value: { ...field(c, 'value'), options: Object.entries(settledValues).map(([value, text]) => ({ value, text })) },
    reason: field(c, 'changed'),
    settled: settledTable(judged, questions, heldSettled(c.db, inspection.id, reading.id)),
  };
}

function settledTable(
  judged: readonly Judgement[],
  questions: ReadonlyMap<string, string>,
  held: ReturnType<typeof heldSettled>,
): Table | null {
  if (held.size === 0) return null;
  return table({
    key: 'settled',
    title: 'Settled judgements',
    sentence: 'What holds in place of what the reader wrote; the reading itself stays as it is.',
    columns: [
      { key: 'question', head: 'Key question', kind: 'text' },
      { key: 'was', head: 'Reader', kind: 'text' },
      { key: 'is', head: 'Settled', kind: 'text' },
      { key: 'why', head: 'Why', kind: 'words' },
    ],
    rows: [...held.values()].map(({ itemKey, value, reason, by }) => ({
      question: text(questions.get(itemKey) ?? itemKey),
      was: text(valueInWords(judged.find((one) => one.itemKey === itemKey)?.value ?? null)),
      is: text(valueInWords(value), { strong: true }),
      why: text(`${reason} (${by})`),
    })),
  });
}
