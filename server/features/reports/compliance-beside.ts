import { date, share, table, text, type Table } from '../../platform/table.js';
import { caseOf } from './always-listed.js';
import type { CountedAudit } from './audits.store.js';
import { pooledOf, type Figure } from './figure.js';
import { selectedInWords, type Reporting } from './reporting.js';

/** What was done when due in one person's work: counted beside quality, never averaged in. */
export interface ComplianceBeside {
  lead: string;
  short: string;
  sentence: string;
  table: Table;
}

export function complianceBeside(r: Reporting, audits: readonly CountedAudit[]): ComplianceBeside | null {
  const mine = audits.filter(({ measures, due }) => measures === 'compliance' && due > 0);
  if (mine.length === 0) return null;
  const of = (count: (audit: CountedAudit) => number, says: string): Figure =>
    pooledOf(
      r,
      mine.map((audit) => ({ audit, count: { sufficient: count(audit), n: audit.due } })),
      { says, href: null },
    );
  const met = of((audit) => audit.met, 'met in time');
  const adjusted = of((audit) => audit.metAdjusted, 'met in time or late with an accepted reason');
  return {
    lead: `Counted beside, never averaged in: ${met.count} met, ${adjusted.count} with accepted reasons for lateness.`,
    short: `${met.count} met, ${adjusted.count} with accepted reasons; never averaged in.`,
    sentence: met.sentence,
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
