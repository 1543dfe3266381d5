import { stateNames } from '../../domain/audits/states.js';
import { subjectName } from '../../domain/audits/subject.js';
import { whatApplies } from '../../domain/forms/applies.js';
import { placesOf } from '../../domain/forms/check/places.js';
import type { FormDocument, Item } from '../../domain/forms/document.js';
import type { Answer, Question } from '../../domain/forms/filled.js';
import { answerInWords } from '../../domain/forms/items/kinds.js';
import { latenessReasonOf } from '../../domain/forms/lateness.js';
import type { Db } from '../../platform/sqlite/open.js';
import { blank, date, number, table, text, type Row, type Table } from '../../platform/table.js';
import type { Audit } from '../audits/audits.store.js';
import { filledAudit } from '../audits/filled-audit.js';

const columns = [
  { key: 'audit', head: 'Audit', kind: 'text' },
  { key: 'case', head: 'Case', kind: 'reference' },
  { key: 'state', head: 'State', kind: 'text' },
  { key: 'agreed', head: 'Agreed', kind: 'date' },
  { key: 'form', head: 'Form', kind: 'text' },
  { key: 'version', head: 'Version', kind: 'number' },
  { key: 'item', head: 'Item', kind: 'text' },
  { key: 'question', head: 'Question', kind: 'text' },
  { key: 'row', head: 'Row', kind: 'number' },
  { key: 'answer', head: 'Answer', kind: 'text' },
  { key: 'counts', head: 'Counts', kind: 'text' },
] as const;
const noted = [
  { key: 'note', head: 'Note', kind: 'words' },
  { key: 'evidence', head: 'Evidence', kind: 'words' },
  { key: 'reason', head: 'Reason', kind: 'words' },
] as const;

type Key = (typeof columns)[number]['key'] | (typeof noted)[number]['key'];

/**
 * Every answer of some audits as one table, a row each, in the words of the version that was audited. The rows are made
 * when they are read: a page that only names the table makes none.
 * @param withNotes what auditors wrote in their own words too: notes, evidence, reasons and written answers
 */
export function answersTable(db: Db, audits: readonly Audit[], withNotes: boolean, sentence: string): Table {
  const head = table<Key>({
    key: 'answers',
    title: 'Every answer',
    sentence,
    columns: [...columns, ...(withNotes ? noted : [])],
    rows: [],
  });
  return {
    ...head,
    get rows() {
      return audits.flatMap((audit) => answersOf(db, audit, withNotes));
    },
  };
}

function answersOf(db: Db, audit: Audit, withNotes: boolean): Row<Key>[] {
  const { form, filled, answers } = filledAudit(db, audit);
  const asked = new Map(
    whatApplies(filled).questions.map((question) => [placeOf(question.item.key, question), question]),
  );
  const stored = new Set(answers.map((answer) => placeOf(answer.item, answer)));
  const byRule = [...asked.values()].flatMap(({ answer, byRule: why }) =>
    why !== null && answer && !stored.has(placeOf(answer.item, answer)) ? [answer] : [],
  );
  const given = [...answers, ...byRule].filter(({ value, note }) => value !== null || (withNotes && note !== null));
  const ofItem = (key: string) => given.filter((answer) => answer.item === key);
  return placesOf(form.document).flatMap(({ item }) =>
    ofItem(item.key).map((answer): Row<Key> => {
      const question = asked.get(placeOf(item.key, answer));
      const shown = question?.byRule ? (question.answer ?? answer) : answer;
      const isWritten = item.kind === 'text' && !withNotes;
      return {
        audit: text(String(audit.id), { href: `/audits/${audit.id}/answers` }),
        case: text(subjectName(audit)),
        state: text(stateNames[audit.state]),
        agreed: date(audit.agreedOn),
        form: text(form.key),
        version: number(form.version),
        item: text(item.key),
        question: text(item.question),
        row: answer.occurrence === 0 ? blank() : number(answer.occurrence),
        answer: text(isWritten ? 'In words' : wordsOf(form.document, item, shown)),
        counts: text(countsInWords(question)),
        note: text(answer.note ?? ''),
        evidence: text(answer.evidence ?? ''),
        reason: text(latenessReasonOf(answer.reason)?.reason ?? answer.reason ?? ''),
      };
    }),
  );
}

const placeOf = (item: string, { occurrence }: { occurrence: number }): string => `${item} ${occurrence}`;

const wordsOf = (form: FormDocument, item: Item, { value }: Answer): string =>
  value === null ? '' : answerInWords(form, item, value);

function countsInWords(question: Question | undefined): string {
  if (!question) return 'Not counted: not asked in the end';
  return question.byRule === null ? 'As asked' : 'By rule';
}
