/**
 * The record of a draw. With it alone anybody can draw again: sort the eligible units of each stratum by the SHA-256 of seed, newline, unit, and take the first `size`; a unit that leaves is replaced by the next. It names no case: a unit is the service's own number for one.
 */
export interface SampleCertificate {
  /**
   * What this is.
   */
  document: 'sample-certificate';
  /**
   * Version of this layout.
   */
  version: 1;
  /**
   * What the sample is called.
   */
  name: string;
  /**
   * What it is for.
   */
  purpose: string;
  /**
   * The form that the cases are read with.
   */
  form: {
    /**
     * Key of the form.
     */
    key: string;
    /**
     * Its version.
     */
    version: number;
    /**
     * Its title.
     */
    title: string;
  };
  /**
   * When it was drawn, UTC.
   */
  drawnAt: string;
  /**
   * Who drew it.
   */
  drawnBy: string;
  /**
   * When the case list that it was drawn from was brought in, UTC; null when not known.
   */
  registerAt: string | null;
  /**
   * Named when this sample was drawn in place of an earlier one.
   */
  again: null | Again;
  /**
   * Who may be drawn, in words.
   */
  rules: string[];
  rulesAsData: Rules;
  /**
   * simple: all together; per-practitioner: so many of each stratum; whole: everybody; chosen: by hand, with a reason.
   */
  method: 'simple' | 'per-practitioner' | 'whole' | 'chosen';
  /**
   * Why cases were chosen by hand; null for every other method.
   */
  reason: string | null;
  /**
   * How many were drawn of each stratum (of all, when there is none).
   */
  size: number;
  /**
   * Made by the machine after the frame was fixed.
   */
  seed: string;
  /**
   * Everything that was looked at, sorted by unit.
   */
  frame: FrameRow[];
  /**
   * SHA-256 of the frame: a line for each row, sorted by the bytes of the unit, each ended by a newline: unit, tab, 'eligible' or the rule that left it out, tab, stratum or nothing.
   */
  frameDigest: string;
  /**
   * The draw: everybody who may be drawn, in order, stratum by stratum.
   */
  ranks: Rank[];
  /**
   * Places that changed hands, in order of time.
   */
  swaps: Swap[];
}
/**
 * The earlier sample and why it was drawn again.
 */
export interface Again {
  /**
   * Name of the earlier sample.
   */
  of: string;
  /**
   * When that was drawn, UTC.
   */
  drawnAt: string;
  /**
   * Why it was drawn again.
   */
  reason: string;
}
/**
 * Who may be drawn, as data. An empty list, null or false asks nothing; dates include both ends.
 */
export interface Rules {
  /**
   * Whether orders must be open or closed.
   */
  status: 'open' | 'closed' | 'any';
  /**
   * Leaves out what ended longer ago than this many months.
   */
  endedWithinMonths: number | null;
  /**
   * An order passes when its group or its type is chosen.
   */
  orderGroups: ('court-community' | 'custody' | 'out-of-court')[];
  /**
   * Order types by key.
   */
  orderTypes: string[];
  /**
   * First day on which an order may have begun.
   */
  startedFrom: string | null;
  /**
   * Last day on which an order may have begun.
   */
  startedUntil: string | null;
  /**
   * Teams by number.
   */
  teams: number[];
  /**
   * Practitioners by number.
   */
  practitioners: number[];
  /**
   * Levels of risk of serious harm.
   */
  harmLevels: ('low' | 'medium' | 'high' | 'very-high')[];
  /**
   * Levels of safety and wellbeing.
   */
  safetyLevels: ('low' | 'medium' | 'high' | 'very-high')[];
  /**
   * Levels of likelihood of reoffending.
   */
  reoffendingLevels: ('low' | 'medium' | 'high' | 'very-high')[];
  /**
   * Only orders with custody.
   */
  custody: boolean;
  /**
   * Only orders under MAPPA.
   */
  mappa: boolean;
  /**
   * Only children who are looked after.
   */
  lookedAfter: boolean;
  /**
   * Only children on a child protection plan.
   */
  childProtection: boolean;
  /**
   * Leaves out what was audited in the last so many months.
   */
  notAuditedForMonths: number | null;
}
/**
 * One thing that was looked at.
 */
export interface FrameRow {
  /**
   * An opaque name.
   */
  unit: string;
  /**
   * Key of the rule that left it out; null when it may be drawn.
   */
  excludedBy: string | null;
  /**
   * The group within which it is drawn; null when everything is drawn together.
   */
  stratum: string | null;
}
/**
 * The place of a unit in the draw of its stratum.
 */
export interface Rank {
  /**
   * A unit of the frame.
   */
  unit: string;
  /**
   * The group within which it is drawn; null when everything is drawn together.
   */
  stratum: string | null;
  /**
   * 1 is drawn first.
   */
  rank: number;
}
/**
 * One place given to the next in reserve.
 */
export interface Swap {
  /**
   * The unit that left.
   */
  leaves: string;
  /**
   * The unit that took its place; null when the reserve was empty.
   */
  takes: string | null;
  /**
   * When, UTC.
   */
  at: string;
  /**
   * Why, in the words of a fixed list: no words about a child.
   */
  reason: string;
}
