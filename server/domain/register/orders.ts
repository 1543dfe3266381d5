import { headingKey } from './columns.js';

export type OrderGroup = 'court-community' | 'custody' | 'out-of-court';

export const orderGroups: Readonly<Record<OrderGroup, string>> = {
  'court-community': 'Court, in the community',
  custody: 'Court, custody',
  'out-of-court': 'Out of court',
};

interface Order {
  readonly says: string;
  /** For tables and narrow places. */
  readonly short: string;
  readonly group: OrderGroup;
  /** Other spellings of case systems. */
  readonly also: readonly string[];
}

/** The orders and disposals that forms and samples know, each in its group. 'Other' ones are chosen by hand. */
export const orderTypes = {
  'referral-order': {
    says: 'Referral order',
    short: 'Referral order',
    group: 'court-community',
    also: ['RO', 'Intensive referral order', 'Referral order (intensive)', 'Referral order extension'],
  },
  yro: {
    says: 'Youth rehabilitation order',
    short: 'YRO',
    group: 'court-community',
    also: ['Youth rehabilitation order (YRO)', 'YRO standard', 'YRO enhanced', 'Youth rehab order'],
  },
  'yro-iss': {
    says: 'Youth rehabilitation order with intensive supervision and surveillance',
    short: 'YRO with ISS',
    group: 'court-community',
    also: [
      'Youth rehabilitation order with ISS',
      'Youth rehabilitation order (ISS)',
      'YRO ISS',
      'ISS',
      'YRO intensive',
      'YRO with intensive supervision and surveillance',
    ],
  },
  dto: {
    says: 'Detention and training order',
    short: 'DTO',
    group: 'custody',
    also: ['Detention and training order (DTO)', 'Detention & training'],
  },
  'section-250': {
    says: 'Section 250 custody',
    short: 'Section 250',
    group: 'custody',
    also: ['S250', 'Sec 250', 'Section 250 detention', 'Section 91', 'S91', 'Section 91 custody', 'Section 250/91'],
  },
  'reparation-order': { says: 'Reparation order', short: 'Reparation order', group: 'court-community', also: [] },
  'youth-conditional-caution': {
    says: 'Youth conditional caution',
    short: 'Youth conditional caution',
    group: 'out-of-court',
    also: ['YCC', 'Youth conditional caution (YCC)', 'Conditional caution'],
  },
  'youth-caution': {
    says: 'Youth caution',
    short: 'Youth caution',
    group: 'out-of-court',
    also: ['YC', 'Youth caution (YC)', 'Youth caution with intervention'],
  },
  'community-resolution': {
    says: 'Community resolution',
    short: 'Community resolution',
    group: 'out-of-court',
    also: ['CR', 'Community resolution (CR)', 'Youth community resolution'],
  },
  'other-community': {
    says: 'Another court order in the community',
    short: 'Other, community',
    group: 'court-community',
    also: [],
  },
  'other-custody': { says: 'Another custodial sentence', short: 'Other, custody', group: 'custody', also: [] },
  'other-out-of-court': {
    says: 'Another out-of-court disposal',
    short: 'Other, out of court',
    group: 'out-of-court',
    also: [],
  },
} as const satisfies Record<string, Order>;

export type OrderType = keyof typeof orderTypes;

export const orderTypeKeys = Object.keys(orderTypes) as readonly OrderType[];

/** Narrows text from outside (a form field, a kept mapping, a filter) to an order type. */
export function isOrderType(key: string): key is OrderType {
  return Object.hasOwn(orderTypes, key);
}

/** The group that an order belongs to: it decides sections, limits and strata. */
export function groupOf(type: OrderType): OrderGroup {
  return orderTypes[type].group;
}

/**
 * The order that an export's words mean, or null when they are not known and must be mapped once.
 * @example orderTypeOf('YRO (ISS)') // 'yro-iss'
 * @example orderTypeOf('Banning Order') // null
 */
export function orderTypeOf(words: string): OrderType | null {
  return orderTypeByWords.get(headingKey(words)) ?? null;
}

const orderTypeByWords = new Map<string, OrderType>(
  orderTypeKeys
    .filter((type) => !type.startsWith('other-'))
    .flatMap((type) => {
      const { says, short, also } = orderTypes[type];
      return [type, says, short, ...also].map((words) => [headingKey(words), type] as const);
    }),
);
