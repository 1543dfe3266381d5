/** Papers that must be with a custodial establishment when the child arrives: late ones are listed at any number. */
export const custodyPapers: Readonly<Record<string, string>> = {
  'ns-placement-form': 'placement form',
  'ns-post-court-report': 'post-court report',
  'ns-custody-assessment': 'assessment to the establishment',
};

/** Whether an outcome of a rule says that it was not kept, whatever the reason. */
export const isException = (outcome: string): boolean =>
  outcome === 'not-met' || outcome === 'not-met-with-reason' || outcome === 'not-evidenced';

/** Whether a paper was late; one that nobody can find is an exception, but not known to be late. */
export const isLate = (outcome: string): boolean => outcome === 'not-met' || outcome === 'not-met-with-reason';
