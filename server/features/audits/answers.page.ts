import { subjectInSentence } from '../../domain/audits/subject.js';
import type { Question } from '../../domain/forms/filled.js';
import { sumOf } from '../../domain/audits/timescale-sum.js';
import { answerInWords } from '../../domain/forms/items/kinds.js';
import { momentsOf } from '../../domain/forms/items/timescale.js';
import { latenessReasonOf } from '../../domain/forms/lateness.js';
import { timescaleResult } from '../../domain/scoring/timescale.js';
import { formatDateInFull } from '../../domain/calendar/format-date.js';
import { questionId } from './question-numbers.js';
import { itemOf, numberOf, type Outcome } from './outcome.js';

export interface AnswerShown {
  id: string;
  number: string;
  question: string;
  answer: string;
  /** Long words of the auditor, shown as what somebody wrote. */
  words: string | null;
  note: string | null;
  evidence: string | null;
  reason: string | null;
  /** Who answered, where it was not the auditor whose audit it is. */
  by: string | null;
}

interface PartShown {
  heading: string | null;
  answers: AnswerShown[];
}

export interface AnswersPage {
  where: string;
  title: string;
  sentence: string;
  acts: { text: string; href: string; kind: 'secondary' }[];
  sections: { id: string; title: string; parts: PartShown[] }[];
  leftOut: { title: string; because: string }[];
}

/** Every answer with its note, under the wording of the version that was audited. */
export function answersPage(outcome: Outcome): AnswersPage {
  const { audit, form, applying } = outcome;
  return {
    where: `${form.title} · version ${form.version}`,
    title: `All answers: ${subjectInSentence(audit)}`,
    sentence: `Read by ${audit.auditorName}${audit.readOn ? ` on ${formatDateInFull(audit.readOn)}` : ''}, in the words of version ${form.version} of the form.`,
    acts: [{ text: 'The result', href: `/audits/${audit.id}/result`, kind: 'secondary' }],
    sections: applying.sections.map(({ section, parts }) => ({
      id: `s-${section.key}`,
      title: section.title,
      parts: parts.flatMap((part): PartShown[] => {
        if (part.kind === 'question') return [{ heading: null, answers: [answerShown(outcome, part.question)] }];
        if (part.none) return [{ heading: part.group.none, answers: [] }];
        return part.rows.map(({ questions }, i) => ({
          heading: `${part.group.each}: ${i + 1} of ${part.rows.length}`,
          answers: questions.map((question) => answerShown(outcome, question)),
        }));
      }),
    })),
    leftOut: applying.leftOut.map(({ section, group, item, because }) => ({
      title: item?.question ?? group?.each ?? section.title,
      because,
    })),
  };
}

function answerShown(outcome: Outcome, question: Question): AnswerShown {
  const { item, occurrence, answer, byRule } = question;
  const stored = outcome.answers.find((given) => given.item === item.key && given.occurrence === occurrence);
  const value = answer?.value ?? null;
  const asked = item.kind === 'echo' ? (itemOf(outcome, item.of) ?? item) : item;
  const inWords = value === null ? 'No answer' : answerInWords(outcome.form.document, asked, value);
  const isText = item.kind === 'text';
  return {
    id: questionId(item.key, occurrence),
    number: numberOf(outcome, item.key, occurrence),
    question: item.question,
    answer: isText && value !== null ? '' : `${inWords}${sumWords(outcome, question)}`,
    words: isText ? value : null,
    note: answer?.note ?? null,
    evidence: answer?.evidence ?? null,
    reason: byRule ?? reasonWords(answer?.reason ?? null),
    by: stored?.byName && stored.by !== outcome.audit.auditorId ? stored.byName : null,
  };
}

/** What a timescale comes to, behind its dates. */
function sumWords({ applying, settings }: Outcome, { item, occurrence, answer }: Question): string {
  const moments = item.kind === 'timescale' ? momentsOf(answer?.value ?? null) : null;
  if (item.kind !== 'timescale' || !moments) return '';
  const values = applying.valuesOf(occurrence);
  const result = timescaleResult(item, answer?.value ?? null, answer?.reason ?? null, values, settings);
  if (!result) return '';
  const { outcome, words } = sumOf(result, moments);
  return `. ${outcome}${words === '' ? '.' : `: ${words}`}`;
}

/** The reason for lateness in words, or why it does not apply as it was written. */
const reasonWords = (reason: string | null): string | null => latenessReasonOf(reason)?.reason ?? reason;
