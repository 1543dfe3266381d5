import { number, table, text, tooFew, type Table } from '../../platform/table.js';
import { alwaysListed, type Listed } from './always-listed.js';
import { beyondReach } from './beyond-reach.js';
import { counting, isIn } from './counting.js';
import { custodyForm, entriesFigure, entriesOf, type Entry } from './custody-entries.js';
import { causesTable, latePapers, papersTable } from './custody-exceptions.js';
import type { Figure } from './figure.js';
import { countCell, rangeCell, sentenceCell } from './figure-cells.js';
import { formsInFigure } from './forms-in-figure.js';
import { frame, type Frame } from './frame.js';
import { auditsAround } from './graded.js';
import { resultsOfForm } from './items.store.js';
import { answersFigure, questionsOf, yesTo } from './questions.js';
import { narrowed, selectedInWords, type Reporting } from './reporting.js';
import { rulesOf } from './rules.js';
import { pageOf } from './what.js';
import { samplesBehind, type SampleBehind } from './which-samples.js';

/** Papers at entry to custody: the list of exceptions is the result, the share of entries its footnote. */
export interface CustodyPapersPage {
  frame: Frame;
  title: string;
  empty: string | null;
  /** '3 papers were not on time, in 2 entries' */
  lead: string;
  exceptions: Table;
  causes: Table | null;
  entries: Figure;
  content: Table | null;
  forms: { name: string; text: string }[];
  samples: SampleBehind[];
  listed: Listed[];
  tables: Table[];
}

export function custodyPapersPage(all: Reporting): CustodyPapersPage {
  const r = narrowed(all, { form: custodyForm });
  const audits = auditsAround(r);
  const form = rulesOf(r, custodyForm);
  const entries = entriesOf(r, audits);
  const { rows, hold, leftOut } = counting(r, entries)(r.selection);
  const figure = entriesFigure(r, rows, hold);
  const late = latePapers(r, form.rows);
  const exceptions = papersTable(r, late);
  const causes = causesTable(r, late);
  const content = contentTable(r);
  const counted = [...new Set(rows.map(({ audit }) => audit))];
  const mine = audits.filter((audit) => audit.within && isIn(r.selection, audit));
  const more = leftOut === 0 ? '' : `, ${leftOut} more left out`;
  return {
    frame: frame(r, {
      counted: hold ? 'too few to show' : `${counted.length}${more}`,
      beyond: beyondReach(r),
      without: ['form'],
    }),
    title: form.title ?? 'Papers at entry to custody',
    empty:
      rows.length === 0 && !hold && mine.length === 0
        ? 'No audit of papers at entry to custody was agreed in this period.'
        : null,
    lead: leadOf(late.length, r.reach.kind === 'all', mineOf(entries, r)),
    exceptions,
    causes,
    entries: figure,
    content,
    forms: hold ? [] : formsInFigure(r, counted, null),
    samples: hold ? [] : samplesBehind(r, counted),
    listed: alwaysListed(r, mine, r.reach.kind === 'all'),
    tables: [exceptions, ...(causes ? [causes] : []), ...(content ? [content] : [])],
  };
}

const mineOf = (entries: readonly Entry[], r: Reporting): number =>
  entries.filter(({ audit }) => audit.within && isIn(r.selection, audit)).length;

function leadOf(papers: number, isEverything: boolean, entries: number): string {
  if (entries === 0 && !isEverything) return 'No audit that you may open holds an entry to custody in this period.';
  const where = isEverything ? '' : ' that you may open';
  const read = `${entries} ${entries === 1 ? 'entry' : 'entries'} to custody${where}`;
  if (papers === 0) return `No paper was missed in ${read}.`;
  return `${papers} ${papers === 1 ? 'paper was' : 'papers were'} not there in time, in ${read}.`;
}

/** What the papers said, judged for each entry: counts only, no grade is worked out. */
function contentTable(r: Reporting): Table | null {
  const byId = new Map(auditsAround(r).map((audit) => [audit.id, audit]));
  const answers = resultsOfForm(r.db, custodyForm, r.around).filter(
    ({ worth, weight }) => worth !== null && weight > 0,
  );
  const rows = questionsOf(r, answers, byId).flatMap(({ key, asked, apart, answers: given }) => {
    const counted = counting(r, given)(r.selection);
    if (counted.rows.length === 0 && !counted.hold) return [];
    const href = pageOf(r, { item: key, ...(apart !== null && { asked: apart }) });
    return [{ asked, figure: answersFigure(r, counted, { says: yesTo(asked), href }) }];
  });
  if (rows.length === 0) return null;
  return table({
    key: 'content',
    title: 'What the papers said',
    sentence: `Judged for each entry, ${selectedInWords(r)}. Audits are the clusters of the range.`,
    columns: [
      { key: 'question', head: 'Question', kind: 'text' },
      { key: 'count', head: 'Well enough', kind: 'share' },
      { key: 'range', head: 'Share, 95% range', kind: 'text' },
      { key: 'audits', head: 'Files', kind: 'number' },
      { key: 'sentence', head: 'In a sentence', kind: 'file' },
    ],
    rows: rows.map(({ asked, figure }) => ({
      question: text(asked.item.question, { note: asked.note }),
      count: countCell(figure),
      range: rangeCell(figure),
      audits: figure.isHeld ? tooFew() : number(figure.files),
      sentence: sentenceCell(figure),
    })),
  });
}
