import { partsOf } from '../../domain/inspections/frameworks.js';
import { registerFaults } from '../../domain/inspections/register-faults.js';
import { orderName } from '../../domain/sampling/order-name.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { table, text, type Table } from '../../platform/table.js';
import type { Listed } from '../samples/frame.js';
import { frameOfPart, rulesOfPart, windowOf } from './frame.js';
import type { Inspection } from './inspections.store.js';

export interface RegisterPage {
  where: string;
  sentence: string;
  table: Table;
  nothing: string;
  backHref: string;
}

/** The register against the rules of eligibility: cases that may be drawn, and what is missing about them. */
export function registerPage(c: Showing, inspection: Inspection): RegisterPage {
  const eligible = partsOf(inspection.framework)
    .filter(({ subject }) => subject === 'order')
    .flatMap((part) => {
      const { from, until } = windowOf(part, inspection.startsOn);
      return frameOfPart(c.db, rulesOfPart(part, from, until), 'inspectorate', c.today);
    })
    .filter(({ excludedBy }) => excludedBy === null);
  const rows = eligible.flatMap((row) => faultsOf(row, c.today).map((what) => ({ row, what })));
  const cases = new Set(rows.map(({ row }) => row.case.id)).size;
  return {
    where: inspection.name,
    sentence: `${eligible.length} cases may be drawn by the dates of the framework; about ${cases} of them something is missing. Put it right in your case system and bring the list in again.`,
    table: listTable(rows, may(c.me, 'cases.read')),
    nothing: 'Nothing is missing.',
    backHref: `/inspections/${inspection.id}`,
  };
}

function faultsOf({ order, case: found }: Listed, today: string): string[] {
  if (!order) return [];
  const { practitionerId: practitioner, teamId: team, harmLevel: harm, safetyLevel: safety, ...rest } = order;
  return registerFaults({ ...rest, practitioner, team, harm, safety }, found, today);
}

const listTable = (rows: readonly { row: Listed; what: string }[], mayOpen: boolean): Table =>
  table({
    key: 'register',
    title: 'To put right',
    sentence: 'One line a thing that is missing, in the order of the register.',
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'order', head: 'Order', kind: 'text' },
      { key: 'practitioner', head: 'Practitioner', kind: 'text' },
      { key: 'what', head: 'What', kind: 'text' },
    ],
    rows: rows.map(({ row, what }) => ({
      case: text(row.case.reference, { href: mayOpen ? `/cases/${row.case.id}` : null }),
      order: text(row.order ? orderName(row.order.type) : ''),
      practitioner: text(row.order?.practitioner ?? 'Nobody'),
      what: text(what),
    })),
  });
