/**
 * One key for both orders of a name, however it is spaced and capitalised.
 * @example nameKey('Okafor, Kofi ') === nameKey('kofi OKAFOR') // true
 */
export function nameKey(spelling: string): string {
  return displayName(spelling).toLowerCase();
}

/**
 * A name as pages show it: first name first, single spaces.
 * @example displayName('Okafor,  Kofi ') // 'Kofi Okafor'
 */
export function displayName(spelling: string): string {
  const plain = spelling.normalize('NFC').replace(/\s+/g, ' ').trim();
  const comma = /^([^,]+),\s*([^,]+)$/.exec(plain);
  return comma ? `${comma[2]} ${comma[1]}`.trim() : plain;
}

/**
 * Whether words could be somebody's name: two words or more, letters only. 'Agency', 'Duty 2' and '=1+1' are not.
 * @example isName("Siân O'Neill-Jones") // true
 */
export function isName(spelling: string): boolean {
  return /^\p{L}[\p{L}'’.-]*( \p{L}[\p{L}'’.-]*)+$/u.test(displayName(spelling));
}

export interface KnownName {
  readonly id: number;
  readonly name: string;
}

/** Who a spelling means: one person, nobody yet, several that it could be, or no name at all. */
export type NameMatch =
  | { readonly is: 'known'; readonly id: number }
  | { readonly is: 'new'; readonly name: string }
  | { readonly is: 'unclear'; readonly ids: readonly number[] }
  | { readonly is: 'no name' };

/**
 * Matches a spelling to the people whom the service knows. Both orders of a name are one; an initial ('S Lewis') or
 * turned words without a comma ('Lewis Sian') could be somebody, and are asked.
 * @param confirmed spellings that somebody settled before, by `nameKey`
 */
export function matchName(
  spelling: string,
  people: readonly KnownName[],
  confirmed: ReadonlyMap<string, number>,
): NameMatch {
  const key = nameKey(spelling);
  const settled = confirmed.get(key);
  if (settled !== undefined) return { is: 'known', id: settled };
  const same = people.filter((person) => nameKey(person.name) === key);
  if (same.length === 1 && same[0]) return { is: 'known', id: same[0].id };
  if (same.length > 1) return { is: 'unclear', ids: same.map((person) => person.id) };
  if (!isName(spelling)) return { is: 'no name' };
  const alike = people.filter((person) => couldBe(key, nameKey(person.name)));
  return alike.length > 0
    ? { is: 'unclear', ids: alike.map((person) => person.id) }
    : { is: 'new', name: displayName(spelling) };
}

function couldBe(key: string, known: string): boolean {
  const words = key.split(' ');
  const knownWords = known.split(' ');
  if ([...words].sort().join(' ') === [...knownWords].sort().join(' ')) return true;
  const initial = (words[0] ?? '').replaceAll('.', '');
  return initial.length === 1 && known.startsWith(initial) && words.at(-1) === knownWords.at(-1);
}
