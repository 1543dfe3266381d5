import type { CaseAsListed } from '../../domain/audits/fact-values.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

/** One fact of an audit: what the register held when it was begun, and what holds for the audit. */
export interface AuditFact {
  fact: string;
  registerValue: string | null;
  value: string | null;
  correctedBy: number | null;
  correctedAt: string | null;
}

export function factsOf(db: Db, audit: number): AuditFact[] {
  return sql<{ audit: number }, AuditFact>(
    db,
    `SELECT fact, register_value AS registerValue, value, corrected_by AS correctedBy, corrected_at AS correctedAt
     FROM audit_facts WHERE audit_id = @audit`,
  ).all({ audit });
}

/** Keeps a fact as the register has it. */
export function copyFact(db: Db, audit: number, fact: string, value: string | null): void {
  sql<{ audit: number; fact: string; value: string | null }>(
    db,
    'INSERT INTO audit_facts (audit_id, fact, register_value, value) VALUES (@audit, @fact, @value, @value)',
  ).run({ audit, fact, value });
}

/** Keeps what the auditor found instead; what the register said stays beside it. */
export function correctFact(
  db: Db,
  corrected: { audit: number; fact: string; value: string | null; by: number; at: string },
): void {
  sql<typeof corrected>(
    db,
    `UPDATE audit_facts SET value = @value, corrected_by = @by, corrected_at = @at WHERE audit_id = @audit AND fact = @fact`,
  ).run(corrected);
}

/** A case through one of its orders, as the register has it now. */
export function caseAsListed(db: Db, order: number): CaseAsListed {
  const row = sql<{ order: number }, CaseAsListed>(
    db,
    `SELECT o.order_type AS orderType, o.order_group AS orderGroup, o.started_on AS startedOn, o.ends_on AS endsOn, o.status,
       o.harm_level AS harmLevel, o.safety_level AS safetyLevel, o.reoffending_level AS reoffendingLevel,
       o.custody_entry_on AS custodyEntryOn, o.mappa_level AS mappaLevel, k.age, k.looked_after AS lookedAfter,
       k.child_protection AS childProtection
     FROM orders o JOIN cases k ON k.id = o.case_id WHERE o.id = @order`,
  ).get({ order });
  if (!row) throw new Error(`There is no order ${order}.`);
  return row;
}
