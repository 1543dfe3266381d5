/** The range in which a figure would most likely lie if everything had been read: 95 % unless said otherwise. */
export interface Interval {
  lower: number;
  upper: number;
}

/** So many of so many: `sufficient` of `n`, whole numbers. */
export interface Count {
  sufficient: number;
  n: number;
}

/** Confidence of every interval on a page. 80 % belongs to the inspectorate's sample size only. */
export const usualConfidence = 0.95;

/** @throws RangeError unless 0 <= sufficient <= n, n >= 1, whole numbers */
export function requireCount({ sufficient, n }: Count): void {
  if (!Number.isInteger(n) || !Number.isInteger(sufficient) || n < 1 || sufficient < 0 || sufficient > n)
    throw new RangeError(`Not a share: ${sufficient} of ${n}`);
}
