import { scoreAudit } from '../scoring/score-audit.js';
import type { ScoringSettings } from '../scoring/settings.js';
import { timescaleResult } from '../scoring/timescale.js';
import { whatApplies, type Applying, type RepeatedPart } from './applies.js';
import type { FilledForm, Question } from './filled.js';
import { isAnswered, isOffered } from './items/kinds.js';
import { latenessReasonOf } from './lateness.js';
import { lateNote, noteRule, type NoteContext } from './notes.js';
import { reasonNeeded, type ReasonNeeded } from './reasons.js';

/** One thing that is missing before an audit can be submitted. */
export interface Gap {
  kind: 'unanswered' | 'not-offered' | 'note' | 'reason' | 'rows';
  section: string;
  /** Null for a repeated group without rows. */
  item: string | null;
  group: string | null;
  occurrence: number;
  /** What is missing, for the list and for the message at the question. */
  words: string;
}

/**
 * What is missing before submission, in the order of the form: a question without an answer or with one that the form
 * does not offer, a note or a reason that a rule demands (differences of level and grade too), a repeated group with
 * neither rows nor 'none in the period'. Empty when the audit is complete. Differences of level are looked at, so ask
 * it with all facts; before the auditor's own levels are put, use `factsToShow`.
 */
export function gaps(filled: FilledForm, settings: ScoringSettings, applying = whatApplies(filled)): Gap[] {
  const context = noteContext(filled, settings, applying);
  const missing: Gap[] = [];
  for (const { section, parts } of applying.sections) {
    for (const part of parts) {
      const questions = part.kind === 'question' ? [part.question] : part.rows.flatMap((row) => row.questions);
      if (part.kind === 'group') missing.push(...missingRows(section.key, part));
      for (const question of questions) missing.push(...gapsOfQuestion(filled, applying, question, context, settings));
    }
  }
  return missing;
}

/** The grade is worked out only where a rule looks at it: most pages ask for none. */
function noteContext(filled: FilledForm, settings: ScoringSettings, applying: Applying): NoteContext {
  let grade: NoteContext['computedGrade'] | undefined;
  return {
    facts: filled.facts,
    get computedGrade() {
      return (grade ??= scoreAudit(filled, settings, applying).computedGrade);
    },
  };
}

function gapsOfQuestion(
  { form }: FilledForm,
  applying: Applying,
  question: Question,
  context: NoteContext,
  settings: ScoringSettings,
): Gap[] {
  const { item, answer, occurrence, section, group } = question;
  if (item.kind === 'echo') return [];
  const gap = (kind: Gap['kind'], words: string): Gap => {
    return { kind, section: section.key, item: item.key, group: group?.key ?? null, occurrence, words };
  };
  const value = answer?.value ?? null;
  if (value === null || !isAnswered(item, value))
    return mayStayEmpty(question) ? [] : [gap('unanswered', missingAnswer(question))];
  if (!isOffered(form, item, value)) return [gap('not-offered', 'This answer is not one that the form offers.')];
  const needed = reasonFor(applying, question, settings);
  const reason = missingReason(needed, answer?.reason ?? null);
  const late = needed === 'lateness' ? lateNote(item) : null;
  const note = question.byRule === null ? (late ?? noteRule(form, item, answer, context)) : null;
  return [
    ...(reason === null ? [] : [gap('reason', reason)]),
    ...(note === null || hasWords(answer?.note) ? [] : [gap('note', note)]),
  ];
}

function missingAnswer({ item, answer }: Question): string {
  return item.kind === 'timescale' && (answer?.value ?? null) !== null
    ? `Give the other date as well, or say that there is none: ${item.from.label}, ${item.to.label}.`
    : 'Answer this question.';
}

function mayStayEmpty({ item }: Question): boolean {
  return item.kind === 'text' && item.optional === true;
}

function reasonFor(applying: Applying, question: Question, settings: ScoringSettings): ReasonNeeded | null {
  const { item, answer, occurrence } = question;
  const [value, reason] = [answer?.value ?? null, answer?.reason ?? null];
  const result =
    item.kind === 'timescale' ? timescaleResult(item, value, reason, applying.valuesOf(occurrence), settings) : null;
  return reasonNeeded(item, value, result?.outcome ?? null);
}

function missingReason(needed: ReasonNeeded | null, reason: string | null): string | null {
  if (needed === 'words') return hasWords(reason) ? null : 'Say why it does not apply.';
  if (needed === 'lateness') return latenessReasonOf(reason) ? null : 'Choose the reason why it was late.';
  return null;
}

function missingRows(section: string, { group, rows, none }: RepeatedPart): Gap[] {
  if (rows.length > 0 || none) return [];
  const words = `Add a row for ${group.each}, or tick ‘${group.none}’.`;
  return [{ kind: 'rows', section, item: null, group: group.key, occurrence: 0, words }];
}

function hasWords(text: string | null | undefined): boolean {
  return (text ?? '').trim() !== '';
}
