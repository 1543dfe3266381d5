import { createHash } from 'node:crypto';
import type { FrameRow } from './certificate-document.js';

export type { FrameRow };

/**
 * The frame as one text, whatever order its rows come in: sorted by the bytes of the unit, one line a row, each ended
 * by a newline: unit, tab, 'eligible' or the rule that left it out, tab, stratum or nothing.
 * @throws RangeError for a unit that is empty, holds a tab or newline, or comes twice
 */
export function frameText(rows: readonly FrameRow[]): string {
  const seen = new Set<string>();
  for (const { unit } of rows) {
    if (!/^[^\t\r\n]+$/.test(unit)) throw new RangeError(`Not a unit: ${JSON.stringify(unit)}`);
    if (seen.has(unit)) throw new RangeError(`The list holds ${unit} twice`);
    seen.add(unit);
  }
  return sortedByUnit(rows)
    .map(({ unit, excludedBy, stratum }) => `${unit}\t${excludedBy ?? 'eligible'}\t${stratum ?? ''}\n`)
    .join('');
}

/** Rows in the order of the bytes of their units: the same in every language. */
export function sortedByUnit(rows: readonly FrameRow[]): FrameRow[] {
  return rows.toSorted((a, b) => Buffer.compare(Buffer.from(a.unit), Buffer.from(b.unit)));
}

/**
 * SHA-256 of the frame's text, hexadecimal: taken before the seed is made, so that the list can't be changed to suit.
 * @throws RangeError as frameText
 */
export function frameDigest(rows: readonly FrameRow[]): string {
  return sha256(frameText(rows));
}

/** SHA-256 of a text in UTF-8, hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
