/** A reason why something was late. Codes are stored; what is accepted is a setting of the service. */
export interface LatenessReason {
  code: string;
  reason: string;
  /** Whether the reason counts as met in the adjusted share, until the service decides otherwise. */
  acceptedAtFirst: boolean;
}

/** The reasons for lateness, in the order in which they are offered. */
export const latenessReasons: readonly LatenessReason[] = [
  { code: 'child-missed', reason: 'The child missed appointments that were offered in time', acceptedAtFirst: true },
  { code: 'child-missing-or-ill', reason: 'Missing, in hospital, bereaved', acceptedAtFirst: true },
  { code: 'interpreter', reason: 'No interpreter or needed adjustment could be had in time', acceptedAtFirst: true },
  { code: 'court-listing', reason: "Set by the court's list", acceptedAtFirst: true },
  { code: 'other-area', reason: 'In custody or living elsewhere; other service had the task', acceptedAtFirst: true },
  {
    code: 'manager-decision',
    reason: 'A manager decided to wait, with a reason on file that day',
    acceptedAtFirst: true,
  },
  { code: 'partner-late', reason: 'Another agency was late', acceptedAtFirst: false },
  { code: 'staffing', reason: 'Sickness, vacancy, handover', acceptedAtFirst: false },
  { code: 'oversight', reason: 'Forgotten, not noticed', acceptedAtFirst: false },
  { code: 'not-recorded', reason: 'No reason on file', acceptedAtFirst: false },
];

/** The code that says that nobody wrote down why: late without a reason given. */
export const NO_REASON_ON_FILE = 'not-recorded';

/** The reason of a code, or null when there is none of that code. */
export function latenessReasonOf(code: string | null): LatenessReason | null {
  return code === null ? null : (latenessReasons.find((reason) => reason.code === code) ?? null);
}
