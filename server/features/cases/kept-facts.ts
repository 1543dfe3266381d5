import { keptFact, type KeptFactKey } from '../../domain/register/kept-facts.js';
import type { RegisterRow } from '../../domain/register/register-row.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { addCaseFact, factsOfCase, type CaseFactRow } from './case-facts.store.js';

/** A fact beyond the register that a list says otherwise, or for the first time. */
export interface KeptChange {
  row: RegisterRow;
  fact: KeptFactKey;
  value: string;
}

/** What the good rows of a list say beyond the register that is not known yet. A blank cell says nothing. */
export function keptChanges(db: Db, rows: readonly RegisterRow[]): KeptChange[] {
  return rows.flatMap((row) => {
    const said = Object.entries(row.order.kept) as [KeptFactKey, string][];
    if (said.length === 0) return [];
    const place = placeOf(db, row);
    const known = place ? factsOfCase(db, place.caseId) : [];
    return said
      .filter(([fact, value]) => knownValue(known, fact, place?.orderId ?? null) !== value)
      .map(([fact, value]) => ({ row, fact, value }));
  });
}

/** Writes them down, once cases and orders are there. */
export function writeKeptChanges(
  db: Db,
  changes: readonly KeptChange[],
  of: { importId: number; by: number | null; at: string },
): void {
  for (const { row, fact, value } of changes) {
    const place = placeOf(db, row);
    if (!place) continue;
    const orderId = keptFact(fact).of === 'case' ? null : place.orderId;
    const known = knownValue(factsOfCase(db, place.caseId), fact, orderId);
    if (known !== value) addCaseFact(db, { caseId: place.caseId, orderId, fact, value, auditId: null, ...of });
  }
}

function knownValue(known: readonly CaseFactRow[], fact: KeptFactKey, orderId: number | null): string | null {
  const order = keptFact(fact).of === 'case' ? null : orderId;
  return known.find((one) => one.fact === fact && one.orderId === order)?.value ?? null;
}

/** Where a row's case and order stand in the register. */
function placeOf(db: Db, { reference, order: { type, startedOn } }: RegisterRow) {
  return sql<{ reference: string; type: string; startedOn: string }, { caseId: number; orderId: number }>(
    db,
    `SELECT k.id AS caseId, o.id AS orderId FROM cases k JOIN orders o ON o.case_id = k.id
     WHERE k.reference = @reference AND o.order_type = @type AND o.started_on = @startedOn`,
  ).get({ reference, type, startedOn });
}
