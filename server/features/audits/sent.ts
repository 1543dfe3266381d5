import type { Fault } from '../../domain/problems.js';

/** The fields that a page sent, by name; the form says which there are. */
export function fields(sent: object): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const [name, value] of Object.entries(sent) as [string, unknown][]) {
    if (typeof value === 'string') kept.set(name, value);
  }
  return kept;
}

export const faultsByField = (faults: readonly Fault[]): ReadonlyMap<string, string> =>
  new Map(faults.flatMap(({ field, message }) => (field === null ? [] : [[field, message] as const])));
