import { choice, date, moment, yesNo, type KeptFact } from './kept-fact.js';

/** Facts about victims, other services and the child's own life. */
export const factsOfPeople = {
  victim: yesNo(
    'a victim who can be identified',
    'facts-named-victim',
    'victim module, or the victim worker’s own log',
    ['victim', 'Named victim', 'Victim flag'],
  ),
  'victim-kind': choice(
    'kind of victim',
    'facts-victim-kind',
    'victim worker’s log; no name leaves it',
    ['Victim type', 'Kind of victim'],
    {
      adult: 'An adult',
      child: 'A child',
      'family-member-of-the-child': 'A family member of the child',
      'professional-at-work': 'A professional at work',
      'business-or-organisation': 'A business or organisation',
      'more-than-one-kind': 'More than one kind',
    },
  ),
  'victim-choice': choice(
    'what the victim chose',
    'facts-victim-choice',
    'victim worker’s log',
    ['Victim choice', 'Victim wishes'],
    {
      'restorative-work': 'Restorative work',
      'information-only': 'Information only',
      'no-further-contact': 'No further contact',
      'not-reached': 'Not reached',
      'not-asked': 'Not asked',
      'not-recorded': 'Not recorded',
    },
  ),
  'victim-details-received': date(
    'victim’s details received',
    [moment('victim-details-time', 'to')],
    'victim worker’s log; police notice',
    ['Victim details received'],
  ),
  'restorative-work': choice(
    'restorative work',
    'facts-restorative-done',
    'victim or interventions module',
    ['Restorative work', 'RJ'],
    {
      none: 'None',
      indirect: 'Indirect',
      direct: 'Direct',
    },
  ),
  'other-plan': choice(
    'other plan for the child',
    'facts-other-plans',
    'social care’s system, by a monthly match on a shared number',
    ['Other plan', 'Social care plan'],
    {
      none: 'None',
      'child-in-need': 'Child in need',
      'child-protection': 'Child protection',
      'looked-after': 'Looked after',
      'more-than-one': 'More than one',
    },
    'case',
  ),
  'care-leaver': yesNo('care leaver', 'facts-care-leaver', 'leaving-care team’s list, monthly match', ['Care leaver']),
  'gangs-team': yesNo(
    'known to the gangs team',
    'facts-gangs-team',
    'gangs or exploitation team’s list; needs an agreement on sharing',
    ['Gangs team', 'Gang flag'],
  ),
  exploitation: yesNo('signs of exploitation', 'facts-exploitation', 'flag in the case system; exploitation panel', [
    'Exploitation',
    'Exploitation flag',
    'CSE flag',
  ]),
  'out-of-area': yesNo(
    'lives outside the area',
    'facts-out-of-area',
    'placement against the area, worked out before the import',
    ['Out of area'],
  ),
  'communication-need': yesNo(
    'communication need',
    'facts-communication',
    'school plan, speech and language screening, health worker',
    ['Communication need', 'SLCN'],
  ),
  adversity: yesNo('known trauma or loss', 'facts-adversity', 'none is reliable', ['Adversity']),
  'significant-change': yesNo(
    'a significant change',
    'facts-significant-change',
    'police daily list, missing reports, case events',
    ['Significant change'],
    'order',
  ),
  'serious-incident': yesNo(
    'a serious incident',
    'facts-serious-incident',
    'incident log of the service',
    ['Serious incident'],
    'order',
  ),
} as const satisfies Record<string, KeptFact>;
