import { formatDate, formatMoment } from '../../domain/calendar/format-date.js';
import type { ComparedCase } from '../../domain/register/compare.js';
import { factSays } from '../../domain/register/columns.js';
import { factKeys } from '../../domain/register/facts.js';
import { keptFactKeys } from '../../domain/register/kept-facts.js';
import { orderTypes } from '../../domain/register/orders.js';
import type { Register } from '../../domain/register/read-register.js';
import type { RowFault } from '../../domain/register/register-row.js';
import { may } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { typedList } from '../../platform/http/typed.js';
import { number, table, text, type Table } from '../../platform/table.js';
import { casesWithHiddenLevels } from './cases.store.js';
import { changesInWords } from './change-words.js';
import { changedTable } from './changed-table.js';
import { faultTable } from './fault-table.js';
import { newestImport } from './imports.store.js';
import { stepAddress, stepsAt } from './next-step.js';
import type { Plan } from './plan-import.js';
import type { Reading } from './upload-reading.js';

/** What bringing the list in will do, before anything is kept. */
export interface PreviewPage {
  sentence: string;
  steps: { text: string; current: boolean }[];
  figures: { n: string; text: string }[];
  faults: Table;
  faultsCount: string;
  faultsFile: string;
  unknownHref: string | null;
  remarks: { summary: string; table: Table } | null;
  became: { says: string; table: Table } | null;
  against: string;
  changes: Table;
  changed: Table | null;
  questions: { name: string; options: { value: string; text: string; hint: string }[]; value: string[] } | null;
  people: { name: string; text: string }[];
  peopleHref: string;
  columns: { name: string; text: string }[];
  columnsHref: string;
  newest: string;
  press: string | null;
  stop: string;
}

export function previewPage(c: Showing, read: Reading, plan: Plan): PreviewPage {
  const { register } = plan;
  const banner = read.sheet.rows[read.header]?.line ?? 1;
  const newest = newestImport(c.db);
  const isHead = may(c.me, 'cases.import-rows');
  const faults = faultTable(register.faults, (fault) => whatToDo(register, fault));
  return {
    sentence: `‘${read.upload.name}’, ${rows(register.rows)}${banner > 1 ? ` under a banner of ${lines(banner - 1)}` : ''}. Nothing has been written yet.`,
    steps: stepsAt('preview'),
    figures: [
      { n: String(register.good.length), text: register.good.length === 1 ? 'row is good' : 'rows are good' },
      {
        n: String(register.faulty),
        text: register.faulty === 1 ? 'row is faulty, listed below' : 'rows are faulty, each listed below',
      },
      { n: String(plan.cases.length), text: `cases of children, from ${plan.orders} orders` },
      {
        n: String(register.repeats),
        text: `rows say the same twice, kept once${register.leftOut > 0 ? `; ${register.leftOut} left out as chosen` : ''}`,
      },
    ],
    faults,
    faultsCount: `${rows(register.faulty)}, ${register.faults.length} faults`,
    faultsFile: `${stepAddress(read.upload.id, 'preview')}.csv?table=faults`,
    unknownHref: register.unknown.length > 0 ? stepAddress(read.upload.id, 'values') : null,
    remarks: isHead ? remarksOf(plan) : null,
    became: isHead ? becameOf(plan) : null,
    against: newest ? `against the list of ${formatMoment(newest.madeAt)}` : 'this is the first list',
    changes: changesOf(plan),
    changed: isHead ? changedTable(plan, casesWithHiddenLevels(c.db, c.me.id)) : null,
    questions: isHead ? questionsOf(c, plan, read) : null,
    people: peopleOf(plan),
    peopleHref: stepAddress(read.upload.id, 'people'),
    columns: [...factKeys, ...keptFactKeys].flatMap((fact) => {
      const heading = read.headings.find((name) => read.mapping.columns[name] === fact);
      return heading ? [{ name: heading, text: factSays(fact) }] : [];
    }),
    columnsHref: stepAddress(read.upload.id, 'columns'),
    newest: String(newest?.id ?? 0),
    press:
      register.good.length > 0
        ? `Bring in the ${register.good.length} good ${register.good.length === 1 ? 'row' : 'rows'}`
        : null,
    stop: `/cases/uploads/${read.upload.id}/stop`,
  };
}

function whatToDo(register: Register, fault: RowFault): string {
  const isUnknown = register.unknown.some(({ words }) => words === fault.value);
  return isUnknown ? 'Say under Values what it means; kept for next time' : 'Put right in the case system';
}

function remarksOf({ remarks }: Plan): PreviewPage['remarks'] {
  if (remarks.length === 0) return null;
  return {
    summary: remarks.length === 1 ? '1 remark on good rows' : `${remarks.length} remarks on good rows`,
    table: table({
      key: 'remarks',
      title: 'Remarks',
      sentence: 'What was put right or noticed while reading.',
      columns: [
        { key: 'line', head: 'Line', kind: 'number' },
        { key: 'field', head: 'Field', kind: 'text' },
        { key: 'says', head: 'What', kind: 'words' },
      ],
      rows: remarks.map(({ line, field, says }) => ({ line: number(line), field: text(field), says: text(says) })),
    }),
  };
}

/** A few cases, those of several rows first, to see how rows became cases. */
function becameOf({ cases }: Plan): PreviewPage['became'] {
  const some = [...cases].sort((a, b) => b.orders.length - a.orders.length).slice(0, 5);
  if (some.length === 0) return null;
  return {
    says: 'The list holds one row an order. Rows with the same reference become one case; its facts are those of the order that runs now, or of the last one.',
    table: table({
      key: 'became',
      title: 'How rows became cases',
      sentence: 'Five of them.',
      columns: [
        { key: 'case', head: 'Case', kind: 'reference' },
        { key: 'orders', head: 'Orders', kind: 'number' },
        { key: 'became', head: 'Became', kind: 'text' },
      ],
      rows: some.map((one) => ({
        case: text(one.listed.reference),
        orders: number(one.orders.length),
        became: text(becameWords(one)),
      })),
    }),
  };
}

function becameWords({ listed }: ComparedCase): string {
  return listed.orders
    .map(({ type, startedOn, values }) => {
      const end = values['ends-on'] ? ` to ${formatDate(values['ends-on'])}` : '';
      return `${orderTypes[type].short}, ${formatDate(startedOn)}${end}, ${values.status ?? ''}`;
    })
    .join('; ');
}

function changesOf(plan: Plan): Table {
  const line = (what: string, n: number, detail = '') => ({ what: text(what), cases: number(n), detail: text(detail) });
  return table({
    key: 'changes',
    title: 'What will change',
    sentence: 'Cases of this list against those that are known.',
    columns: [
      { key: 'what', head: 'Change', kind: 'text' },
      { key: 'cases', head: 'Cases', kind: 'number' },
      { key: 'detail', head: 'Detail', kind: 'text' },
    ],
    rows: [
      line('New', plan.added),
      line('Changed', plan.changed, changesInWords(plan.cases)),
      line('The same', plan.unchanged),
      ...keptLine(plan, line),
      line('In Assay, not in this file', plan.notListed, 'kept, marked ‘not in the last list’; nothing is deleted'),
    ],
  });
}

/** Only where the list has a column for one. */
function keptLine<L>({ keptChanges }: Plan, line: (what: string, n: number, detail: string) => L): L[] {
  if (keptChanges.length === 0) return [];
  const cases = new Set(keptChanges.map(({ row }) => row.reference)).size;
  const facts = keptChanges.length === 1 ? '1 fact' : `${keptChanges.length} facts`;
  return [line('With facts beyond the register', cases, `${facts} new or otherwise`)];
}

/** One order gone and one new in the same case: it may be the same, put right. */
function questionsOf(c: Showing, { cases }: Plan, read: Reading): PreviewPage['questions'] {
  const options = cases.flatMap(({ listed, maybeSame, orders }) => {
    if (!maybeSame) return [];
    const now = orders.find(({ known }) => known === null || known.id === maybeSame.id);
    if (!now) return [];
    return [
      {
        value: String(maybeSame.id),
        text: `${listed.reference}: the same order, put right`,
        hint: `gone: ${orderTypes[maybeSame.type].short} from ${formatDate(maybeSame.startedOn)}; new: ${orderTypes[now.listed.type].short} from ${formatDate(now.listed.startedOn)}`,
      },
    ];
  });
  if (options.length === 0) return null;
  return { name: 'same', options, value: [...typedList(c, 'same', (read.chosen.sameOrders ?? []).map(String))] };
}

function peopleOf({ names }: Plan): PreviewPage['people'] {
  const nobody = names.people.filter(({ settled }) => settled === 'nobody').length;
  const fresh = names.people.filter(({ settled }) => settled === 'new').length;
  const newTeams = names.teams.filter(({ settled }) => settled === 'new').length;
  return [
    { name: 'Matched', text: String(names.people.length - fresh - nobody) },
    { name: 'New, without an account', text: String(fresh) },
    { name: 'Left unallocated', text: String(nobody) },
    {
      name: 'Teams',
      text: newTeams > 0 ? `${names.teams.length}, of which ${newTeams} new` : String(names.teams.length),
    },
  ];
}

const rows = (n: number): string => (n === 1 ? '1 row' : `${n} rows`);
const lines = (n: number): string => (n === 1 ? '1 line' : `${n} lines`);
