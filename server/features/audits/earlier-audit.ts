import type { EarlierAudit } from '../../domain/forms/reaudit/earlier.js';
import { takenItems } from '../../domain/forms/reaudit/take.js';
import { wholeFormAdvised } from '../../domain/forms/reaudit/proposals.js';
import type { Db } from '../../platform/sqlite/open.js';
import { actionsOfAudit } from '../actions/actions.store.js';
import type { Outcome } from './outcome.js';

/** An agreed audit as a re-audit is made from it. */
export function earlierAudit(db: Db, { audit, form, items }: Pick<Outcome, 'audit' | 'form' | 'items'>): EarlierAudit {
  const named = actionsOfAudit(db, audit.id).filter(({ state }) => state !== 'dropped');
  return {
    id: audit.id,
    form: form.document,
    results: items,
    actionItems: named.flatMap(({ itemKey }) => itemKey ?? []),
  };
}

/** Why the whole form should be read again instead; null when a re-audit is enough. */
export function whyWholeForm(db: Db, outcome: Outcome): string | null {
  const taken = takenItems(earlierAudit(db, outcome)).length;
  const closed = outcome.sections.filter(({ judgement }) => judgement === 'not-sufficient').length;
  const { computedGrade, ownGrade } = outcome.result;
  const grade = [computedGrade, ownGrade].includes('inadequate') ? 'inadequate' : computedGrade;
  if (!wholeFormAdvised(taken, grade, closed)) return null;
  return taken > 20
    ? `${taken} questions fell short: read the whole form again instead.`
    : `The audit is Inadequate and ${closed} sections were not sufficient: read the whole form again instead.`;
}
