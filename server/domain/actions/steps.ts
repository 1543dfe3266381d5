import type { Me } from '../rights.js';

export type ActionState = 'open' | 'completed' | 'verified' | 'dropped';
export type StepKind = 'completed' | 'verified' | 'reopened' | 'moved' | 'handed-over' | 'dropped';

/** Completed and verified are two states by two people: closed is not done. */
export const stateWords: Readonly<Record<ActionState, string>> = {
  open: 'Open',
  completed: 'Completed, to be verified',
  verified: 'Verified',
  dropped: 'Dropped',
};

/** What the rules of a step look at. */
export interface ActionNow {
  state: ActionState;
  ownerId: number;
  /** Whose work it is about. */
  practitionerId: number | null;
  teamId: number | null;
  /** Who carried out the audit that the action comes from. */
  auditorId: number | null;
  /** Who completed it last; null while it was never completed. */
  completedBy: number | null;
}

type Asking = Pick<Me, 'id' | 'roles' | 'teamsLed'>;

/**
 * Why this person can't take this step with this action now; null when they can. The owner completes; another person
 * verifies, never the owner nor who completed it; the lead of its team or the head drops it.
 * Source: table 'Who may', row 'action: do / verify'.
 * @example whyNot('verified', { state: 'completed', ownerId: 3, practitionerId: 3, teamId: 1, auditorId: 5, completedBy: 3 }, { id: 3, roles: new Set(['head']), teamsLed: [] })
 * // 'Somebody other than the owner verifies an action.'
 */
export function whyNot(step: StepKind, action: ActionNow, me: Asking): string | null {
  const wanted = wantedState[step];
  if (!wanted.includes(action.state)) return `This action is ${stateWords[action.state].toLowerCase()}.`;
  return rules[step](action, me);
}

const wantedState: Readonly<Record<StepKind, readonly ActionState[]>> = {
  completed: ['open'],
  verified: ['completed'],
  reopened: ['completed', 'verified'],
  moved: ['open'],
  'handed-over': ['open'],
  dropped: ['open', 'completed'],
};

const rules: Readonly<Record<StepKind, (action: ActionNow, me: Asking) => string | null>> = {
  completed: (action, me) => (action.ownerId === me.id ? null : 'Only its owner completes an action.'),
  verified: anotherPerson,
  reopened: anotherPerson,
  moved: (action, me) => (action.ownerId === me.id || manages(action, me) ? null : managersOrOwner),
  'handed-over': (action, me) => (action.ownerId === me.id || manages(action, me) ? null : managersOrOwner),
  dropped: (action, me) => (manages(action, me) ? null : 'The team lead or the head of service drops an action.'),
};

const managersOrOwner = 'Its owner, the team lead or the head of service does this.';

function anotherPerson(action: ActionNow, me: Asking): string | null {
  if (action.ownerId === me.id) return 'Somebody other than the owner verifies an action.';
  if (action.practitionerId === me.id) return 'This action is about your own work: somebody else verifies it.';
  if (action.completedBy === me.id) return 'You completed this action: somebody else verifies it.';
  if (manages(action, me) || action.auditorId === me.id) return null;
  return 'The auditor, the team lead or the head of service verifies this action.';
}

const manages = (action: ActionNow, me: Asking): boolean =>
  me.roles.has('head') || (action.teamId !== null && me.teamsLed.includes(action.teamId));
