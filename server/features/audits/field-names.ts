/**
 * The name of a field on the page of a section, which is its id as well. Keys hold no underscore, so parts can't mix.
 * @example fieldName('ns-review', 2, 'from') // 'ns-review_2__from'
 */
export function fieldName(item: string, occurrence: number, part: string): string {
  const name = occurrence === 0 ? item : `${item}_${occurrence}`;
  return part === 'value' ? name : `${name}__${part}`;
}
