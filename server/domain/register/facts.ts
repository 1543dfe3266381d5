/** What kind of value a fact holds: it decides how a cell is read and which values can be mapped. */
export type FactKind =
  'reference' | 'person' | 'team' | 'order-type' | 'date' | 'level' | 'yes-no' | 'age' | 'text' | 'mappa' | 'status';

interface FactOfARow {
  /** In the words of the page. */
  readonly says: string;
  readonly kind: FactKind;
  /** Whose fact it is: rows of one reference must agree on the case's, each order has its own. */
  readonly of: 'case' | 'order';
  /** A register without this column can't be read. */
  readonly needed?: true;
  /** Headings that are known to mean it, the tool's own first; compared by `headingKey`. */
  readonly headings: readonly string[];
}

/**
 * The facts that a register row can hold, in the order in which pages list them. Keys are those that the conditions of
 * a form use without `case.`; no published layout of a case list exists, so headings are those of the case systems in use.
 */
export const registerFacts = {
  reference: {
    says: 'case reference',
    kind: 'reference',
    of: 'case',
    needed: true,
    headings: [
      'case_reference',
      'Person ID',
      'Case ID',
      'Case reference',
      'Reference',
      'Case number',
      'Client ID',
      'Child ID',
      'YOT ID',
      'YJS ID',
      'System ID',
      'ID',
      'URN',
    ],
  },
  practitioner: {
    says: 'practitioner',
    kind: 'person',
    of: 'order',
    headings: [
      'practitioner',
      'Allocated worker',
      'Case manager',
      'Worker',
      'Allocated to',
      'Case holder',
      'Case worker',
      'Key worker',
      'Supervising officer',
      'YOT worker',
      'YJS worker',
      'Responsible officer',
    ],
  },
  team: {
    says: 'team',
    kind: 'team',
    of: 'order',
    headings: ['team', 'Team name', 'Allocated team', 'Unit', 'Locality'],
  },
  'order-type': {
    says: 'order',
    kind: 'order-type',
    of: 'order',
    needed: true,
    headings: [
      'order_type',
      'Legal outcome',
      'Order',
      'Outcome',
      'Disposal',
      'Disposal type',
      'Intervention',
      'Intervention type',
      'Intervention programme',
      'Programme',
      'Sentence',
    ],
  },
  'started-on': {
    says: 'start of the order',
    kind: 'date',
    of: 'order',
    needed: true,
    headings: [
      'order_start',
      'Start date',
      'Start',
      'Started',
      'Order start date',
      'Date started',
      'Order date',
      'Outcome date',
      'Intervention start date',
      'Disposal date',
    ],
  },
  'ends-on': {
    says: 'end of the order',
    kind: 'date',
    of: 'order',
    headings: [
      'order_end',
      'End date',
      'End',
      'Ends',
      'Order end date',
      'Date ended',
      'Expiry date',
      'Intervention end date',
      'Closed date',
      'Planned end date',
    ],
  },
  status: {
    says: 'open or closed',
    kind: 'status',
    of: 'order',
    headings: ['status', 'Case status', 'Order status', 'Open/closed', 'Intervention status'],
  },
  rosh: {
    says: 'risk of serious harm',
    kind: 'level',
    of: 'order',
    headings: [
      'risk_of_serious_harm',
      'ROSH',
      'ROSH level',
      'Risk of serious harm level',
      'Risk of harm',
      'RoH',
      'Serious harm',
    ],
  },
  safety: {
    says: 'safety and wellbeing',
    kind: 'level',
    of: 'order',
    headings: [
      'safety_and_wellbeing',
      'S&WB',
      'S&W',
      'SWB',
      'Safety & wellbeing level',
      'Safety and well-being',
      'Safety and wellbeing concerns',
      'Vulnerability',
    ],
  },
  reoffending: {
    says: 'likelihood of reoffending',
    kind: 'level',
    of: 'order',
    headings: [
      'likelihood_of_reoffending',
      'LoR',
      'Likelihood',
      'Reoffending',
      'Likelihood of re-offending level',
      'YOGRS band',
    ],
  },
  age: {
    says: 'age',
    kind: 'age',
    of: 'case',
    headings: ['age', 'Age now', 'Current age', 'Age at start', 'Age (years)'],
  },
  sex: { says: 'sex', kind: 'text', of: 'case', headings: ['sex', 'Gender'] },
  ethnicity: {
    says: 'ethnicity',
    kind: 'text',
    of: 'case',
    headings: ['ethnicity', 'Ethnic group', 'Ethnic origin', 'Self-defined ethnicity'],
  },
  'looked-after': {
    says: 'looked after',
    kind: 'yes-no',
    of: 'case',
    headings: ['looked_after', 'LAC', 'CLA', 'Looked after child', 'Child looked after', 'Care status', 'In care'],
  },
  'child-protection': {
    says: 'child protection plan',
    kind: 'yes-no',
    of: 'case',
    headings: ['child_protection_plan', 'CPP', 'CP', 'CP plan', 'Child protection', 'CP status'],
  },
  'custody-entry': {
    says: 'entry to custody',
    kind: 'date',
    of: 'order',
    headings: [
      'custody_entry',
      'Custody entry date',
      'Date of custody entry',
      'Entered custody',
      'Custody start',
      'Custody start date',
    ],
  },
  mappa: { says: 'MAPPA level', kind: 'mappa', of: 'order', headings: ['mappa_level', 'MAPPA', 'MAPPA status'] },
} as const satisfies Record<string, FactOfARow>;

export type RegisterFact = keyof typeof registerFacts;

/** Every fact, in the order in which pages list them. */
export const factKeys = Object.keys(registerFacts) as readonly RegisterFact[];

/** Narrows text that came from outside (a form field, a kept mapping) to a fact. */
export function isRegisterFact(key: string): key is RegisterFact {
  return Object.hasOwn(registerFacts, key);
}

/**
 * The kind of value of a fact.
 * @example kindOf('rosh') // 'level'
 */
export function kindOf(fact: RegisterFact): FactKind {
  return registerFacts[fact].kind;
}
