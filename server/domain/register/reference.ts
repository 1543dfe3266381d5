/** Up to so many of the filled cells may be words: those rows are faulty. With more, the column is the wrong one. */
const mostWords = 0.5;

/**
 * Whether something in the place of a reference is words: no digit at all, or two words of letters and more ('Kofi
 * Okafor 14'). A reference must never be a child's name.
 * @example looksLikeWords('YJ 100012') // false
 */
export function looksLikeWords(reference: string): boolean {
  return (
    !/\d/.test(reference) || ((reference.match(/\p{L}{2,}/gu) ?? []).length >= 2 && /\p{L}[ ,]+\p{L}/u.test(reference))
  );
}

/** Whether a column can't hold references, since most of its cells are words. */
export function holdsWords(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(looksLikeWords).length > mostWords * filled.length;
}
