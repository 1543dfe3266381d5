import { subjectName } from '../../domain/audits/subject.js';
import { isReadable } from '../../domain/audits/states.js';
import { isDouble, noteHint } from '../../domain/audits/note-hint.js';
import { answerInWords } from '../../domain/forms/items/kinds.js';
import type { Question } from '../../domain/forms/filled.js';
import { optionsOf } from '../../domain/forms/scales.js';
import { notFound } from '../../domain/problems.js';
import type { Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { formVersion } from '../forms/forms.store.js';
import { whatApplies } from '../../domain/forms/applies.js';
import type { Audit } from './audits.store.js';
import { readAudit } from './carrying-out.page.js';
import { numbersOf, questionId } from './question-numbers.js';
import type { Reading } from './reading.js';

/** The form on paper: blank to take to the file, half done, or final. */
export interface SheetPage {
  title: string;
  where: string;
  sentence: string;
  sections: { title: string; questions: SheetQuestion[] }[];
}

interface SheetQuestion {
  number: string;
  question: string;
  isDouble: boolean;
  answer: string | null;
  /** Boxes to tick where there is no answer yet. */
  options: string[];
  isOpen: boolean;
  note: string | null;
  evidence: string | null;
  hint: string | null;
}

export function sheetPage(db: Db, audit: Audit, me: Me, today: string): SheetPage {
  // While an audit is back with its auditor, its answers are nobody else's.
  if (audit.auditorId !== me.id && (!isReadable(audit.state) || audit.state === 'returned')) throw notFound();
  const { applying, shown, numbers } = audit.begunAt === null ? blank(db, audit) : readAudit(db, audit, me.id, today);
  return {
    title: audit.formTitle,
    where: subjectName(audit),
    sentence: [audit.practitionerName, audit.teamName, `auditor ${audit.auditorName}`]
      .filter((part) => part !== null)
      .join(', '),
    sections: applying.sections.map(({ section, questions }) => ({
      title: section.title,
      questions: questions.map((question) => sheetQuestion(shown.form, numbers, question)),
    })),
  };
}

/** Before an audit is begun nothing is known of the case, so the parts that need no answer are printed. */
function blank(db: Db, audit: Audit): Pick<Reading, 'applying' | 'shown' | 'numbers'> {
  const form = formVersion(db, audit.formVersionId).document;
  const shown = { form, facts: {}, answers: [], occurrences: [] };
  const applying = whatApplies(shown);
  return { shown, applying, numbers: numbersOf(form, applying) };
}

function sheetQuestion(
  form: Reading['shown']['form'],
  numbers: ReadonlyMap<string, string>,
  question: Question,
): SheetQuestion {
  const { item, occurrence, answer } = question;
  const value = answer?.value ?? null;
  return {
    number: numbers.get(questionId(item.key, occurrence)) ?? '',
    question: item.question,
    isDouble: isDouble(item),
    answer: value === null || item.kind === 'echo' ? null : answerInWords(form, item, value),
    options: value === null ? optionsOf(form, item).map(({ label }) => label) : [],
    isOpen: value === null,
    note: answer?.note ?? null,
    evidence: answer?.evidence ?? null,
    hint: value === null ? noteHint(form, item) : null,
  };
}
