import type { Facts } from '../../../server/domain/forms/filled.js';

/** Four cases as services know them, and how many questions of each form they meet: scored, timescales, rules of compliance. */
interface TypicalCase {
  name: string;
  facts: Facts;
  answers: Readonly<Record<string, string>>;
  meets: readonly (readonly [form: string, scored: number, timescales: number, rules?: number])[];
}

const facts: Facts = {
  'order-type': 'youth-caution',
  'order-group': 'out-of-court',
  status: 'open',
  rosh: 'low',
  safety: 'low',
  reoffending: 'low',
  age: 15,
  'looked-after': 'no',
  'child-protection': 'no',
  'custody-entry': null,
  mappa: null,
  'days-supervised': 60,
  'days-to-end': 90,
};
const supervised = { 'days-supervised': 150, 'days-to-end': 100 };

const answers = {
  'auditor-harm-level': 'low',
  'auditor-safety-level': 'low',
  'facts-named-victim': 'yes',
  'facts-significant-change': 'no',
  'facts-other-plans': 'none',
  'facts-exploitation': 'no',
  'facts-missing': 'no',
  'facts-other-children': 'no',
  'facts-report': 'no',
  'facts-missed': 'no',
  'facts-remand': 'no',
  'facts-released': 'no',
  'facts-serious-incident': 'no',
  'referral-made': 'does-not-apply',
  'ns-intervention-level': 'standard',
};
const changed = { 'facts-significant-change': 'yes', 'facts-report': 'yes', 'facts-report-reused': 'no' };

export const cases: readonly TypicalCase[] = [
  {
    name: 'out of court, low and low',
    facts,
    answers,
    meets: [
      ['risk-of-harm', 18, 0],
      ['safeguarding', 16, 0],
      ['national-standards-2013', 0, 0, 1],
      ['ten-minute-dip', 10, 0],
    ],
  },
  {
    name: 'referral order, medium and medium',
    facts: {
      ...facts,
      ...supervised,
      'order-type': 'referral-order',
      'order-group': 'court-community',
      rosh: 'medium',
      safety: 'medium',
    },
    answers: { ...answers, ...changed, 'auditor-harm-level': 'medium', 'auditor-safety-level': 'medium' },
    meets: [
      ['risk-of-harm', 35, 1],
      ['safeguarding', 30, 1],
      ['national-standards-2013', 0, 8, 14],
      ['ten-minute-dip', 10, 0],
    ],
  },
  {
    name: 'YRO with ISS, high and high, looked after, exploited',
    facts: {
      ...facts,
      ...supervised,
      'order-type': 'yro-iss',
      'order-group': 'court-community',
      rosh: 'high',
      safety: 'high',
      'looked-after': 'yes',
    },
    answers: {
      ...answers,
      ...changed,
      'auditor-harm-level': 'high',
      'auditor-safety-level': 'high',
      'facts-other-plans': 'looked-after',
      'facts-exploitation': 'yes',
      'facts-missing': 'yes',
      'facts-other-children': 'yes',
      'referral-made': 'yes',
      'facts-missed': 'yes',
      'facts-breach': 'yes',
      'facts-serious-incident': 'yes',
    },
    meets: [
      ['risk-of-harm', 39, 2],
      ['safeguarding', 39, 2],
      ['national-standards-2013', 0, 11, 20],
      ['ten-minute-dip', 10, 0],
    ],
  },
  {
    name: 'detention and training order, high and medium, MAPPA 2, released',
    facts: {
      ...facts,
      'order-type': 'dto',
      'order-group': 'custody',
      rosh: 'high',
      safety: 'medium',
      'custody-entry': '2026-05-04',
      mappa: '2',
      'days-supervised': 150,
      'days-to-end': 20,
    },
    answers: {
      ...answers,
      ...changed,
      'auditor-harm-level': 'high',
      'auditor-safety-level': 'medium',
      'facts-released': 'yes',
      'facts-missed': 'yes',
      'facts-breach': 'no',
    },
    meets: [
      ['risk-of-harm', 40, 2],
      ['safeguarding', 34, 1],
      ['national-standards-2013', 0, 17, 24],
      ['ten-minute-dip', 10, 0],
    ],
  },
];

/** Items about each theme: scored ones, for National Standards those of compliance. */
export const themesMet: readonly (readonly [
  theme: string,
  harm: number,
  safeguarding: number,
  standards: number,
  dip: number,
])[] = [
  ['assessment', 10, 8, 2, 3],
  ['planning', 10, 8, 2, 1],
  ['contingency', 1, 1, 0, 1],
  ['delivery', 7, 6, 8, 1],
  ['reviewing', 3, 4, 4, 1],
  ['harm-to-others', 17, 0, 0, 2],
  ['child-safety', 0, 22, 0, 1],
  ['interplay', 3, 3, 0, 0],
  ['victims', 6, 0, 1, 1],
  ['partners', 6, 14, 3, 0],
  ['childs-voice', 1, 4, 2, 1],
  ['diversity', 1, 2, 0, 1],
  ['oversight', 7, 4, 1, 1],
  ['timeliness', 0, 0, 35, 0],
  ['recording', 4, 3, 2, 1],
  ['transitions', 1, 3, 8, 0],
];
