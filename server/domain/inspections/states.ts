/** An inspection is set up, runs, and is closed; the head of service may reopen it. */
export const inspectionStates = { prepared: 'Being prepared', running: 'Under way', closed: 'Closed' } as const;

export type InspectionState = keyof typeof inspectionStates;

const leadsTo: Readonly<Record<InspectionState, readonly InspectionState[]>> = {
  prepared: ['running'],
  running: ['closed'],
  closed: ['running'],
};

/**
 * Whether a state may follow another.
 * @example mayMove('closed', 'prepared') // false
 */
export const mayMove = (from: InspectionState, to: InspectionState): boolean => leadsTo[from].includes(to);
