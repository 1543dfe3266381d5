/**
 * A sign-in name made of a person's name: its words in small letters without accents, joined by full stops.
 * @param taken tells whether a sign-in name is in use; then a number follows
 * @example signInNameFor('Siân Lloyd', () => false) // 'sian.lloyd'
 */
export function signInNameFor(name: string, taken: (signInName: string) => boolean): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const base = (plain.match(/[a-z0-9]+/g) ?? ['person']).join('.').slice(0, 60);
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? base : `${base}.${n}`;
    if (!taken(candidate)) return candidate;
  }
}

/**
 * What is wrong with a sign-in name, or null.
 * @example signInNameFault('ruth ashdown') // 'Use letters, figures, full stops, hyphens, _ and @ only, without spaces.'
 */
export function signInNameFault(signInName: string): string | null {
  if (signInName === '') return 'Give a name to sign in with.';
  if (signInName.length > 80) return 'Use at most 80 characters.';
  return /^[\p{L}\p{N}._@-]+$/u.test(signInName)
    ? null
    : 'Use letters, figures, full stops, hyphens, _ and @ only, without spaces.';
}
