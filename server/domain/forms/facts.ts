import { formatDate } from '../calendar/format-date.js';
import { orderTypes } from '../register/orders.js';
import { levels } from './scales.js';

/** What conditions can ask of a case, and how the page says it when a question was left out because of it. */
export interface CaseFact {
  /** In the words of a list to choose from. */
  title: string;
  holds: 'choice' | 'number' | 'date' | 'yes-no';
  /** The values that there are, for a choice; null when any value may occur. */
  values: readonly string[] | null;
  /** Says a known value as part of a sentence. */
  says: (value: string | number) => string;
  /** Says that nothing is recorded. */
  saysNothing: string;
}

const named = (value: string | number) => String(value).replaceAll('-', ' ');
const a = (thing: string) => (/^[aeiou]/.test(thing) ? `an ${thing}` : `a ${thing}`);
const level = (of: string): CaseFact => ({
  title: `The service’s level of ${of}`,
  holds: 'choice',
  values: levels,
  says: (value) => `the service’s level of ${of} is ${named(value)}`,
  saysNothing: `no level of ${of} is recorded`,
});
const yesNo = (title: string, yes: string, no: string, nothing: string): CaseFact => ({
  title,
  holds: 'yes-no',
  values: ['yes', 'no'],
  says: (value) => (value === 'yes' ? yes : no),
  saysNothing: nothing,
});
const date = (title: string): CaseFact => ({
  title,
  holds: 'date',
  values: null,
  says: (value) => `the ${title.toLowerCase()} was on ${formatDate(String(value))}`,
  saysNothing: `no ${title.toLowerCase()} is recorded`,
});

const orderGroups: Readonly<Record<string, string>> = {
  'court-community': 'a court order in the community',
  custody: 'a custodial sentence',
  'out-of-court': 'an out-of-court disposal',
};

/** The facts of a case that conditions may use, by key. */
export const caseFacts: Readonly<Record<string, CaseFact>> = {
  'order-type': {
    title: 'The order',
    holds: 'choice',
    // A service may have mapped an order to 'other' in one of the groups, so other values occur.
    values: null,
    says: (value) => `the order is ${a(orderName(String(value)))}`,
    saysNothing: 'no kind of order is recorded',
  },
  'order-group': {
    title: 'The kind of order: court order, custody or out of court',
    holds: 'choice',
    values: Object.keys(orderGroups),
    says: (value) => `this is ${orderGroups[value] ?? named(value)}`,
    saysNothing: 'no kind of order is recorded',
  },
  status: {
    title: 'Whether the case is open or closed',
    holds: 'choice',
    values: ['open', 'closed'],
    says: (value) => `the case is ${named(value)}`,
    saysNothing: 'it is not recorded whether the case is open',
  },
  rosh: level('risk of serious harm'),
  safety: level('concern for the child’s safety'),
  reoffending: level('likelihood of reoffending'),
  age: {
    title: 'The child’s age',
    holds: 'number',
    values: null,
    says: (value) => `the child is ${value}`,
    saysNothing: 'no age is recorded',
  },
  'looked-after': yesNo(
    'Whether the child is looked after',
    'the child is looked after',
    'the child is not looked after',
    'it is not recorded whether the child is looked after',
  ),
  'child-protection': yesNo(
    'Whether the child is on a child protection plan',
    'the child is on a child protection plan',
    'the child is not on a child protection plan',
    'it is not recorded whether the child is on a child protection plan',
  ),
  'custody-entry': date('Entry to custody'),
  mappa: {
    title: 'MAPPA level',
    holds: 'choice',
    values: null,
    says: (value) => `the MAPPA level is ${value}`,
    saysNothing: 'no MAPPA level is recorded',
  },
  'days-supervised': {
    title: 'Days of supervision so far',
    holds: 'number',
    values: null,
    says: (value) => `supervision has lasted ${value} days`,
    saysNothing: 'it is not recorded how long supervision has lasted',
  },
  'days-to-end': {
    title: 'Days until the order ends',
    holds: 'number',
    values: null,
    says: (value) =>
      Number(value) < 0 ? `the order ended ${-Number(value)} days ago` : `the order has ${value} days to run`,
    saysNothing: 'no end of the order is recorded',
  },
  'started-on': date('Start of the order'),
  'ends-on': date('End of the order'),
  'read-on': date('Date of the audit'),
};

function orderName(type: string): string {
  const orders: Readonly<Record<string, { says: string } | undefined>> = orderTypes;
  return (Object.hasOwn(orders, type) ? orders[type]?.says.toLowerCase() : undefined) ?? named(type);
}

/** The service's own levels: they stay hidden from the auditor until the auditor's are put. */
export const serviceLevelFacts: readonly string[] = ['rosh', 'safety', 'reoffending'];

/** The case fact of a key, or null when conditions know none of that name. */
export function caseFactOf(key: string): CaseFact | null {
  return Object.hasOwn(caseFacts, key) ? (caseFacts[key] ?? null) : null;
}
