import type { Level } from '../forms/scales.js';
import type { OrderGroup } from '../register/orders.js';
import type { Rules } from './certificate-document.js';

export type { Rules };

/** Rules that ask nothing: every listed order passes. */
export const anyCase: Rules = {
  status: 'any',
  endedWithinMonths: null,
  orderGroups: [],
  orderTypes: [],
  startedFrom: null,
  startedUntil: null,
  teams: [],
  practitioners: [],
  harmLevels: [],
  safetyLevels: [],
  reoffendingLevels: [],
  custody: false,
  mappa: false,
  lookedAfter: false,
  childProtection: false,
  notAuditedForMonths: null,
};

/** An order as the register has it when the list is made. */
export interface ListedOrder {
  id: number;
  /** false when the newest register no longer lists it */
  listed: boolean;
  orderType: string;
  orderGroup: OrderGroup;
  status: 'open' | 'closed';
  startedOn: string;
  endsOn: string | null;
  harm: Level | null;
  safety: Level | null;
  reoffending: Level | null;
  custodyEntryOn: string | null;
  mappaLevel: string | null;
  practitioner: number | null;
  team: number | null;
}

export interface ListedCase {
  orders: readonly ListedOrder[];
  /** null: not recorded */
  lookedAfter: boolean | null;
  childProtection: boolean | null;
  /** date of the last audit that counts, or null */
  lastAuditedOn: string | null;
}
