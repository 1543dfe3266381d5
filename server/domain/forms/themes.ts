/** One theme of practice. The same sixteen hold for the whole service, so that figures of different forms can be laid side by side. */
export interface Theme {
  key: string;
  name: string;
  meaning: string;
}

/** The sixteen themes, in the order in which reports show them. */
export const themes: readonly Theme[] = [
  {
    key: 'assessment',
    name: 'Assessment',
    meaning: 'Information is gathered, checked and made sense of, so that a stranger understands this child.',
  },
  { key: 'planning', name: 'Planning', meaning: 'The plan answers what was found and says who does what by when.' },
  {
    key: 'contingency',
    name: 'Contingency',
    meaning: 'The file says what to watch for and what will be done if things get worse.',
  },
  { key: 'delivery', name: 'Delivery', meaning: 'The planned work happens, often enough, and fits the child.' },
  { key: 'reviewing', name: 'Reviewing', meaning: 'Change is noticed, thought about and leads to a changed plan.' },
  {
    key: 'harm-to-others',
    name: 'Risk of harm to others',
    meaning: 'Danger to other people is seen for what it is and kept as low as it can be.',
  },
  {
    key: 'child-safety',
    name: "The child's safety and wellbeing",
    meaning: 'Danger to the child is seen for what it is and acted on.',
  },
  {
    key: 'interplay',
    name: 'How harm and safety fit together',
    meaning:
      'Risk to others and risk to the child are judged apart, understood together, and planned so that neither makes the other worse.',
  },
  {
    key: 'victims',
    name: 'Victims and restorative work',
    meaning: 'People harmed, or who might be, are known, heard, protected and offered repair.',
  },
  {
    key: 'partners',
    name: 'Working with partners',
    meaning: "Other agencies' knowledge and plans are used, shared and joined to ours.",
  },
  {
    key: 'childs-voice',
    name: "Child's voice and family involvement",
    meaning: 'The child and the people who care for them are heard and shape the work.',
  },
  {
    key: 'diversity',
    name: 'Diversity and identity',
    meaning: 'Who the child is and what they have met with is explored and changes what is done.',
  },
  {
    key: 'oversight',
    name: 'Management oversight',
    meaning: 'A manager tests the work, gives direction and checks that it was followed.',
  },
  { key: 'timeliness', name: 'Timeliness', meaning: 'Things are done when they are due.' },
  {
    key: 'recording',
    name: 'Recording',
    meaning: 'The file is complete, current and usable by somebody who does not know the case.',
  },
  {
    key: 'transitions',
    name: 'Custody, moves and endings',
    meaning: 'Entry to custody, release, transfer, turning 18 and the end of an order are prepared and safe.',
  },
];

/** The theme of a key, or null when there is none of that name. */
export function themeOf(key: string): Theme | null {
  return themes.find((theme) => theme.key === key) ?? null;
}

/** A theme as pages say it. @example themeName('childs-voice') // 'Child's voice and family involvement' */
export const themeName = (key: string): string => themeOf(key)?.name ?? key;
