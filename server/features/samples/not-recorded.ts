import type { RuleKey } from '../../domain/sampling/eligibility.js';
import type { Listed } from './frame.js';

type Fact = (row: Listed) => unknown;

/** The fact that a rule asks for: where it is missing, the register has a fault that can be put right. */
const asksFor: Partial<Record<RuleKey, Fact>> = {
  ended: (row) => row.order?.endsOn,
  team: (row) => row.order?.teamId,
  practitioner: (row) => row.order?.practitionerId,
  'looked-after': (row) => row.case.lookedAfter,
  'child-protection': (row) => row.case.childProtection,
  'harm-level': (row) => row.order?.harmLevel,
  'safety-level': (row) => row.order?.safetyLevel,
  'reoffending-level': (row) => row.order?.reoffendingLevel,
};

/** Whether a case is left out only because the register does not say. */
export function notRecorded(row: Listed): boolean {
  if (row.verdict.eligible) return false;
  const fact = asksFor[row.verdict.rule];
  return fact !== undefined && (fact(row) ?? null) === null;
}
