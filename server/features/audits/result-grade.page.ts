import { conditionInWords } from '../../domain/forms/condition-in-words.js';
import { answerInWords } from '../../domain/forms/items/kinds.js';
import { isOwnGrade } from '../../domain/forms/own-grade.js';
import { gradeName, type Grade } from '../../domain/forms/scales.js';
import type { GradeCap } from '../../domain/scoring/caps.js';
import { roundHalfUp } from '../../domain/statistics/rounding.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { gradeScale } from '../../platform/svg/grade-scale.js';
import { table, text, type Table } from '../../platform/table.js';
import { answerHref, answerTo, itemOf, numberOf, type Outcome } from './outcome.js';

interface GradeShown {
  grade: string;
  label: string;
  note: string | null;
}

/** The auditor's own grade beside the computed one, with equal weight, and all that lies between the two. */
export interface GradePart {
  /** The form gives a grade or asks for one. */
  isGraded: boolean;
  own: GradeShown;
  computed: GradeShown;
  chart: Drawing | null;
  /** Why the two differ, in the auditor's words. */
  reason: { text: string; by: string } | null;
  caps: Table | null;
  /** What was judged of a part, such as one standard of the service. */
  judged: Table | null;
}

export function gradePart(outcome: Outcome): GradePart {
  const { result, audit } = outcome;
  const { document } = outcome.form;
  const own = document.sections.flatMap(({ items }) => items).find((item) => isOwnGrade(document, item));
  const note = own ? answerTo(outcome, own.key)?.note : null;
  const caps = JSON.parse(result.caps) as GradeCap[]; // written by the scoring itself
  return {
    isGraded: own !== undefined || document.bands !== undefined,
    own: { grade: named(result.ownGrade, 'Not given'), label: `${audit.auditorName}’s own grade`, note: null },
    computed: {
      grade: named(result.computedGrade, 'No computed grade'),
      label: 'Computed grade',
      note: computedNote(outcome, caps.length),
    },
    chart: chartOf(outcome, caps.length),
    reason: note ? { text: note, by: reasonBy(outcome) } : null,
    caps: caps.length === 0 ? null : document.bands ? capsTable(outcome, caps) : alertsTable(outcome, caps),
    judged: judgedTable(outcome),
  };
}

/** Judgements on another scale than Sufficient, and of less than the whole: each with its reason. */
function judgedTable(outcome: Outcome): Table | null {
  const { document } = outcome.form;
  const judged = outcome.applying.questions.filter(
    ({ item, answer }) =>
      item.kind === 'judgement' && item.scale !== 'sufficient' && !isOwnGrade(document, item) && answer?.value != null,
  );
  if (judged.length === 0) return null;
  return table({
    key: 'judgements',
    title: 'Judgements',
    sentence: 'What was judged of each part.',
    columns: [
      { key: 'part', head: 'What was judged', kind: 'text' },
      { key: 'judgement', head: 'Judgement', kind: 'text' },
      { key: 'why', head: 'Why', kind: 'words' },
    ],
    rows: judged.map(({ item, answer }) => ({
      part: text(item.question, { href: answerHref(outcome.audit, item.key) }),
      judgement: text(answerInWords(document, item, answer?.value ?? ''), { strong: true }),
      why: text(answer?.note ?? ''),
    })),
  });
}

const named = (grade: Grade | null, none: string): string => (grade === null ? none : gradeName(grade));

function reasonBy({ audit, result }: Outcome): string {
  return result.ownGrade === result.computedGrade
    ? `${audit.auditorName}, on their grade`
    : `${audit.auditorName}, why their grade differs from the computed one`;
}

/** What the grade rests on: the score, or on forms about compliance the adjusted share. */
function rests({ form, result }: Outcome): { value: number | null; says: string } {
  if (form.measures !== 'compliance') {
    const score = result.score;
    return { value: score, says: score === null ? '' : `Score ${String(roundHalfUp(score, 3))} of 1` };
  }
  const share = result.due > 0 ? result.metAdjusted / result.due : null;
  return { value: share, says: `${result.metAdjusted} of ${result.due} kept, accepted reasons counted,` };
}

function computedNote(outcome: Outcome, caps: number): string {
  const { result } = outcome;
  if (result.gradeBeforeCaps === null) return whyNone(outcome);
  const limits = caps === 0 ? 'no rule limits it' : `${rulesWords(caps)} ${caps === 1 ? 'limits' : 'limit'} it`;
  return `${rests(outcome).says} is ${gradeName(result.gradeBeforeCaps)}; ${limits}`;
}

function whyNone({ form: { document }, result }: Outcome): string {
  const { bands, least = 1, gradeWhen, measures } = document;
  if (!bands) return 'This form gives no grade';
  if ((measures === 'compliance' ? result.due : result.scored) < least)
    return `Fewer than ${least} answers count, so none is computed`;
  return gradeWhen ? `Given only when ${conditionInWords(document, gradeWhen)}` : 'None is computed';
}

const rulesWords = (rules: number): string => `${rules} ${rules === 1 ? 'rule' : 'rules'}`;

function chartOf(outcome: Outcome, caps: number): Drawing | null {
  const { result, form, audit } = outcome;
  const { value } = rests(outcome);
  if (value === null || result.computedGrade === null) return null;
  const bands = (form.document.bands ?? []).map(({ grade, from }) => ({ key: grade, label: gradeName(grade), from }));
  return gradeScale({
    id: 'grade-scale',
    title: 'Own and computed grade',
    bands: bands.reverse(),
    score: value,
    limit: caps > 0 ? { key: result.computedGrade, rules: caps } : null,
    own: result.ownGrade && { key: result.ownGrade, label: `${audit.auditorName}’s own grade` },
  });
}

function capsTable(outcome: Outcome, caps: readonly GradeCap[]): Table {
  return table({
    key: 'limits',
    title: 'What limits the computed grade',
    sentence: 'Each rule that lowered the computed grade.',
    columns: [
      { key: 'rule', head: 'Rule', kind: 'text' },
      { key: 'found', head: 'What was found', kind: 'text' },
      { key: 'to', head: 'Limits to', kind: 'text' },
    ],
    rows: caps.map((cap) => ({
      rule: text(ruleWords(outcome, cap)),
      found: foundCell(outcome, cap),
      to: text(`at most ${gradeName(cap.atMost)}`),
    })),
  });
}

/** A form without a grade has nothing to hold down, but what was found matters as much. */
function alertsTable(outcome: Outcome, caps: readonly GradeCap[]): Table {
  return table({
    key: 'alerts',
    title: 'Alerts',
    sentence: 'Answers that somebody has to look at, whatever the rest of the form says.',
    columns: [
      { key: 'rule', head: 'Answer', kind: 'text' },
      { key: 'found', head: 'What was asked', kind: 'text' },
    ],
    rows: caps.map((cap) => ({ rule: text(ruleWords(outcome, cap)), found: foundCell(outcome, cap) })),
  });
}

function ruleWords(outcome: Outcome, cap: GradeCap): string {
  const item = cap.item === null ? null : itemOf(outcome, cap.item);
  if (!item)
    return cap.section === null ? 'Core sections judged Not sufficient' : 'A core section judged Not sufficient';
  const given = outcome.answers.find((answer) => answer.item === item.key && answer.occurrence === cap.occurrence);
  const words = answerInWords(outcome.form.document, item, given?.value ?? '');
  return `Question ${numberOf(outcome, item.key, cap.occurrence)} answered ${words}`;
}

function foundCell(outcome: Outcome, cap: GradeCap) {
  const item = cap.item === null ? null : itemOf(outcome, cap.item);
  if (item) return text(item.question, { href: answerHref(outcome.audit, item.key, cap.occurrence) });
  const section = outcome.form.document.sections.find(({ key }) => key === cap.section);
  if (section) return text(section.title, { href: `/audits/${outcome.audit.id}/answers#s-${section.key}` });
  return text(cap.because);
}
