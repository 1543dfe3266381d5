import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import published from '../../fixtures/published-inspections.json';
import { gradeName } from '../../../server/domain/forms/scales.js';
import { ratingOfTotal } from '../../../server/domain/ratings/overall.js';
import { ratedTable, type RatingTable } from '../../../server/domain/ratings/rating-table.js';

const csv = readFileSync(join(__dirname, '../../fixtures/published-overall-ratings.csv'), 'utf8');
const overall = parse(csv, { columns: true }) as { service: string; score_percent: string; overall_rating: string }[];

test('every published score gives the published overall', () => {
  expect(overall.length).toBeGreaterThan(35);
  const told = overall.map((one) => [one.service, gradeName(ratingOfTotal(pointsIn(one.score_percent)))]);
  expect(told).toEqual(overall.map((one) => [one.service, one.overall_rating]));
});

/** Scores are published as per cent of 36, to two places. */
function pointsIn(percent: string): number {
  const points = Math.round(Number(percent) * 0.36);
  expect(Math.abs((points * 100) / 36 - Number(percent))).toBeLessThan(0.006);
  return points;
}

test.each(published.full_standard_tables.map((one) => [one.service, one] as const))(
  'the standards of %s add up to what was published, resettlement apart',
  (_service, { standards, score, out_of: outOf, overall_rating: rating }) => {
    const table = { standards } as unknown as RatingTable;
    expect(ratedTable(table)).toEqual({ total: score, out_of: outOf, overall: rating });
    const otherwise = { standards: { ...standards, '4.1': 'Inadequate' } } as unknown as RatingTable;
    expect(ratedTable(otherwise)).toEqual(ratedTable(table));
  },
);
