import { date, share, table, text, type Table } from '../../platform/table.js';
import { caseOf } from './always-listed.js';
import type { CountedAudit } from './audits.store.js';
import { pooledOf, type Figure } from './figure.js';
import { selectedInWords, type Reporting } from './reporting.js';
import { metInWords, type Which } from './shares-met.js';
import { pageOf } from './what.js';

/** What was done when due in one person's work: counted beside quality, never averaged in. */
export interface ComplianceBeside {
  lead: string;
  short: string;
  figures: { name: string; count: string; href: string | null; sentence: string }[];
  table: Table;
}

export function complianceBeside(
  r: Reporting,
  person: number,
  audits: readonly CountedAudit[],
): ComplianceBeside | null {
  const mine = audits.filter(countsRules);
  if (mine.length === 0) return null;
  const [met, adjusted] = [complianceFigure(r, person, mine, 'met'), complianceFigure(r, person, mine, 'adjusted')];
  return {
    lead: `Counted beside, never averaged in: ${met.count} met, ${adjusted.count} with accepted reasons for lateness.`,
    short: `${met.count} met, ${adjusted.count} with accepted reasons; never averaged in.`,
    figures: [
      { name: 'Met', count: met.count, href: met.href, sentence: met.sentence },
      { name: 'With accepted reasons', count: adjusted.count, href: adjusted.href, sentence: adjusted.sentence },
    ],
    table: table({
      key: 'compliance',
      title: 'Compliance, audit by audit',
      sentence: `National Standards and other forms that measure compliance, ${selectedInWords(r)}.`,
      columns: [
        { key: 'case', head: 'Case', kind: 'reference' },
        { key: 'agreed', head: 'Agreed', kind: 'date' },
        { key: 'form', head: 'Form', kind: 'text' },
        { key: 'met', head: 'Met', kind: 'share' },
        { key: 'adjusted', head: 'With accepted reasons', kind: 'share' },
      ],
      rows: mine.map((audit) => ({
        case: text(caseOf(audit).reference, { href: caseOf(audit).href }),
        agreed: date(audit.agreedOn),
        form: text(r.form(audit.form)),
        met: share(audit.met, audit.due),
        adjusted: share(audit.metAdjusted, audit.due),
      })),
    }),
  };
}

export const countsRules = ({ measures, due }: CountedAudit): boolean => measures === 'compliance' && due > 0;

/** What was met in one person's audits, pooled; the audits are the clusters. */
export function complianceFigure(r: Reporting, person: number, audits: readonly CountedAudit[], which: Which): Figure {
  const clusters = audits.map((audit) => ({
    audit,
    count: { sufficient: which === 'met' ? audit.met : audit.metAdjusted, n: audit.due },
  }));
  const href = pageOf(r, { of: String(person), rules: which });
  return pooledOf(r, clusters, { says: metInWords[which], href, hold: false });
}
