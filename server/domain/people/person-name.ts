/**
 * A person's name as it is kept: spaces made single and trimmed.
 * @example tidyName('  Ruth   Ashdown ') // 'Ruth Ashdown'
 */
export const tidyName = (name: string): string => name.trim().replace(/\s+/g, ' ');

/**
 * What is wrong with a person's name, or null.
 * @param name tidied
 * @example nameFault('') // 'Give the person’s name.'
 */
export function nameFault(name: string): string | null {
  if (name === '') return 'Give the person’s name.';
  return name.length > 100 ? 'Use at most 100 characters.' : null;
}
