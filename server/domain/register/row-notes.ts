import type { ColumnFact } from './columns.js';
import type { RegisterFact } from './facts.js';
import type { Remark, RowFault } from './register-row.js';
import type { MappedKind, ReadValue } from './values.js';

/** The cells of one row by fact, cleaned; `heading` is the column that each came from. */
export interface RowOfFacts {
  readonly line: number;
  readonly text: (fact: ColumnFact) => string;
  readonly heading: (fact: ColumnFact) => string;
}

/** Words of an export that mean nothing yet: to be mapped once. */
export interface UnknownValue {
  readonly kind: MappedKind;
  readonly words: string;
}

/** What is found out about a row while it is read. */
export class RowNotes {
  readonly faults: RowFault[] = [];
  readonly remarks: Remark[] = [];
  readonly unknown: UnknownValue[] = [];
  /** One of its words was mapped to 'leave these rows out'. */
  isLeftOut = false;

  constructor(private readonly cells: RowOfFacts) {}

  /** The row is faulty; gives null, as the value that could not be read. */
  fault(fact: RegisterFact, reason: string, value = this.cells.text(fact)): null {
    this.faults.push({ line: this.cells.line, field: this.cells.heading(fact), value, reason });
    return null;
  }

  /** The row is good all the same; gives null, as the value that is left blank. */
  remark(fact: ColumnFact, says: string): null {
    this.remarks.push({ line: this.cells.line, field: this.cells.heading(fact), says });
    return null;
  }

  /** The value, or null with a note of why there is none. */
  known<V>(fact: RegisterFact, kind: MappedKind, read: ReadValue<V>, reason: string): V | null {
    if (read === 'left out') {
      this.isLeftOut = true;
      return null;
    }
    if (read !== 'unknown') return read.value;
    this.unknown.push({ kind, words: this.cells.text(fact) });
    return this.fault(fact, reason);
  }
}
