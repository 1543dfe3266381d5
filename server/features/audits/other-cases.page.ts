import { stateNames } from '../../domain/audits/states.js';
import { subjectInSentence, subjectName } from '../../domain/audits/subject.js';
import { addDays } from '../../domain/calendar/days.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { elsewhere } from '../../domain/forms/reaudit/elsewhere.js';
import { takenItems } from '../../domain/forms/reaudit/take.js';
import { asksCompliance, optionsOf, scales } from '../../domain/forms/scales.js';
import type { FormDocument, Item } from '../../domain/forms/document.js';
import { shareAllowed } from '../../domain/statistics/share-allowed.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed, typedList } from '../../platform/http/typed.js';
import { table, text, type Table } from '../../platform/table.js';
import type { Audit } from './audits.store.js';
import { earlierAudit } from './earlier-audit.js';
import { itemOf, outcomeOf } from './outcome.js';
import { readingsElsewhere } from './reaudits.store.js';
import { itemResults } from './results.store.js';
import { reauditors } from './start-reaudit.js';

/** What fell short in one audit, asked on other cases: what came of it, and the way to ask. */
export interface OtherCasesPage {
  title: string;
  where: string;
  sentence: string;
  /** Null until a reading is agreed. */
  moved: { count: string; table: Table } | null;
  readings: { text: string; href: string; line: string; says: string }[];
  /** Nothing fell short, so there is nothing to ask. */
  isEmpty: boolean;
  references: { value: string; fault: string | null };
  auditors: { options: { value: string; text: string }[]; value: readonly string[]; fault: string | null };
  due: { value: string; fault: string | null };
  resultAt: string;
}

export function otherCasesPage(c: Showing, audit: Audit): OtherCasesPage {
  const readings = readingsElsewhere(c.db, audit, c.reach, c.today);
  const agreed = readings.filter(({ state }) => state === 'agreed');
  const workers = new Set(agreed.flatMap(({ workOfId, practitionerId }) => workOfId ?? practitionerId ?? [])).size;
  const able = reauditors(c.db, audit, c.today);
  return {
    title: `On other cases: ${subjectInSentence(audit)}`,
    where: `${audit.formTitle} · agreed ${formatDate(audit.agreedOn ?? '')}`,
    sentence:
      'Has practice moved? The questions that fell short in this audit, on two or three newer cases of the same worker or team. It tells more than the same case read twice.',
    moved:
      agreed.length === 0
        ? null
        : {
            count: `${agreed.length} ${agreed.length === 1 ? 'case' : 'cases'} of ${workers} ${workers === 1 ? 'worker' : 'workers'}`,
            table: movedTable(c, audit, agreed),
          },
    readings: readings.map((reading) => ({
      text: subjectName(reading),
      href: `/audits/${reading.id}`,
      line: [reading.practitionerName, `read by ${reading.auditorName}`].filter((part) => part !== null).join(', '),
      says: stateNames[reading.state],
    })),
    isEmpty: takenItems(earlierAudit(c.db, outcomeOf(c.db, audit))).length === 0,
    references: { value: typed(c, 'references'), fault: faultAt(c, 'references') },
    auditors: {
      options: able.map(({ id, name, holds }) => ({
        value: String(id),
        text: holds === 0 ? name : `${name}, holds ${holds}`,
      })),
      value: c.typed ? typedList(c, 'auditors') : able.map(({ id }) => String(id)),
      fault: faultAt(c, 'auditors'),
    },
    due: { value: typed(c, 'due', formatDate(addDays(c.today, 28))), fault: faultAt(c, 'due') },
    resultAt: `/audits/${audit.id}/result`,
  };
}

function movedTable({ db }: Showing, audit: Audit, agreed: readonly Audit[]): Table {
  const outcome = outcomeOf(db, audit);
  const { document } = outcome.form;
  const readings = agreed.map(({ id }) => itemResults(db, id));
  return table({
    key: 'other-cases',
    title: 'On other cases',
    sentence: 'Of the cases to which a question applied, on how many it is in order.',
    columns: [
      { key: 'question', head: 'Question', kind: 'text' },
      { key: 'before', head: 'First audit', kind: 'text' },
      { key: 'now', head: 'In order on', kind: 'text' },
    ],
    rows: elsewhere(earlierAudit(db, outcome), readings).map(({ item, before, asked, well }) => {
      const question = itemOf(outcome, item);
      const allowed = shareAllowed({ sufficient: well, n: asked }, null, null);
      return {
        question: text(question?.question ?? item),
        before: text(question ? wordsOf(document, question, before) : before),
        now: text(asked === 0 ? 'Not asked' : `${well} of ${asked}`, {
          note: 'range' in allowed ? allowed.range : null,
        }),
      };
    }),
  });
}

/** An outcome in words; that of a rule is no answer of its own. */
function wordsOf(form: FormDocument, item: Item, outcome: string): string {
  const list = asksCompliance(item) ? (scales['compliance'] ?? []) : optionsOf(form, item);
  return list.find(({ key }) => key === outcome)?.label ?? outcome;
}
