import { orderTypes } from '../../domain/register/orders.js';
import { may } from '../../domain/rights.js';
import { formatMoment } from '../../domain/calendar/format-date.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { blank, date, table, text, type Table } from '../../platform/table.js';
import { teams } from '../people/teams.store.js';
import { casesAfter, type CaseFilter, type CaseRow } from './cases.store.js';
import { newestImport } from './imports.store.js';
import { ordersOfCases, type OrderRow } from './orders.store.js';

/** The cases within reach, in order of reference. */
export interface CasesPage {
  sentence: string;
  acts: { text: string; href: string; kind: string | null }[];
  filters: { name: string; value: string }[];
  statuses: { value: string; text: string }[];
  status: string;
  teams: { value: string; text: string }[];
  team: string;
  table: Table;
  isEmpty: boolean;
  emptyText: string;
  emptyHref: string | null;
  older: string | null;
  newest: string | null;
  reference: string;
  referenceFault: string | null;
}

export interface CasesQuery {
  status: string;
  team: string;
  after: string;
}

const onePage = 50;
const statuses = [
  { value: '', text: 'Open and closed' },
  { value: 'open', text: 'With an open order' },
  { value: 'closed', text: 'With a closed order' },
];

export function casesPage(c: Showing<CasesQuery>): CasesPage {
  const filter = filterOf(c.query);
  const found = casesAfter(c.db, filter, Number(c.query.after) || null, onePage + 1, c.reach, c.today);
  const shown = found.slice(0, onePage);
  const orders = ordersOfCases(
    c.db,
    shown.map(({ id }) => id),
  );
  const everyTeam = teams(c.db);
  const last = shown.at(-1);
  const newest = newestImport(c.db);
  const status = filter.status ?? '';
  const team = filter.team === null ? '' : String(filter.team);
  return {
    sentence: newest
      ? `As the case list of ${formatMoment(newest.madeAt)} has them.`
      : 'No case list has been brought in yet.',
    acts: [
      ...(may(c.me, 'cases.import') ? [{ text: 'Bring in a case list', href: '/cases/imports/new', kind: null }] : []),
      ...(may(c.me, 'cases.corrections')
        ? [{ text: 'Facts to put right', href: '/cases/corrections', kind: 'secondary' }]
        : []),
    ],
    filters: [
      { name: 'Orders', value: statuses.find(({ value }) => value === status)?.text ?? '' },
      { name: 'Team', value: everyTeam.find(({ id }) => id === filter.team)?.name ?? 'All' },
    ],
    statuses,
    status,
    teams: [{ value: '', text: 'All' }, ...everyTeam.map(({ id, name }) => ({ value: String(id), text: name }))],
    team,
    table: tableOf(shown, orders, everyTeam.find(({ id }) => id === filter.team)?.name ?? null, filter),
    isEmpty: shown.length === 0,
    emptyText: newest
      ? 'No case within your reach fits these filters.'
      : 'Cases come from the list that your case system exports.',
    emptyHref: !newest && may(c.me, 'cases.import') ? '/cases/imports/new' : null,
    older: found.length > onePage && last ? address({ status, team, after: String(last.id) }) : null,
    newest: c.query.after === '' ? null : address({ status, team, after: '' }),
    reference: typed(c, 'reference'),
    referenceFault: faultAt(c, 'reference'),
  };
}

function tableOf(
  cases: readonly CaseRow[],
  orders: ReadonlyMap<number, OrderRow[]>,
  team: string | null,
  { status }: CaseFilter,
): Table {
  const only = [status && `with an ${status} order`.replace('an closed', 'a closed'), team && `of ${team}`]
    .filter(Boolean)
    .join(', ');
  return table({
    key: 'cases',
    title: 'Cases',
    sentence: `${cases.length} cases on this page${only ? `, ${only}` : ''}, in order of reference.`,
    columns: [
      { key: 'reference', head: 'Case', kind: 'reference' },
      { key: 'order', head: 'Order', kind: 'text' },
      { key: 'started', head: 'Started', kind: 'date' },
      { key: 'ends', head: 'Ends', kind: 'date' },
      { key: 'status', head: 'State', kind: 'text' },
      { key: 'practitioner', head: 'Practitioner', kind: 'text' },
      { key: 'team', head: 'Team', kind: 'text' },
    ],
    rows: cases.map((one) => {
      const own = orders.get(one.id) ?? [];
      const [leading] = own;
      const reference = text(one.reference ?? 'erased', {
        href: `/cases/${one.id}`,
        note: one.listed ? null : 'not in the last list',
      });
      if (!leading)
        return {
          reference,
          order: blank(),
          started: blank(),
          ends: blank(),
          status: blank(),
          practitioner: blank(),
          team: blank(),
        };
      const more = own.length > 1 ? `and ${own.length - 1} more` : null;
      return {
        reference,
        order: text(orderTypes[leading.type].short, { note: more }),
        started: date(leading.startedOn),
        ends: date(leading.endsOn),
        status: text(leading.status),
        practitioner: text(leading.practitioner ?? 'nobody'),
        team: text(leading.team ?? 'no team'),
      };
    }),
  });
}

function filterOf({ status, team }: CasesQuery): CaseFilter {
  return {
    status: status === 'open' || status === 'closed' ? status : null,
    team: /^[1-9]\d{0,14}$/.test(team) ? Number(team) : null,
  };
}

function address(query: CasesQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return given.length > 0 ? `/cases?${new URLSearchParams(given).toString()}` : '/cases';
}
