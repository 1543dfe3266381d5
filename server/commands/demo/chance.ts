import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';

/** Seeded chance: the same seed makes the same service, on every machine. */
export interface Chance {
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  happens(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Picks by weight. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** Bytes as hexadecimal text, in place of the server's own randomness. */
  hex(bytes: number): string;
}

export function createChance(seed: number): Chance {
  const generator = mersenne(seed);
  const whole = (from: number, to: number): number => uniformInt(generator, from, to);
  const unit = (): number => whole(0, 999_999) / 1_000_000;
  return {
    whole,
    happens: (probability) => unit() < probability,
    pick: (list) => {
      const found = list[whole(0, list.length - 1)];
      if (found === undefined) throw new RangeError('Nothing to pick from');
      return found;
    },
    weighted(choices) {
      let left = unit() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      const found = choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1);
      if (!found) throw new RangeError('Nothing to pick from');
      return found[0];
    },
    hex: (bytes) => Array.from({ length: bytes }, () => whole(0, 255).toString(16).padStart(2, '0')).join(''),
  };
}
