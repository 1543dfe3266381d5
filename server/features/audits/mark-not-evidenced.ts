import type { By } from '../../domain/by.js';
import { whatApplies } from '../../domain/forms/applies.js';
import { gatewaySettles } from '../../domain/forms/gateway.js';
import { notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { filledAudit } from './filled-audit.js';
import { openForWriting } from './own-audit.js';
import { putAnswer } from './save-answer.js';

/** Where there is no plan or no assessment: marks the questions below it 'Not evidenced' in one step, and says how many. */
export function markNotEvidenced(db: Db, by: By, auditId: number, gateway: string): number {
  const writing = openForWriting(db, by, auditId);
  const applying = whatApplies(filledAudit(db, writing.audit).shown);
  const question = applying.questions.find(({ item }) => item.key === gateway);
  if (!question) throw notFound('This form has no such question.');
  const settled = gatewaySettles(writing.form, applying, question);
  for (const { item, occurrence, answer } of settled) {
    const { note = null, evidence = null } = answer ?? {};
    putAnswer(db, by, writing, {
      item: item.key,
      occurrence,
      value: 'not-evidenced',
      note,
      evidence,
      reason: null,
      seen: null,
    });
  }
  return settled.length;
}
