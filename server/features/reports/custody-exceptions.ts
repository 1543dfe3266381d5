import { formatDate } from '../../domain/calendar/format-date.js';
import { optionsOf } from '../../domain/forms/scales.js';
import { latenessReasonOf } from '../../domain/forms/lateness.js';
import { howLate } from '../../domain/reports/how-late.js';
import { quartersOf } from '../../domain/reports/period.js';
import { date, number, state, table, text, type Cell, type Table } from '../../platform/table.js';
import { formVersion } from '../forms/forms.store.js';
import type { CountedAudit } from './audits.store.js';
import { answersIn, type Answered } from './written.store.js';
import { caseOf } from './always-listed.js';
import { isIn } from './counting.js';
import { missed, resultInWords } from './exceptions.js';
import { actionsOfAudit, type ActionListed } from './listed.store.js';
import { itemIn } from './question-versions.js';
import { selectedInWords, type Reporting } from './reporting.js';
import type { Result } from './rules.js';

/** One paper that was not there in time. */
export interface LatePaper {
  result: Result;
  answer: Answered | undefined;
  /** 'Remand, 2 Feb 2026': which of the child's entries. */
  entry: string;
  actions: readonly ActionListed[];
}

/** Every paper that was not met, newest first, with what was written and what is being done about it. */
export const latePapers = (r: Reporting, results: readonly Result[]): LatePaper[] =>
  missed(results).map((result) => {
    const { audit, item, occurrence } = result;
    const inRow = answersIn(r.db, audit.id).filter((one) => one.occurrence === occurrence);
    return {
      result,
      answer: inRow.find((one) => one.item === item),
      entry: entryInWords(r, audit, inRow),
      actions: actionsOfAudit(r.db, audit.id).filter((action) => action.item === null || action.item === item),
    };
  });

function entryInWords(r: Reporting, audit: CountedAudit, inRow: readonly Answered[]): string {
  const valueOf = (key: string): string | null => inRow.find(({ item }) => item === key)?.value ?? null;
  const [kind, when] = [valueOf('entry-kind'), valueOf('entry-decision-time')];
  const asked = itemIn(r, audit, 'entry-kind');
  const options = asked ? optionsOf(formVersion(r.db, audit.version).document, asked) : [];
  const label = options.find(({ key }) => key === kind)?.label ?? null;
  return [label, when && formatDate(when.slice(0, 10))].filter(Boolean).join(', ');
}

/** By case: which paper, how late, the cause, what was written of it and done about it. */
export function papersTable(r: Reporting, late: readonly LatePaper[]): Table {
  return table({
    key: 'papers',
    title: 'Papers that were not there in time',
    sentence: `In audits that you may open, ${selectedInWords(r)}, newest first. No reason makes a late paper good: it is kept as the cause.`,
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'entry', head: 'Entry', kind: 'text' },
      { key: 'paper', head: 'Paper', kind: 'text' },
      { key: 'late', head: 'How late', kind: 'text' },
      { key: 'cause', head: 'Cause', kind: 'text' },
      { key: 'written', head: 'What it meant, what is done', kind: 'words' },
      { key: 'action', head: 'Action', kind: 'text' },
      { key: 'team', head: 'Team', kind: 'file' },
      { key: 'agreed', head: 'Agreed', kind: 'file' },
    ],
    rows: late.map(({ result, answer, entry, actions }) => ({
      case: text(caseOf(result.audit).reference, {
        href: caseOf(result.audit).href,
        note: r.team(result.audit.team),
      }),
      entry: text(entry),
      paper: text(itemIn(r, result.audit, result.item)?.question ?? result.item),
      late: text(lateInWords(r, result, answer)),
      cause: text(causeOf(result)),
      written: text(answer?.note ?? ''),
      action: actionCell(r, actions),
      team: text(r.team(result.audit.team)),
      agreed: date(result.audit.agreedOn),
    })),
  });
}

function lateInWords(r: Reporting, { audit, item, outcome }: Result, answer: Answered | undefined): string {
  const asked = itemIn(r, audit, item);
  if (outcome === 'not-evidenced' || !asked) return resultInWords(outcome);
  return howLate(asked, answer?.value ?? null) ?? resultInWords(outcome);
}

const causeOf = ({ reason }: Result): string => latenessReasonOf(reason)?.reason ?? 'Not named';

/** The action that waits longest; overdue until a second person has found it done. */
function actionCell(r: Reporting, actions: readonly ActionListed[]): Cell {
  const [open] = actions.filter((one) => one.state !== 'verified').sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const href = open ? `/actions/${open.id}` : actions[0] ? `/actions/${actions[0].id}` : null;
  if (!open) return text(actions.length === 0 ? 'None made' : 'Done and verified', { href });
  if (open.dueOn < r.today) return state('late', `Overdue since ${formatDate(open.dueOn)}`, { href });
  return text(open.state === 'completed' ? 'Completed, not verified yet' : `Due ${formatDate(open.dueOn)}`, { href });
}

/** How many quarters stand side by side. */
const quartersShown = 4;

/** Exceptions by cause over the last quarters of the period: what keeps coming back; null where there are none. */
export function causesTable(r: Reporting, late: readonly LatePaper[]): Table | null {
  if (late.length === 0) return null;
  const quarters = quartersOf(r.selection, r.today).slice(-quartersShown);
  const causes = [...new Set(late.map(({ result }) => causeOf(result)))].sort();
  const countIn = (of: readonly LatePaper[], i: number): Cell => {
    const quarter = quarters[i] ?? r.selection;
    return number(of.filter(({ result }) => isIn(quarter, result.audit)).length);
  };
  const row = (name: string, of: readonly LatePaper[]) => ({
    cause: text(name),
    ...Object.fromEntries(quarters.map((_, i) => [`q${i}`, countIn(of, i)])),
    all: number(of.length),
  });
  return table<string>({
    key: 'causes',
    title: 'By cause',
    sentence: `Papers not there in time, in audits that you may open, ${selectedInWords(r)}.`,
    columns: [
      { key: 'cause', head: 'Cause', kind: 'text' },
      ...quarters.map(({ label, under }, i) => ({ key: `q${i}`, head: `${label} ${under}`, kind: 'number' as const })),
      { key: 'all', head: 'Whole period', kind: 'number' },
    ],
    rows: causes.map((cause) =>
      row(
        cause,
        late.filter(({ result }) => causeOf(result) === cause),
      ),
    ),
    total: row('All', late),
  });
}
