import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { stateNames } from '../../domain/audits/states.js';
import { orderGroups, orderTypes } from '../../domain/register/orders.js';
import { isKeptFact, keptFact } from '../../domain/register/kept-facts.js';
import { keptValueInWords } from '../../domain/register/read-kept-fact.js';
import { levelNames, type Level } from '../../domain/register/values.js';
import { reachOf } from '../../domain/rights.js';
import type { Showing } from '../../platform/http/route.js';
import { table, text, type Table } from '../../platform/table.js';
import type { Db } from '../../platform/sqlite/open.js';
import { factsOfCase } from './case-facts.store.js';
import { auditsOfCase } from './case-audits.store.js';
import { casesWithHiddenLevels, type CaseRow } from './cases.store.js';
import { factInWords, isLevelFact, valueInWords } from './change-words.js';
import { changesOfCase } from './changes.store.js';
import { ordersOfCase, type OrderRow } from './orders.store.js';

/** One case: what the register says, what it said before, and the audits of it that this person may see. */
export interface CasePage {
  reference: string;
  sentence: string;
  notListed: boolean;
  hiddenLevels: boolean;
  facts: { name: string; text: string }[];
  orders: OrderBlock[];
  changes: Table;
  changesCount: string | null;
  audits: { text: string; href: string; line: string; says: string }[];
}

interface OrderBlock {
  title: string;
  count: string;
  facts: { name: string; text: string }[];
}

export function casePage(c: Showing, found: CaseRow): CasePage {
  const orders = ordersOfCase(c.db, found.id);
  const hiddenLevels = casesWithHiddenLevels(c.db, c.me.id).has(found.id);
  const reach = reachOf(c.me, 'audits.read');
  const changes = changesTable(c, found.id, orders, hiddenLevels);
  return {
    reference: found.reference ?? 'Erased case',
    sentence: orders.length === 1 ? 'One order.' : `${orders.length} orders, the one that runs now first.`,
    notListed: !found.listed,
    hiddenLevels,
    facts: [
      { name: 'Age', text: found.age === null ? 'not recorded' : String(found.age) },
      { name: 'Sex', text: found.sex ?? 'not recorded' },
      { name: 'Ethnicity', text: found.ethnicity ?? 'not recorded' },
      { name: 'Looked after', text: found.lookedAfter ?? 'not recorded' },
      { name: 'Child protection plan', text: found.childProtection ?? 'not recorded' },
      ...beyondRegister(c.db, found.id, null),
    ],
    orders: orders.map((order) => orderBlock(order, hiddenLevels, beyondRegister(c.db, found.id, order.id))),
    changes,
    changesCount: changes.rows.length > 0 ? changes.sentence : null,
    audits: reach
      ? auditsOfCase(c.db, found.id, reach, c.today).map((audit) => ({
          text: audit.form,
          href: `/audits/${audit.id}`,
          line: `by ${audit.auditor}`,
          says: audit.agreedOn ? `agreed ${formatDate(audit.agreedOn)}` : stateNames[audit.state].toLowerCase(),
        }))
      : [],
  };
}

/** What is kept of the case, or of one of its orders, that the register has no place for. */
function beyondRegister(db: Db, caseId: number, orderId: number | null): OrderBlock['facts'] {
  return factsOfCase(db, caseId).flatMap(({ fact, value, orderId: of }) =>
    of === orderId && value !== null && isKeptFact(fact)
      ? [{ name: capital(keptFact(fact).says), text: keptValueInWords(fact, value) }]
      : [],
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function orderBlock(order: OrderRow, hiddenLevels: boolean, beyond: OrderBlock['facts']): OrderBlock {
  const { says, group } = orderTypes[order.type];
  const level = (value: Level | null) =>
    hiddenLevels ? 'shown once you have put your own' : value ? levelNames[value] : 'not recorded';
  return {
    title: says,
    count: `${orderGroups[group]}${order.listed ? '' : '; not in the last list'}`,
    facts: [
      { name: 'Started', text: formatDate(order.startedOn) },
      { name: 'Ends', text: order.endsOn ? formatDate(order.endsOn) : 'no end recorded' },
      { name: 'State', text: order.status },
      { name: 'Practitioner', text: order.practitioner ?? 'nobody' },
      { name: 'Team', text: order.team ?? 'no team' },
      { name: 'Risk of serious harm', text: level(order.harm) },
      { name: 'Safety and wellbeing', text: level(order.safety) },
      { name: 'Likelihood of reoffending', text: level(order.reoffending) },
      { name: 'MAPPA', text: order.mappa ? `level ${order.mappa}` : 'none recorded' },
      ...(order.custodyEntryOn ? [{ name: 'Entered custody', text: formatDate(order.custodyEntryOn) }] : []),
      ...beyond,
    ],
  };
}

function changesTable(c: Showing, caseId: number, orders: readonly OrderRow[], hiddenLevels: boolean): Table {
  const changes = changesOfCase(c.db, caseId).filter(({ fact }) => !hiddenLevels || !isLevelFact(fact));
  return table({
    key: 'changes',
    title: 'What later lists changed',
    sentence: changes.length === 1 ? '1 change' : `${changes.length} changes, newest first`,
    columns: [
      { key: 'on', head: 'List of', kind: 'text' },
      { key: 'of', head: 'Of', kind: 'text' },
      { key: 'fact', head: 'Fact', kind: 'text' },
      { key: 'before', head: 'Before', kind: 'text' },
      { key: 'after', head: 'After', kind: 'text' },
    ],
    rows: changes.map((change) => {
      const order = orders.find(({ id }) => id === change.orderId);
      return {
        on: text(formatDate(londonDate(change.madeAt))),
        of: text(order ? `${orderTypes[order.type].short} of ${formatDate(order.startedOn)}` : 'the case'),
        fact: text(factInWords(change.fact)),
        before: text(valueInWords(change.fact, change.before)),
        after: text(valueInWords(change.fact, change.after)),
      };
    }),
  });
}
