import { may, rights, roleNames, roles, type Act, type Me } from '../../domain/rights.js';
import { table, text, type Table } from '../../platform/table.js';

export interface WhoMayPage {
  yours: string;
  mayReadTrail: boolean;
  groups: { title: string; table: Table }[];
}

/** Which acts stand together, in the order in which work is done. */
const groups: readonly { title: string; nouns: readonly string[] }[] = [
  { title: 'Cases and samples', nouns: ['cases', 'samples'] },
  { title: 'Audits and forms', nouns: ['forms', 'audits'] },
  { title: 'Concerns and actions', nouns: ['concerns', 'actions'] },
  { title: 'Reports', nouns: ['reports'] },
  { title: 'Inspections', nouns: ['inspections'] },
  { title: 'The service and your account', nouns: ['people', 'settings', 'trail', 'home', 'account', 'rights'] },
];

/** Who may do what, drawn from the one table that guards every page. */
export function whoMayPage(me: Me): WhoMayPage {
  const held = roles.filter((role) => me.roles.has(role)).map((role) => roleNames[role]);
  return {
    yours: held.length === 0 ? 'You hold no role at present.' : `You are here as ${held.join(' and ').toLowerCase()}.`,
    mayReadTrail: may(me, 'trail.read'),
    groups: groups.map(({ title, nouns }) => ({ title, table: rightsTable(title, actsOf(nouns)) })),
  };
}

const actsOf = (nouns: readonly string[]): Act[] =>
  (Object.keys(rights) as Act[]).filter((act) => nouns.includes(act.split('.')[0] ?? ''));

function rightsTable(title: string, acts: readonly Act[]): Table {
  return table({
    key: title.toLowerCase().replace(/\W+/g, '-'),
    title,
    sentence: 'Who may do what: all, own, or not.',
    columns: [
      { key: 'act', head: 'What', kind: 'text' },
      ...roles.map((role) => ({ key: role, head: roleNames[role], kind: 'text' }) as const),
    ],
    rows: acts.map((act) => {
      const reaches: Partial<Record<string, 'all' | 'mine'>> = rights[act].roles;
      const reachOf = (role: string) => ({ all: 'all', mine: 'own', none: '–' })[reaches[role] ?? 'none'];
      return {
        act: text(rights[act].says),
        practitioner: text(reachOf('practitioner')),
        auditor: text(reachOf('auditor')),
        'team-lead': text(reachOf('team-lead')),
        head: text(reachOf('head')),
        administrator: text(reachOf('administrator')),
        inspector: text(reachOf('inspector')),
      };
    }),
  });
}

/** The house test: every act of the table stands in one group. */
export const actsShown = (): Act[] => groups.flatMap(({ nouns }) => actsOf(nouns));
