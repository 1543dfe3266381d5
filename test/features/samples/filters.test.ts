import { anyCase, type Rules } from '../../../server/domain/sampling/rules.js';
import { atFirst, filtersOf, readFilters } from '../../../server/features/samples/filters.js';
import { referencesIn } from '../../../server/features/samples/new-sample.js';
import { whatSizeTells } from '../../../server/features/samples/sizes.js';

describe('filters', () => {
  it('rules become filters and the same rules again, so that a sample can be drawn again', () => {
    const rules: Rules = {
      ...anyCase,
      status: 'any',
      endedWithinMonths: 3,
      orderGroups: ['custody'],
      orderTypes: ['yro-iss'],
      startedFrom: '2026-01-01',
      startedUntil: '2026-09-30',
      teams: [2],
      practitioners: [7],
      harmLevels: ['high', 'very-high'],
      safetyLevels: ['low'],
      reoffendingLevels: ['medium'],
      custody: true,
      lookedAfter: true,
      notAuditedForMonths: 12,
    };
    expect(readFilters(filtersOf(rules))).toEqual({ rules, faults: [] });
  });

  it('a date that cannot be read asks nothing and is told', () => {
    const { rules, faults } = readFilters({ ...atFirst, from: 'soon' });
    expect(rules.startedFrom).toBeNull();
    expect(faults.map(({ field }) => field)).toEqual(['from']);
  });

  it('a team that is no number is nobody’s team, not any team', () => {
    expect(readFilters({ ...atFirst, teams: ['x'] }).rules.teams).toEqual([0]);
  });
});

describe('what a size can tell', () => {
  it('is the exact range for a sample of a known population', () => {
    expect(whatSizeTells(20, 146)).toBe(
      'With 20 of 146, a share of 15 of 20 would mean between 53% and 90% of all 146.',
    );
  });

  it('is no share under five, and exact when all are read', () => {
    expect(whatSizeTells(4, 41)).toContain('there is no share to tell');
    expect(whatSizeTells(41, 41)).toBe('All 41 are read, so a share is exact.');
  });
});

it('references are taken as people paste them, each once', () => {
  expect(referencesIn(' YJ1, YJ2\nYJ3;YJ1\t')).toEqual(['YJ1', 'YJ2', 'YJ3']);
});
