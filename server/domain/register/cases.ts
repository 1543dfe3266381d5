import type { RegisterOrder, RegisterRow, Remark } from './register-row.js';

/** A case as a register tells it: one child's supervision with its orders, the one that began last first. */
export interface RegisterCase {
  readonly reference: string;
  readonly age: number | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly lookedAfter: 'yes' | 'no' | null;
  readonly childProtection: 'yes' | 'no' | null;
  readonly orders: readonly RegisterOrder[];
}

const factsOfTheCase = ['age', 'sex', 'ethnicity', 'lookedAfter', 'childProtection'] as const;
const saidAs = {
  age: 'age',
  sex: 'sex',
  ethnicity: 'ethnicity',
  lookedAfter: 'looked after',
  childProtection: 'child protection plan',
} as const;

/**
 * Rows of one reference become one case. An order is known again by its type and start: a later row of the same order
 * replaces the earlier. The facts of the case are those of the order that runs now, or of the last one; where that
 * row is silent, those of the next. Rows that say different things get a remark.
 */
export function casesOf(rows: readonly RegisterRow[]): { cases: RegisterCase[]; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const cases = [...byReference(rows).values()].map((own) => {
    const orders = ordersOf(own, remarks);
    const leading = [...own].sort((a, b) => latestFirst(a.order, b.order));
    for (const fact of factsOfTheCase) {
      const said = [...new Set(leading.map((row) => row[fact]).filter((value) => value !== null))];
      if (said.length > 1) {
        const says = `Rows of this case say ${said.join(' and ')}; kept: ${said[0]}.`;
        remarks.push({ line: leading[0]?.line ?? 0, field: saidAs[fact], says });
      }
    }
    const first = <F extends (typeof factsOfTheCase)[number]>(fact: F): RegisterRow[F] | null =>
      leading.find((row) => row[fact] !== null)?.[fact] ?? null;
    return {
      reference: own[0]?.reference ?? '',
      age: first('age'),
      sex: first('sex'),
      ethnicity: first('ethnicity'),
      lookedAfter: first('lookedAfter'),
      childProtection: first('childProtection'),
      orders,
    };
  });
  return { cases, remarks };
}

function ordersOf(rows: readonly RegisterRow[], remarks: Remark[]): RegisterOrder[] {
  const orders = new Map<string, RegisterOrder>();
  for (const { order } of rows) {
    const key = `${order.type} ${order.startedOn}`;
    const earlier = orders.get(key);
    if (earlier) {
      const says = `Says something else about the order of line ${earlier.line}; the later line is kept.`;
      remarks.push({ line: order.line, field: 'order', says });
    }
    orders.set(key, order);
  }
  return [...orders.values()].sort(latestFirst);
}

/** The order that runs now before those that are over, then the one that began last. */
function latestFirst(a: RegisterOrder, b: RegisterOrder): number {
  if (a.status !== b.status) return a.status === 'open' ? -1 : 1;
  return b.startedOn.localeCompare(a.startedOn) || b.line - a.line;
}

function byReference(rows: readonly RegisterRow[]): Map<string, RegisterRow[]> {
  const cases = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const own = cases.get(row.reference);
    if (own) own.push(row);
    else cases.set(row.reference, [row]);
  }
  return cases;
}
