import type { KeptFactKey } from './kept-facts.js';
import type { OrderGroup, OrderType } from './orders.js';
import type { Level, OrderStatus } from './values.js';

/** A good row of a register: what it says about a case, and about one of its orders. Dates are YYYY-MM-DD. */
export interface RegisterRow {
  readonly line: number;
  readonly reference: string;
  readonly age: number | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly lookedAfter: 'yes' | 'no' | null;
  readonly childProtection: 'yes' | 'no' | null;
  readonly order: RegisterOrder;
}

export interface RegisterOrder {
  readonly line: number;
  readonly type: OrderType;
  readonly group: OrderGroup;
  readonly startedOn: string;
  readonly endsOn: string | null;
  readonly status: OrderStatus;
  readonly harm: Level | null;
  readonly safety: Level | null;
  readonly reoffending: Level | null;
  readonly custodyEntryOn: string | null;
  readonly mappa: '1' | '2' | '3' | null;
  /** As the file spells it; matched to a person when it is brought in. */
  readonly practitioner: string | null;
  readonly team: string | null;
  /** Facts beyond the register that the row holds; blank ones are not here. */
  readonly kept: Readonly<Partial<Record<KeptFactKey, string>>>;
}

/** What is wrong with one cell: the row is left out until it is put right. */
export interface RowFault {
  readonly line: number;
  /** The heading of the column, as the file has it. */
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

/** What was put right or noticed while reading; the row is good all the same. */
export interface Remark {
  readonly line: number;
  readonly field: string;
  readonly says: string;
}
