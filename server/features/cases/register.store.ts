import type {
  KnownCase,
  KnownOrder,
  ListedOrder,
  OrderFact,
  CaseFact,
  ValuesOf,
} from '../../domain/register/compare.js';
import type { OrderGroup, OrderType } from '../../domain/register/orders.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** The cases and orders that an import compares with and writes: the one writer of both tables. */

interface CaseValues {
  age: number | null;
  sex: string | null;
  ethnicity: string | null;
  lookedAfter: string | null;
  childProtection: string | null;
}

const listed = 'SELECT id FROM cases WHERE reference IN (SELECT value FROM json_each(@references))';

/** What is known of the cases with these references, by reference. */
export function knownCases(db: Db, references: readonly string[]): Map<string, KnownCase> {
  const bound = { references: JSON.stringify(references) };
  const orders = new Map<number, KnownOrder[]>();
  for (const { caseId, id, type, startedOn, ...values } of knownOrders(db, bound)) {
    const order = { id, type, startedOn, values };
    const own = orders.get(caseId);
    if (own) own.push(order);
    else orders.set(caseId, [order]);
  }
  const cases = sql<typeof bound, CaseValues & { id: number; reference: string }>(
    db,
    `SELECT id, reference, age, sex, ethnicity, looked_after AS lookedAfter, child_protection AS childProtection
     FROM cases WHERE id IN (${listed})`,
  ).all(bound);
  return new Map(
    cases.map((found) => [
      found.reference,
      {
        id: found.id,
        values: {
          age: found.age === null ? null : String(found.age),
          sex: found.sex,
          ethnicity: found.ethnicity,
          'looked-after': found.lookedAfter,
          'child-protection': found.childProtection,
        },
        orders: orders.get(found.id) ?? [],
      },
    ]),
  );
}

type OrderRow = { caseId: number; id: number; type: OrderType; startedOn: string } & ValuesOf<OrderFact>;

function knownOrders(db: Db, bound: { references: string }): OrderRow[] {
  return sql<{ references: string }, OrderRow>(
    db,
    `SELECT case_id AS caseId, id, order_type AS type, started_on AS startedOn, ends_on AS "ends-on", status,
       harm_level AS rosh, safety_level AS safety, reoffending_level AS reoffending, custody_entry_on AS "custody-entry",
       mappa_level AS mappa, CAST(practitioner_id AS TEXT) AS practitioner, CAST(team_id AS TEXT) AS team
     FROM orders WHERE case_id IN (${listed}) ORDER BY started_on DESC, id DESC`,
  ).all(bound);
}

export function addCase(db: Db, reference: string, values: ValuesOf<CaseFact>, importId: number): number {
  const row = { reference, importId, ...columnsOfCase(values) };
  const added = sql<typeof row>(
    db,
    `INSERT INTO cases (reference, age, sex, ethnicity, looked_after, child_protection, last_import_id)
     VALUES (@reference, @age, @sex, @ethnicity, @lookedAfter, @childProtection, @importId)`,
  ).run(row);
  return Number(added.lastInsertRowid);
}

/** Writes the facts of a case and that this import lists it. */
export function updateCase(db: Db, id: number, values: ValuesOf<CaseFact>, importId: number): void {
  const row = { id, importId, ...columnsOfCase(values) };
  sql<typeof row>(
    db,
    `UPDATE cases SET age = @age, sex = @sex, ethnicity = @ethnicity, looked_after = @lookedAfter,
       child_protection = @childProtection, last_import_id = @importId WHERE id = @id`,
  ).run(row);
}

export function addOrder(db: Db, caseId: number, order: ListedOrder, importId: number): number {
  const row = { caseId, importId, ...columnsOfOrder(order) };
  const added = sql<typeof row>(
    db,
    `INSERT INTO orders (case_id, order_type, order_group, started_on, ends_on, status, harm_level, safety_level,
       reoffending_level, custody_entry_on, mappa_level, practitioner_id, team_id, last_import_id)
     VALUES (@caseId, @type, @group, @startedOn, @endsOn, @status, @rosh, @safety,
       @reoffending, @custodyEntryOn, @mappa, @practitioner, @team, @importId)`,
  ).run(row);
  return Number(added.lastInsertRowid);
}

/** Writes the facts of an order and that this import lists it. */
export function updateOrder(db: Db, id: number, order: ListedOrder, importId: number): void {
  const row = { id, importId, ...columnsOfOrder(order) };
  sql<typeof row>(
    db,
    `UPDATE orders SET order_type = @type, order_group = @group, started_on = @startedOn, ends_on = @endsOn,
       status = @status, harm_level = @rosh, safety_level = @safety, reoffending_level = @reoffending,
       custody_entry_on = @custodyEntryOn, mappa_level = @mappa, practitioner_id = @practitioner, team_id = @team,
       last_import_id = @importId WHERE id = @id`,
  ).run(row);
}

/** Cases of faulty rows are listed, though nothing can be read of them: they and their orders keep standing. */
export function markListed(db: Db, references: readonly string[], importId: number): void {
  const bound = { references: JSON.stringify(references), importId };
  sql<typeof bound>(db, `UPDATE orders SET last_import_id = @importId WHERE case_id IN (${listed})`).run(bound);
  sql<typeof bound>(db, `UPDATE cases SET last_import_id = @importId WHERE id IN (${listed})`).run(bound);
}

/** How many cases of the newest list are not among these references. */
export function countNotListed(db: Db, newestImport: number, references: readonly string[]): number {
  const bound = { newestImport, references: JSON.stringify(references) };
  const row = sql<typeof bound, { n: number }>(
    db,
    `SELECT count(*) AS n FROM cases
     WHERE last_import_id = @newestImport AND reference IS NOT NULL
       AND reference NOT IN (SELECT value FROM json_each(@references))`,
  ).get(bound);
  return row?.n ?? 0;
}

function columnsOfCase(values: ValuesOf<CaseFact>): CaseValues {
  return {
    age: values.age === null ? null : Number(values.age),
    sex: values.sex,
    ethnicity: values.ethnicity,
    lookedAfter: values['looked-after'],
    childProtection: values['child-protection'],
  };
}

function columnsOfOrder({ type, group, startedOn, values }: ListedOrder) {
  return {
    type,
    group: group satisfies OrderGroup,
    startedOn,
    endsOn: values['ends-on'],
    status: values.status,
    rosh: values.rosh,
    safety: values.safety,
    reoffending: values.reoffending,
    custodyEntryOn: values['custody-entry'],
    mappa: values.mappa,
    practitioner: values.practitioner === null ? null : Number(values.practitioner),
    team: values.team === null ? null : Number(values.team),
  };
}
