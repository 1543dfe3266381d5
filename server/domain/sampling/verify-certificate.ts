import type { SampleCertificate } from './certificate-document.js';
import { firstTaken, rankUnits, sizeOf } from './draw.js';
import { frameDigest } from './frame.js';
import { nextInReserve } from './reserve.js';

export interface Verdict {
  same: boolean;
  /** what was found, or the first difference, in plain words */
  says: string;
}

/**
 * Draws again from the certificate alone: the frame against its digest, the ranks against the seed, each swap against
 * the reserve. Stops at the first difference. The document has passed its schema.
 * @example verifyCertificate(certificate(sample)) // { same: true, says: 'The same: 20 of 146 ...' }
 */
export function verifyCertificate(document: SampleCertificate): Verdict {
  const difference =
    differenceInFrame(document) ??
    differenceInSize(document) ??
    differenceInRanks(document) ??
    differenceInSwaps(document);
  return difference === null
    ? { same: true, says: inWords(document) }
    : { same: false, says: `Different: ${difference}` };
}

function differenceInFrame({ frame, frameDigest: kept }: SampleCertificate): string | null {
  const seen = new Set<string>();
  const twice = frame.find(({ unit }) => seen.size === seen.add(unit).size)?.unit;
  if (twice !== undefined) return `the list holds ${twice} twice.`;
  return frameDigest(frame) === kept ? null : 'the list is not the one that the digest was taken of before the draw.';
}

function differenceInSize({ method, size, frame }: SampleCertificate): string | null {
  const eligible = frame.filter(({ excludedBy }) => excludedBy === null).length;
  return size === sizeOf(method, size, eligible)
    ? null
    : `this method takes all ${eligible}, and the certificate says ${size}.`;
}

function differenceInRanks({ frame, seed, ranks }: SampleCertificate): string | null {
  const drawn = rankUnits(frame, seed);
  for (const [i, expected] of drawn.entries()) {
    const told = ranks[i];
    const place = placeInWords(expected);
    if (!told) return `drawn again, ${place} is ${expected.unit}, and the certificate has nothing there.`;
    if (told.unit !== expected.unit || told.rank !== expected.rank || told.stratum !== expected.stratum)
      return `drawn again, ${place} is ${expected.unit}, and the certificate has ${told.unit} as ${placeInWords(told)}.`;
  }
  const surplus = ranks[drawn.length];
  return surplus ? `the certificate ranks ${surplus.unit}, which the draw does not reach.` : null;
}

function differenceInSwaps({ ranks, size, swaps }: SampleCertificate): string | null {
  const inPlace = new Set(firstTaken(ranks, size).map(({ unit }) => unit));
  const everTaken = new Set(inPlace);
  for (const { leaves, takes } of swaps) {
    if (!inPlace.has(leaves)) return `${leaves} was swapped and had no place in the sample.`;
    const next = nextInReserve(ranks, everTaken, leaves);
    if (takes !== next)
      return `in place of ${leaves} the next in reserve is ${next ?? 'nobody'}, and the certificate has ${takes ?? 'nobody'}.`;
    inPlace.delete(leaves);
    if (next === null) continue;
    inPlace.add(next);
    everTaken.add(next);
  }
  return null;
}

function inWords({ frame, ranks, size, swaps, method }: SampleCertificate): string {
  const drawn = firstTaken(ranks, size).length;
  const swapped =
    swaps.length === 0 ? 'Nothing was swapped.' : `${swaps.length} swapped, each for the next in reserve.`;
  const how = method === 'per-practitioner' ? `, ${size} for each practitioner` : '';
  return `The same: drawn again, ${drawn} of ${ranks.length} that may be drawn${how}, out of ${frame.length} looked at. ${swapped}`;
}

function placeInWords({ rank, stratum }: { rank: number; stratum: string | null }): string {
  return stratum === null ? `place ${rank}` : `place ${rank} of ${stratum}`;
}
