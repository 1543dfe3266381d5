import type { Role } from '../../domain/rights.js';

/** The invented service of the demonstration: nobody here exists. */
export const serviceName = 'Northbeck Youth Justice Service';

export const teamNames = [
  'Court and Community North',
  'Court and Community South',
  'Intensive Supervision',
  'Out of Court and Prevention',
] as const;
export type TeamName = (typeof teamNames)[number];

export interface Worker {
  name: string;
  team: TeamName | null;
  roles: readonly Role[];
  /** Share of the caseload, and how good the work tends to be: 0 to 1. Null for those without cases. */
  work: { share: number; skill: number; growth: number } | null;
}

const manager = (name: string, team: TeamName | null, roles: readonly Role[]): Worker => ({
  name,
  team,
  roles,
  work: null,
});
const worker = (name: string, team: TeamName, share: number, skill: number, growth = 0): Worker => ({
  name,
  team,
  roles: ['practitioner'],
  work: { share, skill, growth },
});

/** Some hold many cases and some so few that no figure may be drawn of their work. */
export const workers: readonly Worker[] = [
  manager('Helen Pryce', null, ['head']),
  manager('Ada Stone', null, ['administrator']),
  manager('Marcus Bell', 'Court and Community North', ['team-lead', 'auditor']),
  manager('Priya Nair', 'Court and Community South', ['team-lead', 'auditor']),
  manager('Joy Mensah', 'Intensive Supervision', ['team-lead', 'auditor']),
  manager('Ruth Ashdown', 'Out of Court and Prevention', ['team-lead', 'auditor']),
  manager('Tom Iredale', null, ['auditor']),
  worker('Kofi Okafor', 'Court and Community North', 9, 0.62, 0.02),
  worker('Wren Abbott', 'Court and Community North', 8, 0.74),
  worker('Dev Begum', 'Court and Community North', 7, 0.55, 0.03),
  worker('Leila Carter', 'Court and Community South', 9, 0.7),
  worker('Hana Gill', 'Court and Community South', 8, 0.8, -0.01),
  worker('Femi Noor', 'Court and Community South', 5, 0.48, 0.02),
  worker('Oona Vaughan', 'Intensive Supervision', 6, 0.66, 0.01),
  worker('Rafi Shah', 'Intensive Supervision', 5, 0.58),
  worker('Sian Hughes', 'Out of Court and Prevention', 6, 0.72),
  worker('Tomas Quinn', 'Out of Court and Prevention', 3, 0.5, 0.03),
  worker('Amara Diallo', 'Out of Court and Prevention', 1, 0.68),
  worker('Noah Reid', 'Court and Community North', 1, 0.6),
];

/** What the service as a whole does well and badly, by theme: added to a worker's own skill. */
export const themeLeanings: Readonly<Record<string, number>> = {
  assessment: 0.1,
  planning: -0.06,
  contingency: -0.2,
  delivery: 0.06,
  reviewing: -0.08,
  victims: -0.16,
  partners: 0,
  'childs-voice': 0.1,
  diversity: -0.14,
  oversight: -0.1,
  timeliness: 0.05,
  interplay: -0.1,
};

/** Rings nobody: numbers that are kept for fiction. */
export const telephones = ['01632 960101', '01632 960102', '01632 960103', '01632 960104', '01632 960105'] as const;

export const demoPassword = 'a demonstration only';
