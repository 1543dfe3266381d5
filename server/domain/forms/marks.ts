/** What the letters of a mark say of the rule behind an item. */
const letters: Readonly<Record<string, string>> = {
  'V local': 'read in another service’s own rules',
  V: 'read in a public source',
  M: 'not checked',
  L: 'a local rule, for the service to set',
  I: 'our own inference',
};

/**
 * How sure a rule is, in words: the letters of its mark spelled out, what stands behind them kept.
 * @example markInWords('M; V local') // 'not checked; read in another service’s own rules'
 */
export function markInWords(mark: string): string {
  return mark
    .split('; ')
    .map((part) => {
      const letter = Object.keys(letters).find((key) => part === key || part.startsWith(`${key} `));
      if (letter === undefined) return part;
      const rest = part.slice(letter.length);
      const apart = rest.startsWith(' (') || rest === '' ? rest : `:${rest}`;
      return `${letters[letter] ?? ''}${apart}`;
    })
    .join('; ');
}

/** Whether nobody has read the rule behind an item where it is published, or only in part. */
export const isUnchecked = (mark: string): boolean => /(^|; )[MI]\b/.test(mark);
