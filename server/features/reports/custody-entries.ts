import { asksCompliance } from '../../domain/forms/scales.js';
import { isException } from '../../domain/reports/late-papers.js';
import { isDue } from '../../domain/scoring/compliance.js';
import type { CountedAudit } from './audits.store.js';
import { pooledOf, type Figure } from './figure.js';
import { grouped } from './grouped.js';
import { resultsOfForm } from './items.store.js';
import { itemIn } from './question-versions.js';
import type { Reporting } from './reporting.js';
import { pageOf } from './what.js';

/** The key of the form that takes every entry to custody. */
export const custodyForm = 'custody-documents';

/** One entry to custody, and whether every paper that was due came in time. */
export interface Entry {
  audit: CountedAudit;
  onTime: boolean;
}

/** The entries of audits around the period: one a row of the papers' group. @param r narrowed to the form */
export function entriesOf(r: Reporting, audits: readonly CountedAudit[]): Entry[] {
  const byId = new Map(audits.map((audit) => [audit.id, audit]));
  const rows = resultsOfForm(r.db, r.selection.form ?? '', r.around).filter(({ audit, item, occurrence, outcome }) => {
    const by = byId.get(audit);
    const asked = by && itemIn(r, by, item);
    return asked && asksCompliance(asked) && occurrence > 0 && isDue(outcome);
  });
  return [...grouped(rows, ({ audit, occurrence }) => `${audit} ${occurrence}`).values()].flatMap((papers) => {
    const audit = byId.get(papers[0]?.audit ?? 0);
    return audit ? [{ audit, onTime: papers.every(({ outcome }) => !isException(outcome)) }] : [];
  });
}

export const saysOnTime = 'to custody with every paper on time';

/** 'x of n entries': entries of one case go together, so the audits are the clusters. */
export function entriesFigure(r: Reporting, entries: readonly Entry[], hold: boolean): Figure {
  const clusters = [...grouped(entries, ({ audit }) => audit)].map(([audit, theirs]) => ({
    audit,
    count: { sufficient: theirs.filter(({ onTime }) => onTime).length, n: theirs.length },
  }));
  return pooledOf(r, clusters, { says: saysOnTime, unit: 'entries', href: pageOf(r, { entries: 'on-time' }), hold });
}
