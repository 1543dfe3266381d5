import { casesOf } from '../../domain/register/cases.js';
import { compareCase, listedCase, type ComparedCase } from '../../domain/register/compare.js';
import { isRegisterFact } from '../../domain/register/facts.js';
import { nameKey } from '../../domain/register/names.js';
import type { Mapping, Register } from '../../domain/register/read-register.js';
import type { Remark } from '../../domain/register/register-row.js';
import type { Db } from '../../platform/sqlite/open.js';
import { newestImport } from './imports.store.js';
import { keptChanges, type KeptChange } from './kept-facts.js';
import { countNotListed, knownCases } from './register.store.js';
import { settleNames, teamKey, type Choices, type Names, type Settled } from './settle-names.js';

/** What bringing in a register would do: nothing is written yet. */
export interface Plan {
  readonly register: Register;
  readonly names: Names;
  readonly cases: readonly ComparedCase[];
  readonly orders: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Cases of the newest list that this one does not hold. */
  readonly notListed: number;
  readonly remarks: readonly Remark[];
  /** What the list says beyond the register that is not known yet. */
  readonly keptChanges: readonly KeptChange[];
}

/** Compares a register with what is known. People and teams that are new stand for themselves by their spelling. */
export function planImport(
  db: Db,
  register: Register,
  mapping: Mapping,
  choices: Choices,
  sameOrders: ReadonlySet<number>,
): Plan {
  const names = settleNames(db, register.good, choices);
  const people = new Map(names.people.map((person) => [person.key, markOf(person.settled, person.key)]));
  const teams = new Map(names.teams.map((team) => [team.key, markOf(team.settled, team.key)]));
  const { cases, remarks } = casesOf(register.good);
  const references = cases.map((one) => one.reference);
  const known = knownCases(db, references);
  const mapped = new Set(
    Object.values(mapping.columns)
      .filter((fact) => fact !== null)
      .filter(isRegisterFact),
  );
  const compared = cases.map((read) => {
    const listed = listedCase(
      read,
      (spelling) => people.get(nameKey(spelling)) ?? null,
      (name) => teams.get(teamKey(name)) ?? null,
    );
    return compareCase(listed, known.get(read.reference) ?? null, mapped, sameOrders);
  });
  const count = (state: ComparedCase['state']) => compared.filter((one) => one.state === state).length;
  const newest = newestImport(db);
  return {
    register,
    names,
    cases: compared,
    orders: cases.reduce((sum, one) => sum + one.orders.length, 0),
    added: count('new'),
    changed: count('changed'),
    unchanged: count('same'),
    notListed: newest ? countNotListed(db, newest.id, [...references, ...register.alsoListed]) : 0,
    remarks: [...register.remarks, ...remarks],
    keptChanges: keptChanges(db, register.good),
  };
}

function markOf(settled: Settled, key: string): string | null {
  if (settled === 'nobody') return null;
  return settled === 'new' ? `new: ${key}` : String(settled);
}
