import { createHash } from 'node:crypto';
import { Type as T, type Static } from '@sinclair/typebox';
import Ajv from 'ajv';
import { guessColumns, type ColumnFact, type Columns } from '../../domain/register/columns.js';
import { isRegisterFact } from '../../domain/register/facts.js';
import { isKeptFact, type KeptFactKey } from '../../domain/register/kept-facts.js';
import type { Mapping } from '../../domain/register/read-register.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';
import { factsKept } from '../settings/kept-facts.js';

const Words = T.Record(T.String(), T.String());
/** How a mapping is kept, in the table and with an upload. */
export const KeptMapping = T.Object({
  columns: T.Record(T.String(), T.Union([T.String(), T.Null()])),
  values: T.Partial(T.Object({ 'order-type': Words, level: Words, 'yes-no': Words })),
});
const isKept = new Ajv().compile<Static<typeof KeptMapping>>(KeptMapping);

/** The mapping that was used for these headings last time, else what they most likely mean. */
export function mappingFor(db: Db, headings: readonly string[]): Mapping & { readonly kept: boolean } {
  const row = sql<{ digest: string }, { columns: string; vals: string }>(
    db,
    'SELECT columns, vals FROM mappings WHERE headings_digest = @digest',
  ).get({ digest: digestOf(headings) });
  const stored = row && { columns: JSON.parse(row.columns) as unknown, values: JSON.parse(row.vals) as unknown };
  const facts = factsKept(db);
  if (!isKept(stored)) return { columns: guessColumns(headings, facts), values: {}, kept: false };
  return { ...mappingOf(stored, facts), kept: true };
}

/** Keeps how a file was read, for the next with the same headings. */
export function keepMapping(
  db: Db,
  headings: readonly string[],
  { columns, values }: Mapping,
  by: { person: number | null; at: string },
): void {
  const row = { digest: digestOf(headings), columns: JSON.stringify(columns), vals: JSON.stringify(values), ...by };
  sql<typeof row>(
    db,
    `INSERT INTO mappings (headings_digest, columns, vals, kept_by, kept_at) VALUES (@digest, @columns, @vals, @person, @at)
     ON CONFLICT (headings_digest) DO UPDATE SET columns = @columns, vals = @vals, kept_by = @person, kept_at = @at`,
  ).run(row);
}

/** A kept mapping with its facts checked: one that is no fact any more, or that the service no longer keeps, is left out. */
export function mappingOf(kept: Static<typeof KeptMapping>, facts: readonly KeptFactKey[]): Mapping {
  const columns: Columns = Object.fromEntries(
    Object.entries(kept.columns).map(([heading, fact]) => [
      heading,
      fact !== null && isColumnFact(fact, facts) ? fact : null,
    ]),
  );
  return { columns, values: kept.values };
}

/** What a column may be mapped to: a fact of the register, or one beyond it that the service keeps. */
export function isColumnFact(fact: string, kept: readonly KeptFactKey[]): fact is ColumnFact {
  return isRegisterFact(fact) || (isKeptFact(fact) && kept.includes(fact));
}

function digestOf(headings: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(headings)).digest('hex');
}
