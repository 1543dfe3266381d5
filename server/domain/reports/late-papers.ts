/** Papers that must be with a custodial establishment when the child arrives: late ones are listed at any number. */
export const custodyPapers: Readonly<Record<string, string>> = {
  'ns-placement-form': 'placement form',
  'ns-post-court-report': 'post-court report',
  'ns-custody-assessment': 'assessment to the establishment',
  'paper-court-order': 'court’s order and placement confirmation',
  'paper-court-report': 'report to the court',
  'paper-convictions': 'list of previous convictions',
  'paper-self-harm-call': 'call to reception about self-harm',
  'paper-health': 'health needs, medicines and allergies',
  'paper-conflicts': 'dangers from and to other children there',
  'paper-care-plan': 'care, protection or in-need plan',
  'paper-social-care-told': 'word to children’s services',
  'paper-risk-plan': 'plan for safety or harm',
  'paper-carer-told': 'word to a parent or carer',
  'paper-received': 'reception’s confirmation that it had everything',
};

/** Whether an outcome of a rule says that it was not kept, whatever the reason. */
export const isException = (outcome: string): boolean =>
  outcome === 'not-met' || outcome === 'not-met-with-reason' || outcome === 'not-evidenced';

/** Whether a paper was late; one that nobody can find is an exception, but not known to be late. */
export const isLate = (outcome: string): boolean => outcome === 'not-met' || outcome === 'not-met-with-reason';
