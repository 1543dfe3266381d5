import { hypergeometricExact } from '../../domain/statistics/hypergeometric-exact.js';
import { limitPercent, roundHalfUp } from '../../domain/statistics/rounding.js';
import { inspectorateSize, sampleSize } from '../../domain/statistics/sample-size.js';
import { number, table, text, type Table } from '../../platform/table.js';

/** Under this many a share says nothing: the audits are read one by one. */
const fewestForShare = 5;
/** What the examples suppose: three in four are good enough. */
const supposed = 0.75;

/**
 * What a size can tell, in a sentence, before it is chosen.
 * @example whatSizeTells(20, 41) // 'With 20 of 41, a share of 15 of 20 would mean between 56% and 88% of all 41.'
 */
export function whatSizeTells(size: number, eligible: number): string {
  if (size >= eligible) return `All ${eligible} are read, so a share is exact.`;
  if (size < fewestForShare) {
    return `With ${size} of ${eligible} there is no share to tell: read each case for itself. From ${fewestForShare} on there is one.`;
  }
  const { good, from, until } = example(size, eligible);
  return `With ${size} of ${eligible}, a share of ${good} of ${size} would mean between ${from}% and ${until}% of all ${eligible}.`;
}

/** The same for the size and a few others beside it. */
export function sizesTable(size: number | null, eligible: number): Table {
  const sizes = [5, 10, 20, 30, 40, 60].filter((n) => n < eligible);
  const all = [...new Set([...sizes, ...(size !== null && size >= fewestForShare && size < eligible ? [size] : [])])];
  return table({
    key: 'sizes',
    title: 'What a size can tell, if 3 in 4 are good enough',
    sentence: `Range of 95% for a sample out of ${eligible}, exact.`,
    columns: [
      { key: 'read', head: 'Read', kind: 'text' },
      { key: 'good', head: 'Good enough', kind: 'number' },
      { key: 'range', head: `then of all ${eligible}, between`, kind: 'text' },
    ],
    rows: all
      .sort((a, b) => a - b)
      .map((n) => {
        const { good, from, until } = example(n, eligible);
        const strong = n === size;
        return {
          read: text(String(n), { strong }),
          good: number(good),
          range: text(`${from}% and ${until}%`, { strong }),
        };
      }),
  });
}

/** The inspectorate's own size for as many, as a yardstick. */
export function inspectorateSays(eligible: number): string {
  const { n } = sampleSize(eligible);
  const points = inspectorateSize.margin * 100;
  return `The inspectorate’s sum (80% confidence, ${points} points either side) gives ${n} of ${eligible}.`;
}

function example(n: number, eligible: number): { good: number; from: number; until: number } {
  const good = roundHalfUp(n * supposed, 0);
  const { lower, upper } = hypergeometricExact({ sufficient: good, n }, eligible);
  return { good, from: limitPercent(lower), until: limitPercent(upper) };
}
