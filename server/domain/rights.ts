/** Roles that people of the service hold until somebody ends them. */
export const standingRoles = ['practitioner', 'auditor', 'team-lead', 'head', 'administrator'] as const;
/** A visiting inspector is here for one inspection and until one day. */
export const roles = [...standingRoles, 'inspector'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  practitioner: 'Practitioner',
  auditor: 'Auditor',
  'team-lead': 'Team lead',
  head: 'Head of service',
  administrator: 'Administrator',
  inspector: 'Visiting inspector',
};

/** Whoever is asking. Roles are read anew at each request. */
export interface Me {
  id: number;
  name: string;
  roles: ReadonlySet<Role>;
  teamsLed: readonly number[];
}

/** `all`, or what is `mine`: what I carry out, of teams I lead, of my own work. */
export type Reach = { kind: 'all' } | { kind: 'mine'; person: number };

interface Right {
  /** One plain sentence, shown on the page 'Who may do what'. */
  says: string;
  roles: Partial<Record<Role, 'all' | 'mine'>>;
}

const everybody = {
  practitioner: 'mine',
  auditor: 'mine',
  'team-lead': 'mine',
  head: 'all',
  administrator: 'mine',
  inspector: 'mine',
} as const;
const caseworkers = { practitioner: 'mine', auditor: 'mine', 'team-lead': 'mine', head: 'all' } as const;
const managers = { 'team-lead': 'mine', head: 'all' } as const;
const inspecting = { auditor: 'mine', 'team-lead': 'mine', head: 'all', inspector: 'mine' } as const;

/**
 * Who may do what, as one table: the guard of every route, the page 'Who may do what' and the test of every route
 * by every role are drawn from it. Source: the table 'Who may, and from when' of the data model.
 */
export const rights = {
  'home.read': { says: 'See what waits for you.', roles: everybody },
  'account.change': { says: 'Change your own password and sign out.', roles: everybody },
  'rights.read': { says: 'Read who may do what, and who sees your results.', roles: everybody },

  'cases.read': { says: 'See cases: your own, those you audit, those of teams you lead, or all.', roles: caseworkers },
  'cases.import': { says: 'Bring in the case list.', roles: { head: 'all', administrator: 'all' } },
  'cases.corrections': {
    says: 'See which facts auditors found otherwise: of teams you lead, or all.',
    roles: managers,
  },
  'cases.import-rows': { says: 'See the rows of a case list while it is brought in.', roles: { head: 'all' } },

  'samples.read': { says: 'See samples and their certificates.', roles: managers },
  'samples.draw': { says: 'Draw a sample, assign auditors and swap for the next in reserve.', roles: managers },

  'samples.service': {
    says: 'Begin an audit of the service itself, by hand and with a reason.',
    roles: { head: 'all' },
  },

  'forms.read': { says: 'Read every audit form with its guidance.', roles: everybody },
  'forms.try': { says: 'Try a form on a made-up case.', roles: everybody },
  'forms.write': { says: 'Write, publish and retire audit forms.', roles: { head: 'all' } },

  'audits.read': {
    says: 'Read audits: those you carry out; once submitted, those of your own work and of teams you lead; or all. A visiting inspector: readings of that inspection while it lasts.',
    roles: { ...caseworkers, inspector: 'mine' },
  },
  'audits.carry-out': {
    says: 'Begin, answer and submit an audit that is yours.',
    roles: { auditor: 'mine', inspector: 'mine' },
  },
  'audits.decline': {
    says: 'Say that you cannot audit a case, with the reason.',
    roles: { auditor: 'mine', inspector: 'mine' },
  },
  'audits.hand-over': {
    says: 'Hand an unfinished audit to another auditor.',
    roles: { auditor: 'mine', 'team-lead': 'mine', head: 'all' },
  },
  'audits.withdraw': { says: 'Withdraw an unfinished audit with a reason.', roles: managers },
  'audits.put-right': { says: 'Put facts right in an audit of your own work.', roles: { practitioner: 'mine' } },
  'audits.answer-points': { says: 'Answer what the practitioner put right.', roles: { auditor: 'mine' } },
  'audits.close-days': {
    says: 'Record that an audit was read together or given on paper.',
    roles: { auditor: 'mine', 'team-lead': 'mine', head: 'all' },
  },
  'audits.agree': {
    says: 'Agree an audit of your team: never one you wrote, never one of your own work.',
    roles: managers,
  },
  'audits.return': { says: 'Send an audit back item by item with a reason.', roles: managers },

  'concerns.raise': {
    says: 'Raise a concern that somebody may be at risk now.',
    roles: { ...caseworkers, inspector: 'mine' },
  },
  'concerns.read': {
    says: 'Read concerns that you raised, that name you, or of teams you lead; or all.',
    roles: { auditor: 'mine', practitioner: 'mine', 'team-lead': 'mine', head: 'all', inspector: 'mine' },
  },
  'concerns.acknowledge': { says: 'Acknowledge, act on and close a concern.', roles: managers },
  'concerns.contacts': { says: 'Set whom a concern reaches.', roles: { head: 'all', administrator: 'all' } },

  'actions.read': {
    says: 'See actions: yours, those from your audits, those of teams you lead, or all.',
    roles: caseworkers,
  },
  'actions.make': {
    says: 'Make an action from a result.',
    roles: { auditor: 'mine', 'team-lead': 'mine', head: 'all' },
  },
  'actions.make-by-hand': { says: 'Make an action for practice or for the service by hand.', roles: managers },
  'actions.do': { says: 'Complete an action that you own, with evidence.', roles: caseworkers },
  'actions.change': {
    says: 'Move the date of an action or hand it over, with a reason: your own, or of teams you lead.',
    roles: caseworkers,
  },
  'actions.verify': {
    says: 'Verify or reopen what another person completed.',
    roles: { auditor: 'mine', 'team-lead': 'mine', head: 'all' },
  },
  'actions.drop': { says: 'Drop an action with a reason.', roles: managers },

  'reports.practitioners': {
    says: "See a practitioner's quality: your own, of teams you lead, or all.",
    roles: { practitioner: 'mine', 'team-lead': 'mine', head: 'all' },
  },
  'reports.service': {
    says: 'See the figures of the service; where you may not open every audit behind one, only from 5 audits of 3 practitioners.',
    roles: caseworkers,
  },

  'inspections.read': { says: 'See an inspection that you lead or read cases for; or all.', roles: inspecting },
  'inspections.past': {
    says: 'See past inspections of the service beside the published results of others.',
    roles: { auditor: 'all', 'team-lead': 'all', head: 'all' },
  },
  'inspections.set-up': { says: 'Set up an inspection, and reopen one that is closed.', roles: { head: 'all' } },
  'inspections.lead': {
    says: 'Lead an inspection: draw its cases, invite readers, agree readings, settle differences, close it.',
    roles: inspecting,
  },
  'inspections.judge': {
    says: 'Judge in an inspection that you lead or read for: standards, findings, notes of talks.',
    roles: inspecting,
  },

  'reports.answers': {
    says: 'Take away every answer of submitted and agreed audits that you may open, as one table.',
    roles: caseworkers,
  },

  'people.read': { says: 'See who is here and which roles they hold.', roles: { head: 'all', administrator: 'all' } },
  'people.manage': { says: 'Add people, give and end roles, reset passwords.', roles: { administrator: 'all' } },
  'settings.read': { says: "Read the service's settings.", roles: { head: 'all', administrator: 'all' } },
  'settings.change': { says: "Change the service's settings.", roles: { administrator: 'all' } },
  'settings.values': {
    says: 'Set the limits and lists that audits are held to, and which facts of a case are kept.',
    roles: { head: 'all', administrator: 'all' },
  },
  'trail.read': {
    says: 'Read the trail of who did what, without case content.',
    roles: { head: 'all', administrator: 'all' },
  },
} as const satisfies Record<string, Right>;

export type Act = keyof typeof rights;

/**
 * How far somebody may do an act: several roles add up, the widest reach wins.
 * @returns null when no role of theirs allows it
 * @example reachOf({ id: 7, name: 'Priya', roles: new Set(['auditor']), teamsLed: [] }, 'audits.read') // { kind: 'mine', person: 7 }
 */
export function reachOf(me: Me, act: Act): Reach | null {
  const allowed: Right['roles'] = rights[act].roles;
  const reaches = [...me.roles].flatMap((role) => allowed[role] ?? []);
  if (reaches.includes('all')) return { kind: 'all' };
  return reaches.length > 0 ? { kind: 'mine', person: me.id } : null;
}

/** Whether somebody may do an act at all. */
export const may = (me: Me, act: Act): boolean => reachOf(me, act) !== null;
