import { latenessReasonOf } from '../../domain/forms/lateness.js';
import { isException } from '../../domain/reports/late-papers.js';
import { roundHalfUp } from '../../domain/statistics/rounding.js';
import { blank, date, number, table, text, type Table } from '../../platform/table.js';
import { caseOf } from './always-listed.js';
import { itemIn } from './question-versions.js';
import { selectedInWords, type Reporting } from './reporting.js';
import type { Result, RulesOfForm } from './rules.js';

/** Every rule that was not kept, by case, with its reason: row by row where a rule repeats. */
export function exceptionsTable(r: Reporting, form: RulesOfForm): Table {
  const rows = missed(form.rows);
  return table({
    key: 'exceptions',
    title: 'Exceptions',
    sentence: `Rules not met or not evidenced in audits that you may open, ${selectedInWords(r)}, newest first.`,
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'agreed', head: 'Agreed', kind: 'date' },
      { key: 'rule', head: 'Rule', kind: 'text' },
      { key: 'result', head: 'Result', kind: 'text' },
      { key: 'days', head: 'Took', kind: 'file' },
      { key: 'limit', head: 'Limit', kind: 'file' },
      { key: 'reason', head: 'Reason', kind: 'text' },
      { key: 'team', head: 'Team', kind: 'file' },
    ],
    rows: rows.map((result) => ({
      case: text(caseOf(result.audit).reference, {
        href: caseOf(result.audit).href,
        note: r.team(result.audit.team),
      }),
      agreed: date(result.audit.agreedOn),
      rule: text(itemIn(r, result.audit, result.item)?.question ?? result.item),
      result: text(resultInWords(result.outcome), { note: timeTaken(result) }),
      days: result.days === null ? blank() : number(result.days, Number.isInteger(result.days) ? 0 : 1),
      limit: text(result.limitUsed ?? ''),
      reason: text(reasonInWords(result)),
      team: text(r.team(result.audit.team)),
    })),
  });
}

/** What was not kept, newest first: the rows of a repeated rule in place of its result for the case. */
export function missed(results: readonly Result[]): Result[] {
  const byRow = new Set(
    results.filter(({ occurrence }) => occurrence > 0).map(({ audit, item }) => `${audit.id} ${item}`),
  );
  return results
    .filter(
      ({ audit, item, occurrence, outcome }) =>
        isException(outcome) && (occurrence > 0 || !byRow.has(`${audit.id} ${item}`)),
    )
    .sort((a, b) => b.audit.agreedOn.localeCompare(a.audit.agreedOn) || b.audit.id - a.audit.id);
}

/** 'took 8, limit within 1 working day' */
function timeTaken({ days, limitUsed }: Result): string | null {
  if (limitUsed === null) return null;
  const limit = `limit: ${limitUsed}`;
  return days === null ? limit : `took ${roundHalfUp(days, Number.isInteger(days) ? 0 : 1)}, ${limit}`;
}

export const resultInWords = (outcome: string): string =>
  outcome === 'not-evidenced' ? 'Not evidenced' : outcome === 'not-met' ? 'Not met' : 'Not met, reason given';

export function reasonInWords({ reason, outcome, accepted }: Result): string {
  const known = latenessReasonOf(reason);
  if (!known) return outcome === 'not-evidenced' ? '' : 'No reason given';
  return `${known.reason} (${accepted ? 'accepted' : 'not accepted'})`;
}
