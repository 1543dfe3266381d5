import { enoughForAllReaders, type Behind } from './small-numbers.js';

/** One audit behind a figure, as a reader stands to it. */
export interface AuditBehind {
  /** Whose work it is; null where nobody is recorded. */
  practitioner: number | null;
  /** The reader may open it. */
  within: boolean;
}

/**
 * What a figure rests on for a reader who may not open all of it: the audits out of reach, because those within can be
 * taken away from any figure. Null when all are within reach.
 * @example restsOn([{ practitioner: 4, within: true }]) // null
 */
export function restsOn(audits: readonly AuditBehind[]): Behind | null {
  const beyond = audits.filter(({ within }) => !within);
  if (beyond.length === 0) return null;
  const people = new Set(beyond.map(({ practitioner }) => practitioner).filter((person) => person !== null));
  return { audits: beyond.length, practitioners: people.size };
}

/** Whether a reader may have a figure that rests on these audits. */
export function mayBeShown(audits: readonly AuditBehind[]): boolean {
  const behind = restsOn(audits);
  return behind === null || enoughForAllReaders(behind);
}

/**
 * Which parts of a whole are held back: those too small for this reader and, where the whole is shown, the next smallest
 * too until what is held back is enough together, so that no part can be told by taking the others from the whole.
 * @param parts the audits behind each part; a part without audits is never held back
 * @returns one entry a part, in their order
 */
export function heldBack(parts: readonly (readonly AuditBehind[])[]): boolean[] {
  const held = parts.map((part) => part.length > 0 && !mayBeShown(part));
  const whole = parts.flat();
  if (!held.includes(true) || !mayBeShown(whole)) return held;
  const bySize = parts.map((part, i) => ({ i, size: part.length })).filter(({ i, size }) => size > 0 && !held[i]);
  bySize.sort((a, b) => a.size - b.size);
  for (const { i } of bySize) {
    if (mayBeShown(parts.filter((_, at) => held[at]).flat())) break;
    held[i] = true;
  }
  return held;
}
