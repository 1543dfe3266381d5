import type { KeptFact } from './kept-fact.js';
import { factsOfOrder } from './kept-facts-order.js';
import { factsOfPeople } from './kept-facts-people.js';

/**
 * The facts beyond the register, in the order in which pages list them. None is required: without it the auditor answers.
 * No names, no dates of birth. A fact is never the answer to a question that is scored.
 */
export const keptFacts = { ...factsOfPeople, ...factsOfOrder } as const satisfies Record<string, KeptFact>;

export type KeptFactKey = keyof typeof keptFacts;

/** Every fact, in the order in which pages list them. */
export const keptFactKeys = Object.keys(keptFacts) as readonly KeptFactKey[];

/** Narrows text that came from outside to a fact that can be kept. */
export const isKeptFact = (key: string): key is KeptFactKey => Object.hasOwn(keptFacts, key);

export const keptFact = (key: KeptFactKey): KeptFact => keptFacts[key];
