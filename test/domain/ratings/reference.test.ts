import ratings from '../../fixtures/reference-ratings.json';
import { gradeName } from '../../../server/domain/forms/scales.js';
import { pointsOf, ratingOfShare, shareBands } from '../../../server/domain/ratings/bands.js';
import { ratingOfTotal } from '../../../server/domain/ratings/overall.js';
import { ratedTable, type RatingTable, type TableCase } from '../../../server/domain/ratings/rating-table.js';
import { wholePercent } from '../../../server/domain/statistics/rounding.js';

const { share_to_rating: shares, total_to_overall: totals, standard_rating: standards } = ratings.groups;
const inspections = ratings.groups.inspection_2018_2024;

describe('two independent programs give the same', () => {
  test.each(shares.cases.map((one) => [one.id, one] as const))('rating of a share: %s', (_id, { input, expected }) => {
    const count = { sufficient: input.sufficient, n: input.applicable };
    const rating = ratingOfShare(count, shareBands)!;
    expect(wholePercent(count.sufficient, count.n)).toBe(expected.whole_percent);
    expect([gradeName(rating), pointsOf(rating)]).toEqual([expected.rating, expected.score]);
  });

  test.each(totals.cases.map((one) => [one.id, one] as const))('rating of a total: %s', (_id, { input, expected }) => {
    expect(gradeName(ratingOfTotal(input.total))).toBe(expected.overall);
  });

  test.each(standards.cases.map((one) => [`${one.id}, ${one.note}`, one] as const))(
    'rating and flags of a standard: %s',
    (_id, { input, expected }) => {
      const cases = input.cases as unknown as TableCase[];
      const ofCourt = input.standard.startsWith('2');
      const table = {
        court_cases: ofCourt ? cases : [],
        out_of_court_cases: ofCourt ? [] : cases,
        judged_standards: {},
      };
      expect((ratedTable(table) as Rated).standards[input.standard]).toEqual(expected);
    },
  );

  test.each(inspections.cases.map((one) => [one.id, one] as const))('whole inspection: %s', (_id, one) => {
    expect(ratedTable(one.input as unknown as RatingTable)).toEqual(one.expected);
  });
});

interface Rated {
  standards: Record<string, object>;
}
