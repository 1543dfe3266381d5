import { howGood } from '../../../server/domain/reports/good-enough';
import { isException, isLate } from '../../../server/domain/reports/late-papers';
import { complianceOfResults } from '../../../server/domain/reports/share-met';

it.each([
  [7, 10, 'yes'],
  [6.999, 10, 'in-part'],
  [4.5, 10, 'in-part'],
  [4.49, 10, 'no'],
  [0, 10, 'no'],
  [0.1 + 0.2 + 0.4, 1, 'yes'],
] as const)('calls %d of %d %s', (points, weight, enough) => {
  expect(howGood({ points, weight })).toBe(enough);
});

it('says nothing of a theme that was not asked', () => {
  expect(howGood({ points: 0, weight: 0 })).toBeNull();
});

it('lists late papers, and whatever was not kept as an exception', () => {
  expect(['not-met', 'not-met-with-reason', 'not-evidenced', 'met', 'not-yet-due'].map(isLate)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(['not-met', 'not-met-with-reason', 'not-evidenced', 'met', 'not-yet-due'].map(isException)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

it('leaves what is not yet due out of the share met, and counts accepted reasons beside it', () => {
  const results = [
    { outcome: 'met', accepted: false },
    { outcome: 'not-met-with-reason', accepted: true },
    { outcome: 'not-met-with-reason', accepted: false },
    { outcome: 'not-evidenced', accepted: false },
    { outcome: 'not-yet-due', accepted: false },
    { outcome: 'does-not-apply', accepted: false },
  ];
  expect(complianceOfResults(results)).toEqual({ met: 1, metAdjusted: 2, due: 4 });
});
