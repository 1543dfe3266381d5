import { subjectInSentence } from '../../domain/audits/subject.js';
import { proposalsFrom } from '../../domain/actions/proposals.js';
import { stateWords } from '../../domain/actions/steps.js';
import { isReadable } from '../../domain/audits/states.js';
import { isOwnWork } from '../../domain/audits/fact-points.js';
import { mostActions, needsActions } from '../../domain/audits/needs-actions.js';
import { formatDateInFull, formatMoment, formatTime } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import type { Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { date, table, text, type Table } from '../../platform/table.js';
import { actionsOfAudit, type Action } from '../actions/actions.store.js';
import { concernsOfAudit, type Concern } from '../concerns/concerns.store.js';
import { talkSaid } from '../inspections/talk-said.js';
import { sampleById } from '../samples/samples.store.js';
import { viewsOf } from '../trail/trail.store.js';
import type { Audit } from './audits.store.js';
import { pointsOf, type FactPoint } from './fact-points.store.js';
import { whyNoActions } from './make-actions.js';
import { movesOf } from './moves.store.js';
import { readsSameCase, reauditsOf } from './reaudits.store.js';
import { whyNotElsewhere } from './start-elsewhere.js';
import { whyNoReaudit } from './start-reaudit.js';
import { answerTo, numberOf, outcomeOf, type Outcome } from './outcome.js';
import { compliancePart, levelsPart, themesPart, type CompliancePart, type LevelsPart } from './result-beside.page.js';
import { gradePart, type GradePart } from './result-grade.page.js';
import { sectionsPart, type SectionsPart } from './result-sections.page.js';
import { pointsShown, standingSteps, toldTo, type PointShown, type Step, type Told } from './standing.page.js';
import { toAgree } from './to-agree.js';

interface Side {
  title: string;
  said: { text: string }[];
  none: string;
}

export interface ResultPage {
  where: string;
  title: string;
  sentence: string;
  acts: { text: string; href: string; kind: 'secondary' }[];
  steps: Step[];
  concerns: { title: string; text: string; href: string | null }[];
  told: Told[];
  /** To the practitioner it is a letter: strengths first, numbers last. Null for everybody else. */
  letter: string | null;
  grade: GradePart;
  levels: LevelsPart | null;
  compliance: CompliancePart | null;
  themes: { name: string; text: string }[];
  /** Null where it is nobody’s work. */
  answer: { title: string; text: string; points: PointShown[]; readWith: string | null } | null;
  sections: SectionsPart;
  strengths: Side;
  improve: Side;
  actions: { count: string; table: Table; reason: string | null; make: string | null };
  /** What was said in the talk with the practitioner; empty outside inspections. */
  talk: { asks: string; said: string }[];
  /** Who has opened this result: for the practitioner whom it is about. */
  opened: { name: string; text: string }[] | null;
}

export function resultPage(db: Db, audit: Audit, me: Me, today: string): ResultPage {
  const outcome = outcomeOf(db, audit);
  const points = pointsOf(db, audit.id);
  const own = isOwnWork(audit, me.id);
  return {
    ...headOf(db, audit, outcome, me, today),
    steps: standingSteps(audit, movesOf(db, audit.id), today),
    concerns: concernsOfAudit(db, audit.id).map((concern) => concernShown(concern, own)),
    told: toldTo(audit, toAgree(db, audit), points, me, today),
    letter: own ? letterTo(audit, me) : null,
    // An inspection gives a file no grade.
    grade: audit.inspectionId === null ? gradePart(outcome) : { ...gradePart(outcome), isGraded: false, chart: null },
    levels: levelsPart(outcome),
    compliance: compliancePart(outcome),
    themes: themesPart(outcome),
    answer: audit.subject === 'service' || audit.inspectionId !== null ? null : answerPart(audit, points, outcome),
    sections: sectionsPart(outcome),
    strengths: sideOf(outcome, 'close-strengths', 'What was done well'),
    improve: sideOf(outcome, 'close-improve', 'What must improve'),
    actions: actionsPart(outcome, actionsOfAudit(db, audit.id), me),
    talk: audit.inspectionId === null ? [] : talkSaid(db, audit.id),
    opened: own ? openedBy(db, audit) : null,
  };
}

const answerPart = (audit: Audit, points: readonly FactPoint[], outcome: Outcome): ResultPage['answer'] => ({
  title: `${audit.practitionerName ?? 'The practitioner'}’s answer`,
  text: answerWords(audit, points.length),
  points: pointsShown(audit, points, (item) => numberOf(outcome, item)),
  readWith: audit.factsClosedWith && `Read together with ${audit.factsClosedWith}.`,
});

function headOf(db: Db, audit: Audit, { form }: Outcome, me: Me, today: string) {
  const sample = sampleById(db, audit.sampleId, { kind: 'all' }, today)?.name ?? '';
  const submitted = audit.submittedAt ?? '';
  const read = audit.readOn ? `Read by ${audit.auditorName} on ${formatDateInFull(audit.readOn)}. ` : '';
  const day = formatDateInFull(londonDate(submitted));
  return {
    where: `${form.title} · version ${form.version} · ${sample}`,
    title: `Audit of ${subjectInSentence(audit)}`,
    sentence: `${read}Submitted on ${day} at ${formatTime(submitted)}.`,
    acts: actsOn(db, audit, me),
  };
}

/** A second reading of what fell short, where there is one or may be one. */
function actsOn(db: Db, audit: Audit, me: Me): ResultPage['acts'] {
  const act = (text: string, href: string) => ({ text, href, kind: 'secondary' as const });
  const at = `/audits/${audit.id}`;
  const isSameCase = readsSameCase(db, audit);
  const again = audit.subject === 'order' ? reauditsOf(db, audit).filter(({ state }) => isReadable(state)) : [];
  return [
    act('All answers', `${at}/answers`),
    ...(isSameCase ? [act('Before and after', `${at}/before-and-after`)] : []),
    ...again.map(({ id, auditor }) => act(`Read again by ${auditor}`, `/audits/${id}/before-and-after`)),
    ...(whyNoReaudit(db, audit, me) === null ? [act('Re-audit', `${at}/reaudit`)] : []),
    ...(whyNotElsewhere(audit, me) === null ? [act('On other cases', `${at}/other-cases`)] : []),
  ];
}

const letterTo = (audit: Audit, me: Me): string =>
  `${me.name.split(' ')[0] ?? me.name}, this is what ${audit.auditorName} found in your work on this case: first what was done well, then what must improve and the actions, and the grade and the numbers last.`;

/** Everybody who may read an audit is told of its concerns; the card is for those who deal with them. */
function concernShown(concern: Concern, own: boolean): ResultPage['concerns'][number] {
  const said = concern.said === null ? '' : `‘${concern.said}’ `;
  const state = {
    raised: `Waits for ${concern.named}.`,
    acknowledged: `Acknowledged by ${concern.named}.`,
    closed: 'Closed.',
  };
  return {
    title: `Concern raised ${formatMoment(concern.raisedAt)} by ${concern.raiser}`,
    text: `${said}${state[concern.state]}`,
    href: own ? null : `/concerns/${concern.id}`,
  };
}

function answerWords(audit: Audit, points: number): string {
  const until =
    audit.factsUntil && audit.factsClosed === null ? `Had until ${formatDateInFull(audit.factsUntil)}. ` : '';
  const words = audit.state === 'submitted' ? until.replace('Had', 'Has') : until;
  if (points === 0) return `${words}Nothing questioned${audit.state === 'submitted' ? ' so far' : ''}.`;
  return `${words}${points} ${points === 1 ? 'point' : 'points'}:`;
}

function sideOf(outcome: Outcome, item: string, title: string): Side {
  const said = proposalsFrom(answerTo(outcome, item)?.value ?? null);
  return { title, said: said.map((line) => ({ text: line })), none: 'Nothing was written.' };
}

function actionsPart({ audit, result }: Outcome, actions: readonly Action[], me: Me): ResultPage['actions'] {
  const kept = actions.filter(({ state }) => state !== 'dropped').length;
  const asked = audit.inspectionId === null && needsActions(result.ownGrade, result.computedGrade);
  const count = kept === 0 ? 'none' : `${kept}`;
  return {
    count: asked ? `${count}; below Good an audit needs one to three, or a reason for none` : count,
    table: actionsTable(actions),
    reason: audit.noActionReason,
    make:
      audit.inspectionId === null && kept < mostActions && whyNoActions(audit, me) === null
        ? `/audits/${audit.id}/actions`
        : null,
  };
}

function actionsTable(actions: readonly Action[]): Table {
  return table({
    key: 'actions',
    title: 'Actions',
    sentence: 'Actions from this audit.',
    columns: [
      { key: 'wording', head: 'What will change', kind: 'text' },
      { key: 'who', head: 'Who', kind: 'text' },
      { key: 'by', head: 'By', kind: 'date' },
      { key: 'good', head: 'What good will look like', kind: 'words' },
      { key: 'state', head: 'State', kind: 'text' },
    ],
    rows: actions.map((action) => ({
      wording: text(action.wording ?? 'No longer kept', { href: `/actions/${action.id}`, strong: true }),
      who: text(action.owner),
      by: date(action.dueOn),
      good: text(action.goodLooksLike ?? ''),
      state: text(stateWords[action.state]),
    })),
  });
}

const openedBy = (db: Db, audit: Audit): { name: string; text: string }[] =>
  viewsOf(db, 'audits', audit.id).map(({ name, at }) => ({ name: name ?? 'Command line', text: formatMoment(at) }));
