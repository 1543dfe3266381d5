import type { Level } from '../forms/scales.js';

/**
 * What one key question comes to in one case. `low`: left out because the inspector judges the level Low. `missing`: it
 * should have been judged and was not.
 */
export type Value = 'sufficient' | 'not-sufficient' | 'does-not-apply' | 'low' | 'missing';

/** One case as an inspector read it: a value for each key question. */
export interface Reading {
  /** The case, as people name it. */
  case: string;
  values: Readonly<Record<string, Value>>;
}

/** What is known of a judgement before the inspector's level is looked at; null when none was given. */
export type Judgement = 'sufficient' | 'not-sufficient' | 'does-not-apply' | null;

/**
 * The value of a judgement under the inspector's own level: Low takes the question out, whatever is recorded. Without a
 * level a judgement that was given counts, and one that was not is missing.
 * @param level of the risk that the question is about; null when it is not recorded or does not matter
 * @example valueUnder('sufficient', 'low') // 'low'
 */
export function valueUnder(judgement: Judgement, level: Level | null): Value {
  if (judgement === 'does-not-apply') return judgement;
  if (level === 'low') return 'low';
  return judgement ?? 'missing';
}

/** Whether a value enters the share. */
export const counts = (value: Value | undefined): value is 'sufficient' | 'not-sufficient' =>
  value === 'sufficient' || value === 'not-sufficient';
