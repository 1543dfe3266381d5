import { stateWords, whyNot, type StepKind } from '../../domain/actions/steps.js';
import { subjectInSentence } from '../../domain/audits/subject.js';
import { formatDate, formatDateInFull, formatMoment } from '../../domain/calendar/format-date.js';
import { themeName } from '../../domain/forms/themes.js';
import type { Me } from '../../domain/rights.js';
import { aboutWords } from './about.js';
import { isOverdue, overdueWords } from './actions.page.js';
import type { Action, Step } from './actions.store.js';

export interface ActionPage {
  title: string;
  sentence: string;
  state: { kind: 'late' | 'quiet' | 'saved'; text: string };
  good: string;
  facts: { name: string; text: string; href: string | null }[];
  steps: { text: string; line: string; says: string }[];
  acts: { text: string; href: string }[];
  /** Why this reader can't verify what is completed; null when they can, or nothing waits. */
  waits: string | null;
}

/** Where each step is taken, and what its button says. */
const stepActs: readonly { step: StepKind; text: string; at: string }[] = [
  { step: 'completed', text: 'Complete', at: 'completion' },
  { step: 'verified', text: 'Verify', at: 'verification' },
  { step: 'reopened', text: 'Reopen', at: 'reopening' },
  { step: 'moved', text: 'Move the date', at: 'date' },
  { step: 'handed-over', text: 'Hand over', at: 'owner' },
  { step: 'dropped', text: 'Drop', at: 'dropping' },
];

export function actionPage(action: Action, steps: readonly Step[], me: Me, today: string): ActionPage {
  const late = isOverdue(action, today);
  const kind = late ? 'late' : action.state === 'verified' ? 'saved' : 'quiet';
  return {
    title: action.wording ?? 'An action whose words are no longer kept',
    sentence: `${action.owner}, by ${formatDateInFull(action.dueOn)}.`,
    state: { kind, text: late ? overdueWords(action, today) : stateWords[action.state] },
    good: action.goodLooksLike ?? 'No longer kept',
    facts: factsOf(action),
    steps: [
      { text: 'Made', line: '', says: `${action.madeBy ?? 'Command line'}, ${formatMoment(action.madeAt)}` },
      ...steps.map(stepShown),
    ],
    acts: stepActs
      .filter(({ step }) => whyNot(step, action, me) === null)
      .map(({ text, at }) => ({ text, href: `/actions/${action.id}/${at}` })),
    waits: action.state === 'completed' ? whyNot('verified', action, me) : null,
  };
}

function factsOf(action: Action): ActionPage['facts'] {
  const facts = [{ name: 'About', text: aboutWords[action.about], href: null as string | null }];
  if (action.practitioner) facts.push({ name: 'Work of', text: action.practitioner, href: null });
  if (action.team) facts.push({ name: 'Team', text: action.team, href: null });
  if (action.theme) facts.push({ name: 'Theme', text: themeName(action.theme), href: null });
  if (action.auditId !== null) {
    const text = `${action.form ?? 'Audit'} of ${subjectInSentence({ subject: action.subject ?? 'order', reference: action.reference })}`;
    facts.push({ name: 'From', text, href: `/audits/${action.auditId}/result` });
  }
  return facts;
}

const stepNames: Readonly<Record<StepKind, string>> = {
  completed: 'Completed',
  verified: 'Verified',
  reopened: 'Reopened',
  moved: 'Date moved',
  'handed-over': 'Handed over',
  dropped: 'Dropped',
};

function stepShown({ kind, said, dueOn, owner, by, at }: Step): ActionPage['steps'][number] {
  const to = dueOn ? ` to ${formatDate(dueOn)}` : owner ? ` to ${owner}` : '';
  return { text: `${stepNames[kind]}${to}`, line: said ?? '', says: `${by}, ${formatMoment(at)}` };
}
