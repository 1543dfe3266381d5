/** Why a sample is drawn, in the words of the page. */
export const purposes = {
  routine: 'Routine: the regular dip sample',
  sweep: 'Sweep: a quick look at many cases',
  targeted: 'Targeted: a question or a worry about some work',
  're-audit': 'Second look: has it changed since the last audit?',
  practice: 'Practice: to learn the form together',
  inspection: 'Inspection: drawn for a mock inspection',
} as const;

export type Purpose = keyof typeof purposes;

/** Purposes that a person gives a sample; an inspection draws its own. */
export const offeredPurposes = Object.entries(purposes).filter(([key]) => key !== 'inspection');

export const isPurpose = (key: string): key is Purpose => offeredPurposes.some(([known]) => known === key);
