import { addMonths } from '../../domain/calendar/days.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import { factKeys } from '../../domain/register/facts.js';
import { isKeptFact, keptFact, keptFactKeys } from '../../domain/register/kept-facts.js';
import { isOrderType, orderTypes } from '../../domain/register/orders.js';
import { keptValueInWords } from '../../domain/register/read-kept-fact.js';
import type { Showing } from '../../platform/http/route.js';
import { date, table, text, type Table } from '../../platform/table.js';
import { factInWords, valueInWords } from './change-words.js';
import { correctionsSince, type Correction } from './corrections.store.js';

/** For whoever keeps the case system: what auditors found otherwise, until a later list brings it. */
export interface CorrectionsPage {
  sentence: string;
  table: Table;
  files: { csv: string; xlsx: string };
  isEmpty: boolean;
}

const months = 24;

export function correctionsPage(c: Showing): CorrectionsPage {
  const all = newestOfEach(correctionsSince(c.db, addMonths(c.today, -months), c.me.id, c.reach, c.today));
  const order = new Map([...factKeys, ...keptFactKeys].map((fact, i) => [fact as string, i]));
  const sorted = [...all].sort((a, b) => (order.get(a.fact) ?? 0) - (order.get(b.fact) ?? 0));
  const n = all.length === 0 ? 'No fact' : all.length === 1 ? '1 fact' : `${all.length} facts`;
  const sentence = `${n} that auditors found otherwise in the last ${months} months, by fact, the oldest first. A line goes once a later case list brings what was found.`;
  return {
    sentence,
    table: tableOf(sorted, sentence),
    files: { csv: '/cases/corrections.csv', xlsx: '/cases/corrections.xlsx' },
    isEmpty: all.length === 0,
  };
}

/** Where several audits found something, what the last one found stands. */
function newestOfEach(corrections: readonly Correction[]): Correction[] {
  return [...new Map(corrections.map((one) => [`${one.orderId} ${one.fact}`, one])).values()];
}

function tableOf(corrections: readonly Correction[], sentence: string): Table {
  return table({
    key: 'corrections',
    title: 'Facts to put right in the case system',
    sentence,
    columns: [
      { key: 'fact', head: 'Fact', kind: 'text' },
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'order', head: 'Order', kind: 'text' },
      { key: 'kept', head: 'Kept', kind: 'text' },
      { key: 'found', head: 'Found', kind: 'text' },
      { key: 'on', head: 'On', kind: 'date' },
      { key: 'by', head: 'By', kind: 'text' },
    ],
    rows: corrections.map((one) => ({
      fact: text(isKeptFact(one.fact) ? keptFact(one.fact).says : factInWords(one.fact)),
      case: text(one.reference, { href: `/cases/${one.caseId}` }),
      order: text(
        `${isOrderType(one.orderType) ? orderTypes[one.orderType].short : one.orderType}, ${formatDate(one.startedOn)}`,
      ),
      kept: text(inWords(one.fact, one.now)),
      found: text(inWords(one.fact, one.found), { strong: true }),
      on: date(londonDate(one.foundAt)),
      by: text(one.foundBy ?? ''),
    })),
  });
}

const inWords = (fact: string, value: string | null): string =>
  isKeptFact(fact) ? keptValueInWords(fact, value) : valueInWords(fact, value);
