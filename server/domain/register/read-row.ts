import { formatDateInFull } from '../calendar/format-date.js';
import { parseDate } from '../calendar/parse-date.js';
import { excelDay } from './excel-day.js';
import { registerFacts, type RegisterFact } from './facts.js';
import { groupOf, type OrderType } from './orders.js';
import { keptFactKeys, type KeptFactKey } from './kept-facts.js';
import { readKeptFact } from './read-kept-fact.js';
import { looksLikeWords } from './reference.js';
import type { RegisterOrder, RegisterRow, Remark, RowFault } from './register-row.js';
import { RowNotes, type RowOfFacts, type UnknownValue } from './row-notes.js';
import {
  readAge,
  readLevel,
  readMappa,
  readOrderType,
  readStatus,
  readYesNo,
  type Level,
  type OrderStatus,
  type ValueMap,
} from './values.js';

/** One row, read: good or not, what is wrong, what was noticed. */
export interface ReadRow {
  /** Null when it is faulty or left out. */
  readonly row: RegisterRow | null;
  readonly leftOut: boolean;
  readonly faults: readonly RowFault[];
  readonly remarks: readonly Remark[];
  readonly unknown: readonly UnknownValue[];
}

/**
 * Reads one row by the rules of a register. Faulty: no reference, or words in its place; a start that is missing or no
 * date; an end that is no date or before the start; a level, order or yes/no that is neither known nor mapped; an age
 * that is no whole number from 8 to 25. Blank cells elsewhere are not recorded. What else can't be read is left blank,
 * and a remark tells. A row that is to be left out has no faults: nobody need put it right.
 * @param today YYYY-MM-DD, for an order whose state is not given: it is open until its end
 */
export function readRow(cells: RowOfFacts, values: ValueMap, today: string): ReadRow {
  const notes = new RowNotes(cells);
  const typed = (fact: RegisterFact) => cells.text(fact) || null;

  const reference = readReference(cells, notes);
  const type = readType(cells, notes, values);
  const startedOn = readDate('started-on', cells, notes) ?? missingStart(cells, notes);
  const endsOn = readDate('ends-on', cells, notes);
  if (startedOn && endsOn && endsOn < startedOn) {
    notes.fault('ends-on', `Ends before it starts (${formatDateInFull(startedOn)}).`);
  }
  const age = cells.text('age') === '' ? null : (readAge(cells.text('age')) ?? notes.fault('age', notAnAge));
  const ofTheOrder = {
    line: cells.line,
    endsOn,
    status: statusOf(cells, notes, endsOn, today),
    harm: level('rosh', cells, notes, values),
    safety: level('safety', cells, notes, values),
    reoffending: level('reoffending', cells, notes, values),
    custodyEntryOn: custodyEntry(cells, notes),
    mappa: mappa(cells, notes),
    practitioner: typed('practitioner'),
    team: typed('team'),
    kept: keptOf(cells, notes, values),
  };
  const ofTheCase = {
    age,
    sex: typed('sex'),
    ethnicity: typed('ethnicity'),
    lookedAfter: yesNo('looked-after', cells, notes, values),
    childProtection: yesNo('child-protection', cells, notes, values),
  };

  const { remarks, unknown, isLeftOut } = notes;
  if (isLeftOut) return { row: null, leftOut: true, faults: [], remarks, unknown };
  if (notes.faults.length > 0 || reference === null || type === null || startedOn === null) {
    return { row: null, leftOut: false, faults: notes.faults, remarks, unknown };
  }
  const order: RegisterOrder = { ...ofTheOrder, type, group: groupOf(type), startedOn };
  return { row: { line: cells.line, reference, ...ofTheCase, order }, leftOut: false, faults: [], remarks, unknown };
}

const notAnAge = 'Not an age from 8 to 25, in whole years.';

function readReference(cells: RowOfFacts, notes: RowNotes): string | null {
  const reference = cells.text('reference');
  if (reference === '') return notes.fault('reference', 'A row needs a reference.');
  if (!looksLikeWords(reference)) return reference;
  // It may be a child's name: the fault does not repeat it.
  return notes.fault('reference', 'Words, not a reference. Names of children are not kept, nor shown here.', '');
}

function readType(cells: RowOfFacts, notes: RowNotes, values: ValueMap): OrderType | null {
  const words = cells.text('order-type');
  if (words === '') return notes.fault('order-type', 'A row needs an order.');
  return notes.known('order-type', 'order-type', readOrderType(words, values), 'Not an order that Assay knows.');
}

/** The date, or null: blank, or a fault. */
function readDate(fact: RegisterFact, cells: RowOfFacts, notes: RowNotes): string | null {
  const given = cells.text(fact);
  return given === '' ? null : (parseDate(given) ?? notes.fault(fact, whyNoDate(given)));
}

function missingStart(cells: RowOfFacts, notes: RowNotes): null {
  return cells.text('started-on') === '' ? notes.fault('started-on', 'A row needs a start.') : null;
}

function level(fact: RegisterFact, cells: RowOfFacts, notes: RowNotes, values: ValueMap): Level | null {
  const reason = 'Not a level that Assay knows: low, medium, high or very high.';
  return notes.known(fact, 'level', readLevel(cells.text(fact), values), reason);
}

function yesNo(fact: RegisterFact, cells: RowOfFacts, notes: RowNotes, values: ValueMap): 'yes' | 'no' | null {
  return notes.known(fact, 'yes-no', readYesNo(cells.text(fact), values), 'Neither yes nor no.');
}

function custodyEntry(cells: RowOfFacts, notes: RowNotes): string | null {
  const given = cells.text('custody-entry');
  if (given === '') return null;
  return parseDate(given) ?? notes.remark('custody-entry', `${whyNoDate(given)} Left blank.`);
}

function mappa(cells: RowOfFacts, notes: RowNotes): '1' | '2' | '3' | null {
  const read = readMappa(cells.text('mappa'));
  return read === null ? notes.remark('mappa', 'Not a MAPPA level from 1 to 3. Left blank.') : read || null;
}

/** What can't be read is left blank, and a remark tells: no row is faulty for a fact that nobody needs. */
function keptOf(cells: RowOfFacts, notes: RowNotes, values: ValueMap): RegisterOrder['kept'] {
  const kept: Partial<Record<KeptFactKey, string>> = {};
  for (const fact of keptFactKeys) {
    const text = cells.text(fact);
    if (text === '') continue;
    const read = readKeptFact(fact, text, values);
    if ('problem' in read) notes.remark(fact, `${read.problem} Left blank.`);
    else if (read.value !== null) kept[fact] = read.value;
  }
  return kept;
}

function statusOf(cells: RowOfFacts, notes: RowNotes, endsOn: string | null, today: string): OrderStatus {
  const given = cells.text('status');
  const read = readStatus(given);
  if (!read && given !== '') {
    notes.remark('status', `Neither open nor closed. Taken from the ${registerFacts['ends-on'].says}.`);
  }
  return read ?? (endsOn !== null && endsOn < today ? 'closed' : 'open');
}

/** Says why typed words are no date, as exactly as it can be said. */
function whyNoDate(given: string): string {
  const day = excelDay(given);
  if (day) {
    return `A number; as an Excel date it is ${formatDateInFull(day)}. Give the column a date format and export again.`;
  }
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(given);
  const month = british ? parseDate(`1/${british[2]}/${british[3]}`) : null;
  return british && month ? `There is no ${Number(british[1])} ${formatDateInFull(month).slice(2)}.` : 'Not a date.';
}
