import { formatDateInFull } from '../calendar/format-date.js';
import { parseDate } from '../calendar/parse-date.js';
import { excelDay } from './excel-day.js';
import { registerFacts, type RegisterFact } from './facts.js';
import { groupOf } from './orders.js';
import type { RegisterRow, Remark, RowFault } from './register-row.js';
import {
  readAge,
  readLevel,
  readMappa,
  readOrderType,
  readStatus,
  readYesNo,
  type MappedKind,
  type ReadValue,
  type ValueMap,
} from './values.js';
import { looksLikeWords } from './reference.js';

/** Words of an export that mean nothing yet: to be mapped once. */
export interface UnknownValue {
  readonly kind: MappedKind;
  readonly words: string;
}

/** One row, read: good or not, what is wrong, what was noticed. */
export interface ReadRow {
  /** Null when it is faulty or left out. */
  readonly row: RegisterRow | null;
  readonly leftOut: boolean;
  readonly faults: readonly RowFault[];
  readonly remarks: readonly Remark[];
  readonly unknown: readonly UnknownValue[];
}

/** The cells of one row by fact, cleaned; `heading` is the column that each came from. */
export interface RowOfFacts {
  readonly line: number;
  readonly text: (fact: RegisterFact) => string;
  readonly heading: (fact: RegisterFact) => string;
}

/**
 * Reads one row by the rules of a register. Faulty: no reference, or words in its place; a start that is missing or no
 * date; an end that is no date or before the start; a level, order or yes/no that is neither known nor mapped; an age
 * that is no whole number from 8 to 25. Blank cells elsewhere are not recorded. What else can't be read is left blank,
 * and a remark tells.
 * @param today YYYY-MM-DD, for an order whose state is not given: it is open until its end
 */
export function readRow(cells: RowOfFacts, values: ValueMap, today: string): ReadRow {
  const faults: RowFault[] = [];
  const remarks: Remark[] = [];
  const unknown: UnknownValue[] = [];
  let leftOut = false;

  const fault = (fact: RegisterFact, reason: string) => {
    faults.push({ line: cells.line, field: cells.heading(fact), value: cells.text(fact), reason });
    return null;
  };
  const remark = (fact: RegisterFact, says: string) => {
    remarks.push({ line: cells.line, field: cells.heading(fact), says });
    return null;
  };
  const known = <V>(fact: RegisterFact, kind: MappedKind, read: ReadValue<V>, reason: string): V | null => {
    if (read === 'left out') leftOut = true;
    else if (read === 'unknown') {
      unknown.push({ kind, words: cells.text(fact) });
      fault(fact, reason);
    } else return read.value;
    return null;
  };
  const level = (fact: RegisterFact) =>
    known(
      fact,
      'level',
      readLevel(cells.text(fact), values),
      'Not a level that Assay knows: low, medium, high or very high.',
    );
  const yesNo = (fact: RegisterFact) =>
    known(fact, 'yes-no', readYesNo(cells.text(fact), values), 'Neither yes nor no.');
  const typed = (fact: RegisterFact) => cells.text(fact) || null;

  const reference = cells.text('reference');
  if (reference === '') fault('reference', 'A row needs a reference.');
  else if (looksLikeWords(reference)) {
    // It may be a child's name: the fault does not repeat it.
    const reason = 'Words, not a reference. Names of children are not kept, nor shown here.';
    faults.push({ line: cells.line, field: cells.heading('reference'), value: '', reason });
  }

  const words = cells.text('order-type');
  const type =
    words === ''
      ? fault('order-type', 'A row needs an order.')
      : known('order-type', 'order-type', readOrderType(words, values), 'Not an order that Assay knows.');

  const startedOn =
    cells.text('started-on') === '' ? fault('started-on', 'A row needs a start.') : dateOf('started-on');
  const endsOn = cells.text('ends-on') === '' ? null : dateOf('ends-on');
  if (startedOn && endsOn && endsOn < startedOn)
    fault('ends-on', `Ends before it starts (${formatDateInFull(startedOn)}).`);

  const ageTyped = cells.text('age');
  const age = ageTyped === '' ? null : (readAge(ageTyped) ?? fault('age', 'Not an age from 8 to 25, in whole years.'));

  const order = {
    line: cells.line,
    endsOn,
    status: status(),
    harm: level('rosh'),
    safety: level('safety'),
    reoffending: level('reoffending'),
    custodyEntryOn: custodyEntry(),
    mappa: mappa(),
    practitioner: typed('practitioner'),
    team: typed('team'),
  };
  const ofTheCase = {
    reference,
    age,
    sex: typed('sex'),
    ethnicity: typed('ethnicity'),
    lookedAfter: yesNo('looked-after'),
    childProtection: yesNo('child-protection'),
  };
  const good = faults.length === 0 && !leftOut && type !== null && startedOn !== null;
  return {
    row: good ? { line: cells.line, ...ofTheCase, order: { ...order, type, group: groupOf(type), startedOn } } : null,
    leftOut: leftOut && faults.length === 0,
    faults,
    remarks,
    unknown,
  };

  function dateOf(fact: RegisterFact): string | null {
    return parseDate(cells.text(fact)) ?? fault(fact, whyNoDate(cells.text(fact)));
  }

  function custodyEntry(): string | null {
    const given = cells.text('custody-entry');
    return given === '' ? null : (parseDate(given) ?? remark('custody-entry', `${whyNoDate(given)} Left blank.`));
  }

  function mappa() {
    const read = readMappa(cells.text('mappa'));
    return read === null ? remark('mappa', 'Not a MAPPA level from 1 to 3. Left blank.') : read || null;
  }

  function status() {
    const given = cells.text('status');
    const read = readStatus(given);
    if (!read && given !== '')
      remark('status', `Neither open nor closed. Taken from the ${registerFacts['ends-on'].says}.`);
    return read ?? (endsOn !== null && endsOn < today ? 'closed' : 'open');
  }
}

/** Says why typed words are no date, as exactly as it can be said. */
function whyNoDate(given: string): string {
  const day = excelDay(given);
  if (day)
    return `A number; as an Excel date it is ${formatDateInFull(day)}. Give the column a date format and export again.`;
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(given);
  const month = british ? parseDate(`1/${british[2]}/${british[3]}`) : null;
  return british && month ? `There is no ${Number(british[1])} ${formatDateInFull(month).slice(2)}.` : 'Not a date.';
}
