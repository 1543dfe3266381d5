import type { OrderGroup } from '../register/orders.js';

/** One draw of a framework: whose cases, on which form, and when their orders began as a rule. */
export interface Part {
  key: string;
  title: string;
  formKey: string;
  subject: 'order' | 'victim';
  /** None: orders of every group. */
  groups: readonly OrderGroup[];
  /** The order began so many months before the inspection: at the earliest, at the latest. */
  beganMonthsBefore: readonly [earliest: number, latest: number];
}

export interface Framework {
  title: string;
  says: string;
  parts: readonly Part[];
  /** Standards judged as a whole, on evidence, where organisational delivery is looked at too. */
  standards: readonly { key: string; title: string }[];
  /** Standards judged as a whole whichever kind. */
  always: readonly { key: string; title: string }[];
}

const organisation = [
  { key: '1.1', title: 'Governance and leadership' },
  { key: '1.2', title: 'Staff' },
  { key: '1.3', title: 'Partnerships and services' },
  { key: '1.4', title: 'Information and facilities' },
];

/**
 * The inspectorate’s frameworks, the next one first. Months of the first two as its sampling rules have them, of 2025 as
 * both draws of the framework before; the screening of 2012 to 2017 took orders of six weeks to three months.
 */
export const frameworks = {
  '2025': {
    title: 'Work with children and with victims, from 2025',
    says: 'What the next inspection will use. Counts and shares with their ranges; no rating until the published roll-up is entered.',
    parts: [
      {
        key: 'children',
        title: 'Children',
        formKey: 'children-and-victims-2025',
        subject: 'order',
        groups: [],
        beganMonthsBefore: [9, 3],
      },
      {
        key: 'victims',
        title: 'Victims',
        formKey: 'children-and-victims-2025',
        subject: 'victim',
        groups: [],
        beganMonthsBefore: [9, 3],
      },
    ],
    standards: organisation,
    always: [{ key: 'V1.2', title: 'The service for victims' }],
  },
  '2018-2024': {
    title: 'Standards and ratings, 2018 to 2024',
    says: 'Thirteen standards, four words, an overall from twelve of them.',
    parts: [
      {
        key: 'court',
        title: 'Court',
        formKey: 'court-case',
        subject: 'order',
        groups: ['court-community', 'custody'],
        beganMonthsBefore: [9, 6],
      },
      {
        key: 'out-of-court',
        title: 'Out of court',
        formKey: 'out-of-court-case',
        subject: 'order',
        groups: ['out-of-court'],
        beganMonthsBefore: [5, 3],
      },
    ],
    standards: [
      ...organisation,
      { key: '3.4', title: 'Out-of-court disposals' },
      { key: '4.1', title: 'Resettlement policy and provision' },
    ],
    always: [],
  },
  '2017': {
    title: 'Screening of the start of orders, as in January 2017',
    says: 'Share of work done well enough by theme. No rating.',
    parts: [
      {
        key: 'start-of-order',
        title: 'Start of order',
        formKey: 'start-of-order-2012',
        subject: 'order',
        groups: ['court-community', 'custody'],
        beganMonthsBefore: [3, 1],
      },
    ],
    standards: [],
    always: [],
  },
} as const satisfies Record<string, Framework>;

export type FrameworkKey = keyof typeof frameworks;

export const isFramework = (key: string): key is FrameworkKey => Object.hasOwn(frameworks, key);

/** Whether the whole service is looked at, or cases only. */
export const kinds = {
  full: 'Cases and organisational delivery',
  cases: 'Cases only',
} as const;

export type Kind = keyof typeof kinds;

export const isKind = (key: string): key is Kind => Object.hasOwn(kinds, key);

/** The draws of a framework, each with its form. */
export const partsOf = (framework: FrameworkKey): readonly Part[] => frameworks[framework].parts;

/**
 * The standards judged as a whole in an inspection.
 * @example standardsJudged('2018-2024', 'cases') // []
 */
export function standardsJudged(framework: FrameworkKey, kind: Kind): readonly { key: string; title: string }[] {
  const { standards, always }: Framework = frameworks[framework];
  return kind === 'full' ? [...standards, ...always] : always;
}
