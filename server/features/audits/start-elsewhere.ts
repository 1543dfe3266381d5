import type { By } from '../../domain/by.js';
import { factsFrom } from '../../domain/audits/fact-values.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { check } from '../../domain/forms/check/check.js';
import { reauditKey } from '../../domain/forms/check/keys.js';
import { generateReaudit } from '../../domain/forms/reaudit/generate.js';
import { conflict, invalidField, notAllowed } from '../../domain/problems.js';
import type { Me } from '../../domain/rights.js';
import { anyCase } from '../../domain/sampling/rules.js';
import type { Db } from '../../platform/sqlite/open.js';
import { nextVersion } from '../forms/forms.store.js';
import { publishVersion } from '../forms/publish-version.js';
import { drawSample } from '../samples/draw.js';
import { actor, auditForAct } from './audit-for-act.js';
import type { Audit } from './audits.store.js';
import { earlierAudit } from './earlier-audit.js';
import { outcomeOf } from './outcome.js';
import { reauditors } from './start-reaudit.js';

/** Why this person can't ask the weak questions of an audit on other cases; null when they can. */
export function whyNotElsewhere(audit: Audit, me: Me): string | null {
  const leads = audit.teamId !== null && me.teamsLed.includes(audit.teamId);
  if (!leads && !me.roles.has('head')) return 'The lead of the case’s team or the head of service asks this.';
  if (audit.state !== 'agreed') return 'What fell short is asked elsewhere once the audit is agreed.';
  if (audit.subject !== 'order') return 'Only what fell short on a case is asked on others.';
  return audit.reauditOf === null ? null : 'Ask again from the first audit.';
}

interface Given {
  /** Ids of other cases: two or three newer ones of the same worker or team. */
  cases: readonly number[];
  auditors: readonly number[];
  dueOn: string | null;
}

/**
 * Asks on other cases what fell short in an agreed audit: the better evidence of whether practice has moved. The form is
 * made out of the audit and kept for good; the cases are a sample that somebody chose.
 * @returns the id of the sample; throws invalid with the fields
 */
export function startElsewhere(db: Db, by: By, id: number, { cases, auditors, dueOn }: Given): number {
  const audit = auditForAct(db, by, 'samples.draw', id);
  const why = whyNotElsewhere(audit, actor(by));
  if (why) throw notAllowed(why);
  if (audit.caseId !== null && cases.includes(audit.caseId))
    throw invalidField('references', 'This case was read first: name other cases.');
  const able = reauditors(db, audit, by.today).map((one) => one.id);
  if (!auditors.every((one) => able.includes(one))) throw invalidField('auditors', 'Choose among those who may read.');
  const earlier = earlierAudit(db, outcomeOf(db, audit));
  const version = nextVersion(db, reauditKey);
  const from = audit.agreedOn ?? by.today;
  const making = { facts: factsFrom(new Map()), from, seed: 'nothing drawn', version, use: 'other-cases' as const };
  const { document } = generateReaudit(earlier, making);
  if (!document) throw conflict('Nothing fell short in this audit.');
  const problems = check(document);
  if (problems.length > 0) throw new Error(`The questions of ${id} fail the checker: ${problems[0]?.message}`);
  return drawSample(db, by, {
    name: `What fell short, on other cases, ${audit.formTitle}, ${formatDate(by.today)}`,
    formVersionId: publishVersion(db, document, { origin: 're-audit', by: by.me?.id ?? null, at: by.now }),
    reason: `Whether practice has moved since the audit agreed on ${formatDate(from)}.`,
    ...{ purpose: 're-audit', method: 'chosen', rules: anyCase, size: null, againOf: null, againReason: null },
    ...{ chosen: cases, auditors, dueOn, reauditOf: audit.id },
  });
}
