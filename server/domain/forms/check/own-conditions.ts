import type { Condition, Item } from '../document.js';

/** A condition of an item beside the one that says when it is asked. */
export interface OwnCondition {
  when: Condition;
  /** Its place below the item. */
  at: string;
  /** Looked at when all is answered, so it may name the item itself. */
  own: boolean;
}

/** Conditions of an item's answer by rule, its caps and its limits. */
export function conditionsBeside(item: Item): OwnCondition[] {
  const found: { when: Condition | undefined; at: string; own: boolean }[] = [
    ...('byRule' in item ? [{ when: item.byRule?.when, at: 'byRule/when', own: false }] : []),
    ...('caps' in item ? (item.caps ?? []).map(({ when }, c) => ({ when, at: `caps/${c}/when`, own: true })) : []),
    ...('limits' in item ? item.limits.map(({ when }, l) => ({ when, at: `limits/${l}/when`, own: true })) : []),
  ];
  return found.flatMap(({ when, ...rest }) => (when ? [{ when, ...rest }] : []));
}
