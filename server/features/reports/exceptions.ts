import type { FormDocument } from '../../domain/forms/document.js';
import { latenessReasonOf } from '../../domain/forms/lateness.js';
import { isException } from '../../domain/reports/late-papers.js';
import { blank, date, number, table, text, type Table } from '../../platform/table.js';
import { caseOf } from './always-listed.js';
import { selectedInWords, type Reporting } from './reporting.js';
import type { Result } from './shares-met.js';

/** Every rule that was not kept, by case, with its reason: row by row where a rule repeats. */
export function exceptionsTable(r: Reporting, document: FormDocument | null, results: readonly Result[]): Table {
  const questions = new Map(
    (document?.sections ?? []).flatMap(({ items }) => items.map((item) => [item.key, item.question])),
  );
  const byRow = new Set(
    results.filter(({ occurrence }) => occurrence > 0).map(({ audit, item }) => `${audit} ${item}`),
  );
  const rows = results.filter(
    ({ audit, item, occurrence, outcome, by }) =>
      by.within && isException(outcome) && (occurrence > 0 || !byRow.has(`${audit} ${item}`)),
  );
  rows.sort((a, b) => b.by.agreedOn.localeCompare(a.by.agreedOn) || b.audit - a.audit);
  return table({
    key: 'exceptions',
    title: 'Exceptions',
    sentence: `Rules not met or not evidenced in audits that you may open, ${selectedInWords(r)}, newest first.`,
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'agreed', head: 'Agreed', kind: 'date' },
      { key: 'rule', head: 'Rule', kind: 'text' },
      { key: 'result', head: 'Result', kind: 'text' },
      { key: 'days', head: 'Took', kind: 'number' },
      { key: 'limit', head: 'Limit', kind: 'text' },
      { key: 'reason', head: 'Reason', kind: 'text' },
      { key: 'team', head: 'Team', kind: 'text' },
    ],
    rows: rows.map((result) => ({
      case: text(caseOf(result.by).reference, { href: caseOf(result.by).href }),
      agreed: date(result.by.agreedOn),
      rule: text(questions.get(result.item) ?? result.item),
      result: text(resultInWords(result.outcome)),
      days: result.days === null ? blank() : number(result.days, Number.isInteger(result.days) ? 0 : 1),
      limit: text(result.limitUsed ?? ''),
      reason: text(reasonInWords(result)),
      team: text(r.team(result.by.team)),
    })),
  });
}

const resultInWords = (outcome: string): string =>
  outcome === 'not-evidenced' ? 'Not evidenced' : outcome === 'not-met' ? 'Not met' : 'Not met, reason given';

function reasonInWords({ reason, outcome, accepted }: Result): string {
  const known = latenessReasonOf(reason);
  if (!known) return outcome === 'not-evidenced' ? '' : 'No reason given';
  return `${known.reason} (${accepted ? 'accepted' : 'not accepted'})`;
}
