import { heldBack, mayBeShown, restsOn, type AuditBehind } from '../../../server/domain/statistics/held-back';

/** So many audits of each of these practitioners, out of the reader's reach. */
const beyond = (...counts: [practitioner: number, audits: number][]): AuditBehind[] =>
  counts.flatMap(([practitioner, n]) => Array.from({ length: n }, () => ({ practitioner, within: false })));
const within = (practitioner: number, n: number): AuditBehind[] =>
  Array.from({ length: n }, () => ({ practitioner, within: true }));

it('holds nothing back from a reader who may open all', () => {
  expect(restsOn(within(1, 1))).toBeNull();
  expect(heldBack([within(1, 1), within(2, 1)])).toEqual([false, false]);
});

it.each([
  [beyond([1, 2], [2, 2], [3, 1]), true],
  [beyond([1, 3], [2, 2]), false],
  [beyond([1, 2], [2, 1], [3, 1]), false],
])('shows a figure from 5 audits of 3 practitioners on', (audits, shown) => {
  expect(mayBeShown(audits)).toBe(shown);
});

it('takes away from a figure what the reader may open: the rest must be enough by itself', () => {
  expect(mayBeShown([...within(1, 10), ...beyond([2, 1])])).toBe(false);
  expect(mayBeShown([...within(1, 10), ...beyond([2, 2], [3, 2], [4, 1])])).toBe(true);
});

it('counts work of nobody recorded as no practitioner', () => {
  const nobody: AuditBehind[] = Array.from({ length: 5 }, () => ({ practitioner: null, within: false }));
  expect(mayBeShown(nobody)).toBe(false);
});

it('holds the next smallest part back too, so that the first can’t be told from the whole', () => {
  const [large, middle, small] = [beyond([1, 9], [2, 9], [3, 9]), beyond([4, 2], [5, 2], [6, 2]), beyond([7, 1])];
  expect(heldBack([large, middle, small])).toEqual([false, true, true]);
});

it('holds back more until what is held back is enough together', () => {
  const parts = [beyond([1, 8], [2, 8], [3, 8]), beyond([4, 2]), beyond([4, 1])];
  expect(heldBack(parts)).toEqual([true, true, true]);
});

it('has no more to hold back where the whole itself is too small to show', () => {
  expect(heldBack([beyond([1, 2]), within(2, 4)])).toEqual([true, false]);
});

it('never holds back a part without audits', () => {
  expect(heldBack([[], beyond([1, 1]), beyond([2, 9], [3, 9], [4, 9])])).toEqual([false, true, true]);
});
