import type { RegisterCase } from './cases.js';
import type { RegisterFact } from './facts.js';
import type { OrderGroup, OrderType } from './orders.js';
import type { RegisterOrder } from './register-row.js';

export const caseFacts = ['age', 'sex', 'ethnicity', 'looked-after', 'child-protection'] as const;
export const orderFacts = [
  'ends-on',
  'status',
  'rosh',
  'safety',
  'reoffending',
  'custody-entry',
  'mappa',
  'practitioner',
  'team',
] as const;
export type CaseFact = (typeof caseFacts)[number];
export type OrderFact = (typeof orderFacts)[number];
/** Values as text, so that they can be compared and kept as history; null is not recorded. */
export type ValuesOf<Fact extends string> = Readonly<Record<Fact, string | null>>;

/** An order as the service knows it; practitioner and team by their ids. */
export interface KnownOrder {
  readonly id: number;
  readonly type: OrderType;
  readonly startedOn: string;
  readonly values: ValuesOf<OrderFact>;
}

export interface KnownCase {
  readonly id: number;
  readonly values: ValuesOf<CaseFact>;
  readonly orders: readonly KnownOrder[];
}

/** A case as a file lists it, once practitioners and teams are matched. */
export interface ListedCase {
  readonly reference: string;
  readonly values: ValuesOf<CaseFact>;
  readonly orders: readonly ListedOrder[];
}

export interface ListedOrder {
  readonly type: OrderType;
  readonly group: OrderGroup;
  readonly startedOn: string;
  readonly values: ValuesOf<OrderFact>;
}

/** One value that a later file says otherwise. */
export interface Change {
  readonly fact: CaseFact | OrderFact | 'order-type' | 'started-on';
  readonly before: string | null;
  readonly after: string | null;
}

export interface ComparedOrder {
  readonly listed: ListedOrder;
  readonly known: KnownOrder | null;
  readonly changes: readonly Change[];
}

export interface ComparedCase {
  readonly listed: ListedCase;
  readonly known: KnownCase | null;
  readonly state: 'new' | 'changed' | 'same';
  /** Of the case itself. */
  readonly changes: readonly Change[];
  readonly orders: readonly ComparedOrder[];
  /** Orders that are known and no longer listed: kept, and marked. */
  readonly gone: readonly KnownOrder[];
  /** One gone, one new of the same type or start: it may be the same order, put right. */
  readonly maybeSame: KnownOrder | null;
}

/**
 * What a file changes about a case. An order is known again by type and start; facts that the file has no column for
 * stay as they are.
 * @param mapped the facts that the file has a column for
 * @param sameOrders ids of orders that are said to be the one new order of their case, put right
 */
export function compareCase(
  listed: ListedCase,
  known: KnownCase | null,
  mapped: ReadonlySet<RegisterFact>,
  sameOrders: ReadonlySet<number>,
): ComparedCase {
  const facts = caseFacts.filter((fact) => mapped.has(fact));
  const factsOfOrders = orderFacts.filter((fact) => fact === 'status' || mapped.has(fact));
  const knownOrders = known?.orders ?? [];
  const gone = knownOrders.filter((order) => !listed.orders.some((other) => isSame(order, other)));
  const added = listed.orders.filter((order) => !knownOrders.some((other) => isSame(other, order)));
  const maybeSame = onePutRight(gone, added);
  const putRight = maybeSame && sameOrders.has(maybeSame.id) ? maybeSame : null;

  const orders = listed.orders.map((order): ComparedOrder => {
    const before = knownOrders.find((other) => isSame(other, order)) ?? (added.includes(order) ? putRight : null);
    if (!before) return { listed: order, known: null, changes: [] };
    const identity: Change[] = [
      { fact: 'order-type', before: before.type, after: order.type },
      { fact: 'started-on', before: before.startedOn, after: order.startedOn },
    ];
    const changes = [...identity, ...changesOf(factsOfOrders, before.values, order.values)];
    return { listed: order, known: before, changes: changes.filter(differs) };
  });
  const changes = known ? changesOf(facts, known.values, listed.values).filter(differs) : [];
  const changed = changes.length > 0 || orders.some((order) => !order.known || order.changes.length > 0);
  return {
    listed,
    known,
    state: !known ? 'new' : changed ? 'changed' : 'same',
    changes,
    orders,
    gone: gone.filter((order) => order !== putRight),
    maybeSame,
  };
}

/** A case as read, with practitioners and teams as the ids (or marks) that they were matched to. */
export function listedCase(
  read: RegisterCase,
  practitionerOf: (spelling: string) => string | null,
  teamOf: (name: string) => string | null,
): ListedCase {
  return {
    reference: read.reference,
    values: {
      age: read.age === null ? null : String(read.age),
      sex: read.sex,
      ethnicity: read.ethnicity,
      'looked-after': read.lookedAfter,
      'child-protection': read.childProtection,
    },
    orders: read.orders.map((order) => ({
      type: order.type,
      group: order.group,
      startedOn: order.startedOn,
      values: {
        ...valuesOf(order),
        practitioner: order.practitioner === null ? null : practitionerOf(order.practitioner),
        team: order.team === null ? null : teamOf(order.team),
      },
    })),
  };
}

function valuesOf(order: RegisterOrder): ValuesOf<Exclude<OrderFact, 'practitioner' | 'team'>> {
  return {
    'ends-on': order.endsOn,
    status: order.status,
    rosh: order.harm,
    safety: order.safety,
    reoffending: order.reoffending,
    'custody-entry': order.custodyEntryOn,
    mappa: order.mappa,
  };
}

function onePutRight(gone: readonly KnownOrder[], added: readonly ListedOrder[]): KnownOrder | null {
  const [before, after] = [gone[0], added[0]];
  if (gone.length !== 1 || added.length !== 1 || !before || !after) return null;
  return before.type === after.type || before.startedOn === after.startedOn ? before : null;
}

function isSame(known: KnownOrder, listed: ListedOrder): boolean {
  return known.type === listed.type && known.startedOn === listed.startedOn;
}

function changesOf<Fact extends CaseFact | OrderFact>(
  facts: readonly Fact[],
  before: ValuesOf<Fact>,
  after: ValuesOf<Fact>,
): Change[] {
  return facts.map((fact) => ({ fact, before: before[fact], after: after[fact] }));
}

function differs({ before, after }: Change): boolean {
  return before !== after;
}
