import fc from 'fast-check';
import { blocksOf, quarterOf, type Beyond } from '../../../server/domain/statistics/blocks';

const today = '2026-11-24';
const day = fc
  .tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const audits = fc.array(
  fc.record<Beyond>({
    agreedOn: day,
    form: fc.constantFrom('dip', 'harm'),
    practitioner: fc.option(fc.integer({ min: 1, max: 6 })),
  }),
  { maxLength: 60 },
);

const sixBy = (people: readonly number[], agreedOn: string): Beyond[] =>
  Array.from({ length: 6 }, (_, i) => ({ agreedOn, form: 'dip', practitioner: people[i % people.length] ?? null }));

it('knows the quarter of a day', () => {
  expect(quarterOf('2026-01-01')).toEqual({ from: '2026-01-01', until: '2026-03-31' });
  expect(quarterOf('2026-12-31')).toEqual({ from: '2026-10-01', until: '2026-12-31' });
});

it('lets a quarter of six audits of three people count by itself', () => {
  const [block, ...more] = blocksOf(sixBy([1, 2, 3], '2026-05-04'), today);
  expect(more).toEqual([]);
  expect(block).toMatchObject({ from: '2026-04-01', until: '2026-06-30' });
  expect(block?.audits).toHaveLength(6);
});

it('joins quarters of one year until there are three people, and leaves the rest of the year out', () => {
  const year = [...sixBy([1, 2], '2026-02-02'), ...sixBy([3], '2026-05-04'), ...sixBy([1, 2], '2026-08-04')];
  const blocks = blocksOf(year, today);
  expect(blocks.map(({ from, until, audits: { length } }) => [from, until, length])).toEqual([
    ['2026-01-01', '2026-06-30', 12],
  ]);
});

it('waits for the end of a quarter', () => {
  expect(blocksOf(sixBy([1, 2, 3], '2026-10-05'), today)).toEqual([]);
  expect(blocksOf(sixBy([1, 2, 3], '2026-10-05'), '2026-12-31')).toEqual([]);
  expect(blocksOf(sixBy([1, 2, 3], '2026-10-05'), '2027-01-01')).toHaveLength(1);
});

it('never joins two forms or two years', () => {
  const apart = [
    ...sixBy([1, 2], '2025-11-04'),
    ...sixBy([1, 2], '2026-02-04'),
    ...sixBy([3, 4], '2026-02-04').map((one) => ({ ...one, form: 'harm' })),
  ];
  expect(blocksOf(apart, today)).toEqual([]);
});

it('makes every block of at least five audits of three people, with each audit in one block at most', () => {
  fc.assert(
    fc.property(audits, (all) => {
      const blocks = blocksOf(all, today);
      for (const block of blocks) {
        expect(block.audits.length).toBeGreaterThanOrEqual(5);
        expect(new Set(block.audits.flatMap(({ practitioner }) => practitioner ?? [])).size).toBeGreaterThanOrEqual(3);
        expect(block.audits.every(({ agreedOn }) => agreedOn >= block.from && agreedOn <= block.until)).toBe(true);
      }
      const counted = blocks.flatMap((block) => block.audits);
      expect(new Set(counted).size).toBe(counted.length);
    }),
  );
});

it('never changes a block that is finished: what is agreed later only makes further ones', () => {
  fc.assert(
    fc.property(audits, fc.constantFrom('2025-04-01', '2025-10-01', '2026-01-01'), (all, then) => {
      const before = blocksOf(
        all.filter(({ agreedOn }) => agreedOn < then),
        then,
      );
      const after = blocksOf(all, today).map((block) => JSON.stringify(block));
      expect(before.filter((block) => !after.includes(JSON.stringify(block)))).toEqual([]);
    }),
  );
});
