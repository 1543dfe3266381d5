import type Database from 'better-sqlite3';
import type { Db } from './open.js';

type Named = object;

/** A prepared statement whose parameters and rows are named by whoever wrote the SQL. */
export interface Sql<Params, Row> {
  get(...params: Params extends void ? [] : [Params]): Row | undefined;
  all(...params: Params extends void ? [] : [Params]): Row[];
  run(...params: Params extends void ? [] : [Params]): Database.RunResult;
}

const prepared = new WeakMap<Db, Map<string, unknown>>();

/** Every text prepared so far on a connection: what the house test explains at the end of a run. */
export function statementsOf(db: Db): string[] {
  return [...(prepared.get(db)?.keys() ?? [])];
}

/**
 * Prepares a text once for each connection. Parameters are named (`@id`), never glued into the text.
 * @example sql<{ id: number }, { name: string }>(db, 'SELECT name FROM people WHERE id = @id').get({ id: 1 })
 */
export function sql<Params extends Named | void = void, Row = never>(db: Db, text: string): Sql<Params, Row> {
  let known = prepared.get(db);
  if (!known) prepared.set(db, (known = new Map<string, unknown>()));
  let statement = known.get(text) as Sql<Params, Row> | undefined;
  if (!statement) {
    statement = db.prepare(text) as unknown as Sql<Params, Row>;
    known.set(text, statement);
  }
  return statement;
}
