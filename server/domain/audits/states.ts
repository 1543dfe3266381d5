/** The states of an audit, in the order in which most pass through them. */
export const states = ['assigned', 'in-progress', 'submitted', 'returned', 'agreed', 'withdrawn'] as const;
export type State = (typeof states)[number];

export const stateNames: Readonly<Record<State, string>> = {
  assigned: 'Not begun',
  'in-progress': 'In progress',
  submitted: 'Submitted',
  returned: 'Sent back',
  agreed: 'Agreed',
  withdrawn: 'Withdrawn',
};

/** Which state may follow which. Source: table 'States of an audit' of the data model. */
const follows: Readonly<Record<State, readonly State[]>> = {
  assigned: ['assigned', 'in-progress', 'withdrawn'],
  'in-progress': ['assigned', 'submitted', 'withdrawn'],
  submitted: ['returned', 'agreed'],
  returned: ['submitted'],
  agreed: [],
  withdrawn: [],
};

/**
 * Whether an audit may go from one state to another.
 * @example mayFollow('agreed', 'returned') // false
 */
export const mayFollow = (from: State, to: State): boolean => follows[from].includes(to);

/** States in which the auditor writes. */
export const isWritable = (state: State): boolean => state === 'in-progress' || state === 'returned';

/** States in which an audit can still be handed over or withdrawn. */
export const isUnfinished = (state: State): boolean => state === 'assigned' || state === 'in-progress';

/** States in which others than the auditor may read answers and result. */
export const isReadable = (state: State): boolean =>
  state === 'submitted' || state === 'returned' || state === 'agreed';

/**
 * Whether somebody may write answers of an audit now: only its auditor, while it is in progress or sent back.
 * @example mayWrite({ auditorId: 7, state: 'submitted' }, 7) // false
 */
export const mayWrite = (audit: { auditorId: number; state: State }, person: number): boolean =>
  audit.auditorId === person && isWritable(audit.state);
