import { whatApplies } from './applies.js';
import type { Item } from './document.js';
import { serviceLevelFacts } from './facts.js';
import type { Facts, FilledForm } from './filled.js';
import { levels, NOT_JUDGED, type Level } from './scales.js';

/** The two levels that an auditor judges: the item that asks, and the fact that holds the service's. */
export const levelItems = {
  harm: { item: 'auditor-harm-level', fact: 'rosh' },
  safety: { item: 'auditor-safety-level', fact: 'safety' },
} as const;

export type LevelKind = keyof typeof levelItems;

/** Facts as the auditor may know them before putting their own levels: the service's are not there at all. */
export function hideServiceLevels(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !serviceLevelFacts.includes(key)));
}

/**
 * Whether the auditor has put every level that the form asks for ('Not judged' counts as put), so that the service's
 * may be shown. A form that asks for none hides nothing. Worked out with the service's levels hidden.
 */
export function levelsArePut(filled: FilledForm): boolean {
  const { questions } = whatApplies({ ...filled, facts: hideServiceLevels(filled.facts) });
  return questions
    .filter(({ item }) => kindOfLevel(item) !== null)
    .every(({ answer }) => (answer?.value ?? null) !== null);
}

/** The facts to ask with: all of them once the auditor's own levels are put, without the service's levels until then. */
export function factsToShow(filled: FilledForm): Facts {
  return levelsArePut(filled) ? filled.facts : hideServiceLevels(filled.facts);
}

/** The auditor's own levels; null where not asked, not put or not judged. */
export function ownLevels(filled: FilledForm): Record<LevelKind, Level | null> {
  const { questions } = whatApplies(filled);
  const put = (item: string) =>
    readLevel(questions.find((question) => question.item.key === item)?.answer?.value ?? null);
  return { harm: put(levelItems.harm.item), safety: put(levelItems.safety.item) };
}

/** The service's levels, as the facts of the audit hold them; null where none is recorded, which is not Low. */
export function serviceLevels(facts: Facts): Record<LevelKind, Level | null> {
  return {
    harm: readLevel(facts[levelItems.harm.fact] ?? null),
    safety: readLevel(facts[levelItems.safety.fact] ?? null),
  };
}

/**
 * How many steps the auditor's level lies above the service's; null when one of them is missing.
 * @example levelDifference('high', 'medium') // 1
 */
export function levelDifference(own: Level | null, service: Level | null): number | null {
  return own === null || service === null ? null : levels.indexOf(own) - levels.indexOf(service);
}

/** Which of the two levels an item asks for, or null. */
export function kindOfLevel(item: Item): LevelKind | null {
  if (item.key === levelItems.harm.item) return 'harm';
  return item.key === levelItems.safety.item ? 'safety' : null;
}

/** Narrows a value to a level; 'Not judged' is none. */
export function readLevel(value: string | number | null): Level | null {
  if (value === NOT_JUDGED.key) return null;
  return levels.find((level) => level === value) ?? null;
}
