import { formatDate } from '../../domain/calendar/format-date.js';
import type { Change } from '../../domain/register/compare.js';
import { orderTypes } from '../../domain/register/orders.js';
import { table, text, type Table } from '../../platform/table.js';
import { factInWords, isLevelFact, valueInWords } from './change-words.js';
import type { Plan } from './plan-import.js';
import { nameOf, type Names } from './settle-names.js';

/** A page of more is read by nobody; the case itself keeps every change. */
const mostShown = 200;

/**
 * What a list says otherwise, case by case.
 * @param hidden cases whose levels this person must not be told yet
 */
export function changedTable({ cases, names }: Plan, hidden: ReadonlySet<number>): Table | null {
  const word = wordsOf(names);
  const all = cases.flatMap(({ listed, known, changes, orders, state }) => {
    if (state !== 'changed' || !known) return [];
    const shown = ({ fact }: Change) => !isLevelFact(fact) || !hidden.has(known.id);
    return [
      ...changes.filter(shown).map((change) => ({ reference: listed.reference, of: 'the case', change })),
      ...orders.flatMap((order) => {
        const of = `${orderTypes[order.listed.type].short} of ${formatDate(order.listed.startedOn)}`;
        return order.changes.filter(shown).map((change) => ({ reference: listed.reference, of, change }));
      }),
    ];
  });
  if (all.length === 0) return null;
  return table({
    key: 'changed',
    title: 'What this list says otherwise',
    sentence: all.length > mostShown ? `The first ${mostShown} of ${all.length} changes.` : `${all.length} changes.`,
    columns: [
      { key: 'case', head: 'Case', kind: 'reference' },
      { key: 'of', head: 'Of', kind: 'text' },
      { key: 'fact', head: 'Fact', kind: 'text' },
      { key: 'before', head: 'Before', kind: 'text' },
      { key: 'after', head: 'After', kind: 'text' },
    ],
    rows: all.slice(0, mostShown).map(({ reference, of, change: { fact, before, after } }) => ({
      case: text(reference),
      of: text(of),
      fact: text(factInWords(fact)),
      before: text(word(fact, before)),
      after: text(word(fact, after)),
    })),
  });
}

/** Practitioners and teams stand in a plan by their ids, or as new by their spelling. */
function wordsOf({ people, teams, everybody, everyTeam }: Names): (fact: string, value: string | null) => string {
  const called: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    practitioner: new Map([
      ...everybody.map(({ id, name }) => [String(id), name] as const),
      ...people.map((person) => [`new: ${person.key}`, nameOf(person)] as const),
    ]),
    team: new Map([
      ...everyTeam.map(({ id, name }) => [String(id), name] as const),
      ...teams.map(({ key, name }) => [`new: ${key}`, name] as const),
    ]),
  };
  return (fact, value) => (value === null ? undefined : called[fact]?.get(value)) ?? valueInWords(fact, value);
}
