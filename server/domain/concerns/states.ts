/** A concern is raised, acknowledged by a manager, and closed; it is never deleted and never goes back. */
export type ConcernState = 'raised' | 'acknowledged' | 'closed';

export const stateNames: Record<ConcernState, string> = {
  raised: 'Not yet acknowledged',
  acknowledged: 'Acknowledged',
  closed: 'Closed',
};

/** What can happen to a concern; each is kept with who, when and what they said. */
export type StepKind = 'acknowledged' | 'passed-on' | 'done' | 'in-error' | 'closed';

export const stepNames: Record<StepKind, string> = {
  acknowledged: 'Acknowledged',
  'passed-on': 'Passed on',
  done: 'Done',
  'in-error': 'Raised by mistake, closed',
  closed: 'Closed',
};

const next: Record<StepKind, { from: readonly ConcernState[]; to: ConcernState | null }> = {
  acknowledged: { from: ['raised'], to: 'acknowledged' },
  'passed-on': { from: ['raised', 'acknowledged'], to: 'raised' },
  done: { from: ['acknowledged'], to: null },
  'in-error': { from: ['raised', 'acknowledged'], to: 'closed' },
  closed: { from: ['acknowledged'], to: 'closed' },
};

/**
 * The state after a step, or null where the step can't be taken in this state. Passing on makes it wait anew: whoever
 * has it now has not acknowledged it. Closing comes after acknowledging, so that nothing closes unread.
 * @example stateAfter('raised', 'closed') // null
 */
export function stateAfter(state: ConcernState, step: StepKind): ConcernState | null {
  const { from, to } = next[step];
  return from.includes(state) ? (to ?? state) : null;
}
