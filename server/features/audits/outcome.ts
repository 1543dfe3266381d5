import { whatApplies, type Applying } from '../../domain/forms/applies.js';
import type { Item } from '../../domain/forms/document.js';
import type { Db } from '../../platform/sqlite/open.js';
import type { StoredAnswer } from './answers.store.js';
import type { Audit } from './audits.store.js';
import { filledAudit, type FilledAudit } from './filled-audit.js';
import { numbersOf, questionId } from './question-numbers.js';
import {
  auditResult,
  itemResults,
  sectionResults,
  themeResults,
  type AuditResult,
  type ItemResult,
} from './results.store.js';

/** What an audit came to at its last submission, with the form and the answers that it came from. */
export interface Outcome extends FilledAudit {
  result: AuditResult;
  sections: ReturnType<typeof sectionResults>;
  themes: ReturnType<typeof themeResults>;
  items: ItemResult[];
  applying: Applying;
  numbers: ReadonlyMap<string, string>;
}

export function outcomeOf(db: Db, audit: Audit): Outcome {
  const filled = filledAudit(db, audit);
  const applying = whatApplies(filled.filled);
  const result = auditResult(db, audit.id);
  if (!result) throw new Error(`Audit ${audit.id} has no result.`);
  return {
    ...filled,
    result,
    sections: sectionResults(db, audit.id),
    themes: themeResults(db, audit.id),
    items: itemResults(db, audit.id),
    applying,
    numbers: numbersOf(filled.form.document, applying),
  };
}

/** An item of the form by its key. */
export function itemOf(outcome: Pick<FilledAudit, 'form'>, key: string): Item | null {
  return outcome.form.document.sections.flatMap(({ items }) => items).find((item) => item.key === key) ?? null;
}

/** The number of a question as the audit's pages show it; empty for a question that is not asked. */
export const numberOf = (outcome: Pick<Outcome, 'numbers'>, item: string, occurrence = 0): string =>
  outcome.numbers.get(questionId(item, occurrence)) ?? '';

/** Where an answer stands on the page of all answers. */
export const answerHref = (audit: { id: number }, item: string, occurrence = 0): string =>
  `/audits/${audit.id}/answers#${questionId(item, occurrence)}`;

export const answerTo = (outcome: Pick<FilledAudit, 'answers'>, item: string): StoredAnswer | null =>
  outcome.answers.find((answer) => answer.item === item && answer.occurrence === 0) ?? null;
