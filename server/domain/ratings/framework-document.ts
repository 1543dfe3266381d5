/**
 * A band for each rating: of the whole per cent, from 0 to 100, or of the sum, from 0 to the highest that there can be.
 *
 * @minItems 1
 */
export type Bands = [FrameworkBand, ...FrameworkBand[]];
/**
 * One of the four words.
 */
export type FrameworkRating = 'inadequate' | 'requires-improvement' | 'good' | 'outstanding';
/**
 * How several ratings become one.
 */
export type Way = ByLowest | BySum | ByTable;

/**
 * A framework of inspection: its areas and their parts, and, once somebody has read the published rule, how shares become ratings and parts an overall. Without the rule nothing is rated.
 */
export interface FrameworkDocument {
  /**
   * What this is.
   */
  document: 'framework';
  /**
   * Which framework it is.
   */
  key: string;
  /**
   * Version of this document; a higher one takes the place of a lower one.
   */
  version: number;
  /**
   * What pages call it.
   */
  title: string;
  /**
   * The areas that are looked at, in the order of the report.
   *
   * @minItems 1
   */
  areas: [Area, ...Area[]];
  rollUp?: RollUp;
}
/**
 * An area, such as all work with children.
 */
export interface Area {
  /**
   * Its name in this document.
   */
  key: string;
  /**
   * What pages call it.
   */
  title: string;
  /**
   * The kind of inspection that looks at it; both when it is left out.
   */
  only?: 'full';
  /**
   * What is rated in it.
   *
   * @minItems 1
   */
  parts: [AreaPart, ...AreaPart[]];
}
/**
 * A part of an area. With key questions it is rated by the lowest of their shares; without it is judged as a whole.
 */
export interface AreaPart {
  /**
   * Its name; for a part judged as a whole the name of the standard.
   */
  key: string;
  /**
   * What pages call it.
   */
  title: string;
  /**
   * Its key questions, named as in the form.
   *
   * @minItems 1
   */
  questions?: [KeyQuestion, ...KeyQuestion[]];
}
/**
 * A key question.
 */
export interface KeyQuestion {
  /**
   * Its name in the form.
   */
  key: string;
  /**
   * What pages call it.
   */
  title: string;
}
/**
 * The published rule: how shares become ratings, parts an area, areas the overall.
 */
export interface RollUp {
  source: RuleSource;
  /**
   * How a share becomes a whole per cent before it is banded.
   */
  rounding: 'half-up' | 'down' | 'up';
  bands: Bands;
  /**
   * For each area how its parts make its rating.
   */
  areas: {
    [k: string]: Way;
  };
  overall: OverallWays;
}
/**
 * Where the rule is published.
 */
export interface RuleSource {
  /**
   * The document and the place in it.
   */
  name: string;
  /**
   * Its address, where it has one.
   */
  address?: string;
  /**
   * Its date, as 2026-11-24.
   */
  publishedOn: string;
}
/**
 * The whole numbers that a rating holds, both edges included.
 */
export interface FrameworkBand {
  rating: FrameworkRating;
  /**
   * The lowest.
   */
  from: number;
  /**
   * The highest.
   */
  to: number;
}
/**
 * The lowest of them.
 */
export interface ByLowest {
  /**
   * By the lowest.
   */
  how: 'lowest';
}
/**
 * Their points, 0 for Inadequate to 3 for Outstanding, added up and banded.
 */
export interface BySum {
  /**
   * By the sum.
   */
  how: 'sum';
  bands: Bands;
}
/**
 * A table of every combination, in the order of the parts or areas.
 */
export interface ByTable {
  /**
   * By the table.
   */
  how: 'table';
  /**
   * The combinations.
   *
   * @minItems 1
   */
  rows: [TableRow, ...TableRow[]];
}
/**
 * A combination and what it comes to.
 */
export interface TableRow {
  /**
   * The ratings put together.
   *
   * @minItems 1
   */
  of: [FrameworkRating, ...FrameworkRating[]];
  rating: FrameworkRating;
}
/**
 * How the areas make the overall, by the kind of inspection.
 */
export interface OverallWays {
  full?: Way;
  cases?: Way;
}
