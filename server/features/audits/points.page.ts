import { subjectInSentence } from '../../domain/audits/subject.js';
import { outcomesFor, outcomeWords, whyNotPutRight } from '../../domain/audits/fact-points.js';
import { formatDateInFull } from '../../domain/calendar/format-date.js';
import type { Me } from '../../domain/rights.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Fault } from '../../domain/problems.js';
import type { Typed } from '../../platform/http/route.js';
import type { FactPoint } from './fact-points.store.js';
import { answerHref, itemOf, numberOf, type Outcome } from './outcome.js';
import { pointsShown, type PointShown } from './standing.page.js';

interface Again {
  typed: Typed | null;
  faults: readonly Fault[];
}

interface Listed extends PointShown {
  question: string | null;
  questionHref: string | null;
  /** Where the auditor answers it; null for everybody else, and once it is answered. */
  answerAt: string | null;
}

export interface PointsPage {
  where: string;
  title: string;
  sentence: string;
  points: Listed[];
  /** Where a point is put; null when this reader can't put one. */
  putAt: string | null;
  resultAt: string;
}

/** What was put right so far. */
export function pointsPage(outcome: Outcome, points: readonly FactPoint[], me: Me, today: string): PointsPage {
  const { audit } = outcome;
  const may = whyNotPutRight({ ...audit, agreement: outcome.form.document.agreement }, me.id, today) === null;
  return {
    ...headOf(outcome, 'Facts put right'),
    points: listed(outcome, points, me),
    putAt: may ? `/audits/${audit.id}/points/new` : null,
    resultAt: `/audits/${audit.id}/result`,
  };
}

function listed(outcome: Outcome, points: readonly FactPoint[], me: Me): Listed[] {
  const shown = pointsShown(outcome.audit, points, (item) => numberOf(outcome, item));
  return points.flatMap((point, i) => {
    const words = shown[i];
    if (!words) return [];
    const waits = point.outcome === null && outcome.audit.auditorId === me.id;
    return [
      {
        ...words,
        question: point.item === null ? null : (itemOf(outcome, point.item)?.question ?? null),
        questionHref: point.item === null ? null : answerHref(outcome.audit, point.item),
        answerAt: waits ? `/audits/${outcome.audit.id}/points/${point.id}` : null,
      },
    ];
  });
}

export interface NewPointPage {
  where: string;
  title: string;
  sentence: string;
  questions: { value: string; text: string }[];
  item: string;
  said: string;
  itemFault: string | null;
  saidFault: string | null;
  points: Listed[];
  nothing: string | null;
  back: string;
}

export function newPointPage(outcome: Outcome, points: readonly FactPoint[], me: Me, again: Again): NewPointPage {
  const { audit, applying } = outcome;
  const asked = applying.questions
    .filter(({ occurrence }) => occurrence === 0)
    .map(({ item }) => ({ value: item.key, text: `${numberOf(outcome, item.key)} ${item.question}`.trim() }));
  return {
    ...headOf(outcome, 'Put a fact right'),
    questions: [{ value: '', text: 'About the whole audit' }, ...asked],
    item: typed(again, 'item'),
    said: typed(again, 'said'),
    itemFault: faultAt(again, 'item'),
    saidFault: faultAt(again, 'said'),
    points: listed(outcome, points, me),
    nothing: audit.state === 'submitted' ? `/audits/${audit.id}/nothing-to-put-right` : null,
    back: `/audits/${audit.id}/result`,
  };
}

export interface PointPage {
  where: string;
  title: string;
  sentence: string;
  point: Listed;
  outcomes: { value: string; text: string; hint: string | null }[];
  outcomeName: string;
  replyName: string;
  outcome: string;
  reply: string;
  outcomeFault: string | null;
  replyFault: string | null;
}

/** One point, for the auditor to answer. */
export function pointPage(outcome: Outcome, point: FactPoint, me: Me, again: Again): PointPage | null {
  const [one] = listed(outcome, [point], me);
  if (!one) return null;
  return {
    ...headOf(outcome, 'Answer the practitioner'),
    point: one,
    outcomes: outcomesFor(outcome.audit.state).map((value) => ({
      value,
      text: outcomeWords[value],
      hint: value === 'changed' ? 'The audit is yours to change again, at this question. Then submit it anew.' : null,
    })),
    outcomeName: `outcome-${point.id}`,
    replyName: `reply-${point.id}`,
    outcome: typed(again, 'outcome'),
    reply: typed(again, 'reply'),
    outcomeFault: faultAt(again, `outcome-${point.id}`),
    replyFault: faultAt(again, `reply-${point.id}`),
  };
}

function headOf({ audit, form }: Outcome, title: string): { where: string; title: string; sentence: string } {
  const until = audit.factsUntil === null ? '' : ` Facts can be put right until ${formatDateInFull(audit.factsUntil)}.`;
  return {
    where: `${form.title} · ${subjectInSentence(audit)}`,
    title,
    sentence: `Read by ${audit.auditorName}.${until}`,
  };
}
