import type { By } from '../../domain/by.js';
import type { ComparedCase, ListedOrder } from '../../domain/register/compare.js';
import type { Mapping, Register } from '../../domain/register/read-register.js';
import type { Remark, RowFault } from '../../domain/register/register-row.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addPerson } from '../people/people.store.js';
import { keepSpelling } from '../people/spellings.store.js';
import { addMembership, addTeam } from '../people/teams.store.js';
import { keepChange } from './changes.store.js';
import { addImport, keepFault, newestImport } from './imports.store.js';
import { writeKeptChanges } from './kept-facts.js';
import { keepMapping } from './mappings.store.js';
import { planImport, type Plan } from './plan-import.js';
import { addCase, addOrder, markListed, updateCase, updateOrder } from './register.store.js';
import { nameOf, teamKey, type Choices, type Settled } from './settle-names.js';

/** A register as read, with all that was chosen on the way. */
export interface Import {
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string;
  readonly mapping: Mapping;
  readonly register: Register;
  readonly choices: Choices;
  /** Ids of orders that are said to be the one new order of their case, put right. */
  readonly sameOrders: ReadonlySet<number>;
}

/** What an import did, or would do. `cases` and `orders` are what the good rows hold; the next three count cases. */
export interface Imported {
  readonly rows: number;
  readonly cases: number;
  readonly orders: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faulty: number;
  readonly faults: readonly RowFault[];
  readonly remarks: readonly Remark[];
}

/**
 * Brings in all good rows of a register. A case is updated with its history, one that is no longer listed is marked by
 * the import that last listed it, and nothing is deleted. The newest file once more changes nothing at all.
 * @returns the id of the import, or null when there was nothing to write
 */
export function importRegister(db: Db, by: By, given: Import): { importId: number | null; imported: Imported } {
  const { register, mapping } = given;
  const first = planImport(db, register, mapping, given.choices, given.sameOrders);
  const counts = { rows: register.rows, good: register.good.length, faulty: register.faulty };
  if (nothingToWrite(db, given.digest, first)) {
    const newest = newestImport(db);
    if (newest) by.entry.about('imports', newest.id, { ...counts, added: 0, changed: 0 });
    return { importId: null, imported: importedBy(first) };
  }
  const plan = planImport(db, register, mapping, makeNames(db, by, first), given.sameOrders);
  const importId = addImport(db, {
    madeBy: by.me?.id ?? null,
    madeAt: by.now,
    fileDigest: given.digest,
    mapping: JSON.stringify(mapping),
    rows: register.rows,
    cases: plan.cases.length,
    orders: plan.orders,
    faulty: register.faulty,
    added: plan.added,
    changed: plan.changed,
    unchanged: plan.unchanged,
  });
  markListed(db, [...register.alsoListed], importId);
  for (const compared of plan.cases) writeCase(db, compared, importId);
  writeKeptChanges(db, plan.keptChanges, { importId, by: by.me?.id ?? null, at: by.now });
  for (const fault of register.faults) keepFault(db, importId, fault);
  keepMapping(db, register.headings, mapping, { person: by.me?.id ?? null, at: by.now });
  by.entry.about('imports', importId, { ...counts, added: plan.added, changed: plan.changed });
  return { importId, imported: importedBy(plan) };
}

/** What a plan comes to, in the words of the command line. */
export function importedBy(plan: Plan): Imported {
  const { register, cases, orders, added, changed, unchanged, remarks } = plan;
  const { rows, faulty, faults } = register;
  return { rows, cases: cases.length, orders, added, changed, unchanged, faulty, faults, remarks };
}

function nothingToWrite(db: Db, digest: string, plan: Plan): boolean {
  if (plan.keptChanges.length > 0) return false;
  return plan.added + plan.changed === 0 && (plan.cases.length === 0 || newestImport(db)?.fileDigest === digest);
}

/** Makes the people and teams that are new, and keeps the spellings that somebody settled. */
function makeNames(db: Db, by: By, { names, register }: Plan): Choices {
  const teams: Record<string, Settled> = {};
  for (const { key, name, settled } of names.teams) teams[key] = settled === 'new' ? addTeam(db, name) : settled;

  const people: Record<string, Settled> = {};
  for (const person of names.people) {
    const { key, settled, match } = person;
    people[key] = settled === 'new' ? addPerson(db, nameOf(person), by.now) : settled;
    const id = people[key];
    if (settled === 'new' && typeof id === 'number') {
      const team = teams[teamOfPerson(register, person.spellings)];
      if (typeof team === 'number') addMembership(db, id, team, by.today);
    }
    const chosen = typeof settled === 'number' && !(match.is === 'known' && match.id === settled);
    if (chosen && by.me) keepSpelling(db, { spelling: key, person: settled, by: by.me.id, at: by.now });
  }
  return { people, teams };
}

/** The team under which the newest of somebody's orders stands. */
function teamOfPerson(register: Register, spellings: readonly string[]): string {
  const own = register.good.flatMap(({ order: { practitioner, team, startedOn } }) =>
    practitioner !== null && team !== null && spellings.includes(practitioner) ? [{ team, startedOn }] : [],
  );
  own.sort((a, b) => b.startedOn.localeCompare(a.startedOn));
  return teamKey(own[0]?.team ?? '');
}

function writeCase(db: Db, { listed, known, changes, orders }: ComparedCase, importId: number): void {
  if (!known) {
    const caseId = addCase(db, listed.reference, listed.values, importId);
    for (const order of orders) addOrder(db, caseId, order.listed, importId);
    return;
  }
  updateCase(db, known.id, after(known.values, changes), importId);
  for (const change of changes) keepChange(db, { importId, caseId: known.id, orderId: null }, change);
  for (const order of orders) {
    if (!order.known) {
      addOrder(db, known.id, order.listed, importId);
      continue;
    }
    const values = after(order.known.values, order.changes);
    updateOrder(db, order.known.id, { ...order.listed, values } satisfies ListedOrder, importId);
    const of = { importId, caseId: known.id, orderId: order.known.id };
    for (const change of order.changes) keepChange(db, of, change);
  }
}

/** The known values with the changes made: what the file has no column for stays. */
function after<Values extends Readonly<Record<string, string | null>>>(
  values: Values,
  changes: readonly { fact: string; after: string | null }[],
): Values {
  return {
    ...values,
    ...Object.fromEntries(changes.filter(({ fact }) => fact in values).map((c) => [c.fact, c.after])),
  };
}
