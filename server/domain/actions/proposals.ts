/**
 * What must improve, as proposals for actions: a line is one. Bullets and numbers that people put before a line fall
 * away, and so do empty lines.
 * @example proposalsFrom('1. Name who warns the school\n\n- Write the signs to watch for')
 * // ['Name who warns the school', 'Write the signs to watch for']
 */
export function proposalsFrom(text: string | null): string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–—]|\(?\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}
