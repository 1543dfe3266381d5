import { stateWords } from '../../domain/actions/steps.js';
import { isReadable } from '../../domain/audits/states.js';
import { subjectInSentence } from '../../domain/audits/subject.js';
import { formatDateInFull } from '../../domain/calendar/format-date.js';
import { whatApplies } from '../../domain/forms/applies.js';
import { asksCompliance, DOES_NOT_APPLY, optionsOf, scales } from '../../domain/forms/scales.js';
import type { FormDocument, Item } from '../../domain/forms/document.js';
import {
  beforeAndAfter,
  comparisons,
  type BeforeAndAfter,
  type ComparedKind,
} from '../../domain/forms/reaudit/compare.js';
import { proposalFor, type Proposal } from '../../domain/forms/reaudit/proposals.js';
import { scoreAudit } from '../../domain/scoring/score-audit.js';
import type { Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { table, text, type Table } from '../../platform/table.js';
import { actionsOfAudit } from '../actions/actions.store.js';
import type { Audit } from './audits.store.js';
import { earlierAudit } from './earlier-audit.js';
import { filledAudit, type FilledAudit } from './filled-audit.js';
import { answerTo, itemOf, outcomeOf, type Outcome } from './outcome.js';
import { itemResults } from './results.store.js';
import { whyNotElsewhere } from './start-elsewhere.js';

export interface BeforeAndAfterPage {
  title: string;
  where: string;
  sentence: string;
  figures: { n: string; text: string }[];
  table: Table;
  anchors: string;
  warning: string;
  actions: Table | null;
  /** The better evidence, for those who may see it: how the same questions stand on other cases. */
  elsewhere: string | null;
  resultAt: string | null;
  earlierAt: string;
}

const kindWords: Readonly<Record<ComparedKind, string>> = {
  'put-right': 'Put right',
  better: 'Better',
  same: 'The same',
  worse: 'Worse',
  'no-longer-possible': 'No longer possible',
  'not-yet-due': 'Not yet due',
};

/** Two readings of what fell short, question by question. Counts, never a percentage: the questions were chosen. */
export function beforeAndAfterPage(db: Db, audit: Audit, earlier: Audit, me: Me): BeforeAndAfterPage {
  const before = outcomeOf(db, earlier);
  const now = filledAudit(db, audit);
  const read = compareNow(db, before, now);
  return {
    title: `Before and after: ${subjectInSentence(audit)}`,
    where: `${before.form.title} · version ${before.form.version}`,
    sentence: `Read by ${earlier.auditorName}, agreed on ${formatDateInFull(earlier.agreedOn ?? '')}; read again by ${audit.auditorName} on ${formatDateInFull(audit.readOn ?? '')}.`,
    figures: comparisons.map((kind) => ({ n: String(read.counts[kind]), text: kindWords[kind].toLowerCase() })),
    table: comparedTable(before, now, read),
    elsewhere: whyNotElsewhere(earlier, me) === null ? `/audits/${earlier.id}/other-cases` : null,
    anchors: anchorsInWords(read.anchors),
    warning:
      'Weak answers tend to look better when they are read a second time, with or without any action. This says how this file stands now; it does not say that the action worked.',
    actions: actionsTable(db, earlier, read),
    resultAt: isReadable(audit.state) ? `/audits/${audit.id}/result` : null,
    earlierAt: `/audits/${earlier.id}/result`,
  };
}

/** What was submitted stays as it was worked out then; before that it is worked out now. */
function compareNow(db: Db, before: Outcome, now: FilledAudit): BeforeAndAfter {
  const { audit, filled, settings, form } = now;
  const results = isReadable(audit.state) ? itemResults(db, audit.id) : scoreAudit(filled, settings).items;
  const { leftOut } = whatApplies(filled);
  return beforeAndAfter(earlierAudit(db, before), { document: form.document, results, leftOut });
}

function comparedTable(before: Outcome, now: FilledAudit, { rows }: BeforeAndAfter): Table {
  return table({
    key: 'before-and-after',
    title: 'Question by question',
    sentence: 'What fell short in the first reading, beside the second.',
    columns: [
      { key: 'question', head: 'Question', kind: 'text' },
      { key: 'before', head: 'Before', kind: 'text' },
      { key: 'beforeNote', head: 'Noted then', kind: 'file' },
      { key: 'after', head: 'Now', kind: 'text' },
      { key: 'afterNote', head: 'Noted now', kind: 'file' },
      { key: 'kind', head: 'Outcome', kind: 'text' },
    ],
    rows: rows.map(({ item, kind, before: was, after, because }) => {
      const asked = itemOf(before, item);
      const [notedThen, notedNow] = [before, now].map((reading) => answerTo(reading, item)?.note ?? null);
      return {
        question: text(asked?.question ?? item),
        before: text(wordsOf(before.form.document, asked, was), { note: notedThen }),
        beforeNote: text(notedThen ?? ''),
        after: text(after === null ? 'Not asked' : wordsOf(now.form.document, asked, after), {
          note: because === null ? notedNow : whyInWords(because),
        }),
        afterNote: text(notedNow ?? ''),
        kind: text(kindWords[kind], { strong: kind === 'put-right' || kind === 'worse' }),
      };
    }),
  });
}

/** Why a question was not asked, as others read it. */
function whyInWords(because: string): string {
  const told = because.replaceAll('you answered', 'the auditor answered');
  return told.charAt(0).toUpperCase() + told.slice(1);
}

/** An outcome in words; that of a rule is no answer of its own. */
function wordsOf(form: FormDocument, item: Item | null, outcome: string): string {
  if (!item) return outcome;
  const list = [
    ...(asksCompliance(item) ? (scales['compliance'] ?? []) : []),
    ...optionsOf(form, item),
    DOES_NOT_APPLY,
  ];
  return list.find(({ key }) => key === outcome)?.label ?? outcome;
}

function anchorsInWords({ asked, still }: BeforeAndAfter['anchors']): string {
  if (asked === 0)
    return 'No question that was answered well was asked again, so nothing tells whether the second reading was stricter.';
  const told = `Of the questions that were answered well the first time ${asked} ${asked === 1 ? 'was' : 'were'} mixed in: ${still} of ${asked} still ${still === 1 ? 'is' : 'are'}.`;
  return still < asked ? `${told} The second reading was stricter: read the comparison with that in mind.` : told;
}

const proposalWords: Readonly<Record<Proposal, string>> = {
  close: 'Close it: all that it is about is put right',
  reopen: 'Reopen it with a new date: something is not put right',
  decide: 'Decide: the rest can’t come any more, or nothing has called for it',
};

function actionsTable(db: Db, earlier: Audit, { rows }: BeforeAndAfter): Table | null {
  const actions = actionsOfAudit(db, earlier.id).flatMap((action) => {
    const proposal = proposalFor({ item: action.itemKey, state: action.state }, rows);
    return proposal === null ? [] : [{ action, proposal }];
  });
  if (actions.length === 0) return null;
  return table({
    key: 'actions',
    title: 'The actions of the first audit',
    sentence: 'What the second reading proposes; whoever verifies an action decides.',
    columns: [
      { key: 'action', head: 'Action', kind: 'text' },
      { key: 'owner', head: 'Who', kind: 'text' },
      { key: 'state', head: 'State', kind: 'text' },
      { key: 'proposal', head: 'Proposed', kind: 'text' },
    ],
    rows: actions.map(({ action, proposal }) => ({
      action: text(action.wording ?? 'No longer kept', { href: `/actions/${action.id}` }),
      owner: text(action.owner),
      state: text(stateWords[action.state]),
      proposal: text(proposalWords[proposal]),
    })),
  });
}
