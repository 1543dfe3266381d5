import type { Limit } from '../forms/document.js';

/** A number with its unit. */
export interface Measure {
  amount: number;
  unit: 'working-days' | 'calendar-days' | 'hours' | 'months';
}

/** A limit of the service's own in place of the form's. */
export interface LocalLimit {
  direction: Limit['direction'];
  /** Null for limits without a number: the same day, or before. */
  measure: Measure | null;
  /** Orders that began on this day or later are held to it; null for all. */
  ordersFrom: string | null;
}

/** How much contact the service has set for a level of intervention, or how many hours. */
export interface LocalContact {
  amount: number;
  ordersFrom: string | null;
}

/** What scoring needs beside the form and its answers. */
export interface ScoringSettings {
  /** The date on which the file was read, 'YYYY-MM-DD': what is not done by then may not be due yet. */
  readOn: string;
  /** Codes of the reasons for lateness that count as met in the adjusted share. */
  acceptedReasons: ReadonlySet<string>;
  /** The service's own limits by `placeKey`, those that hold for the order of this case. */
  limits: Readonly<Record<string, LocalLimit | undefined>>;
  /** The service's own numbers of contacts and hours by `placeKey`. */
  contacts?: Readonly<Record<string, LocalContact | undefined>>;
}

/**
 * Names one limit of an item: an item may have several, tried in order from 1.
 * @example placeKey('ns-report-days', 2) // 'ns-report-days 2'
 */
export const placeKey = (item: string, place: number | string): string => `${item} ${place}`;
