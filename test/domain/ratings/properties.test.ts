import fc from 'fast-check';
import { pointsOf } from '../../../server/domain/ratings/bands.js';
import { questionsOf, rate, standards } from '../../../server/domain/ratings/framework-2018-2024.js';
import type { Reading, Value } from '../../../server/domain/ratings/reading.js';

const value = fc.constantFrom<Value>('sufficient', 'not-sufficient', 'does-not-apply', 'low', 'missing');
const readingsOn = (from: 'court' | 'out-of-court') => {
  const questions = standards.filter((one) => one.from === from).flatMap(({ key }) => questionsOf(key));
  const values = fc.record(Object.fromEntries(questions.map((question) => [question, value])));
  return fc.array(values, { maxLength: 12 }).map((all) => all.map((one, i) => ({ case: `${from}-${i}`, values: one })));
};
const inspection = fc.record({ court: readingsOn('court'), outOfCourt: readingsOn('out-of-court') });
const rated = (cases: { court: Reading[]; outOfCourt: Reading[] }) => rate({ ...cases, asWhole: {} });
const pointsIn = ({ standards: all }: ReturnType<typeof rate>) =>
  all.map(({ rating }) => (rating === null ? null : pointsOf(rating)));

test('a case judged sufficient instead never lowers a rating', () => {
  fc.assert(
    fc.property(inspection, fc.nat(), fc.nat(), (cases, which, where) => {
      const { court } = cases;
      fc.pre(court.length > 0);
      const at = which % court.length;
      const { values } = court[at]!;
      const question = Object.keys(values)[where % Object.keys(values).length]!;
      fc.pre(values[question] === 'not-sufficient');
      const better = court.map((one, i) =>
        i === at ? { ...one, values: { ...values, [question]: 'sufficient' as const } } : one,
      );
      const before = rated(cases);
      const after = rated({ ...cases, court: better });
      pointsIn(after).forEach((points, i) => expect(points ?? -1).toBeGreaterThanOrEqual(pointsIn(before)[i] ?? -1));
      expect(after.byRule.total).toBeGreaterThanOrEqual(before.byRule.total);
    }),
  );
});

test('the order of the cases never matters', () => {
  fc.assert(
    fc.property(inspection, ({ court, outOfCourt }) => {
      const forth = rated({ court, outOfCourt });
      const back = rated({ court: court.toReversed(), outOfCourt: outOfCourt.toReversed() });
      expect(pointsIn(back)).toEqual(pointsIn(forth));
      expect(back.byRule).toEqual(forth.byRule);
      const movers = ({ standards: all }: typeof forth) =>
        all.map(({ flags }) => [
          flags.near,
          flags.few,
          flags.up.map((one) => one.case).sort(),
          flags.down.map((one) => one.case).sort(),
        ]);
      expect(movers(back)).toEqual(movers(forth));
    }),
  );
});

test('leaving out a case to which nothing applies changes nothing', () => {
  const nothing = fc.constantFrom<Value>('does-not-apply', 'low');
  fc.assert(
    fc.property(inspection, nothing, ({ court, outOfCourt }, none) => {
      const values = Object.fromEntries(['2.1', '2.2', '2.3', '2.4'].flatMap(questionsOf).map((key) => [key, none]));
      const more = rated({ court: [...court, { case: 'nothing', values }], outOfCourt });
      const fewer = rated({ court, outOfCourt });
      expect(pointsIn(more)).toEqual(pointsIn(fewer));
      expect(more.standards.map(({ flags, lift, deciding }) => ({ flags, lift, deciding }))).toEqual(
        fewer.standards.map(({ flags, lift, deciding }) => ({ flags, lift, deciding })),
      );
    }),
  );
});

test('a rating lies between the worst and the best that missing judgements allow', () => {
  fc.assert(
    fc.property(inspection, (cases) => {
      for (const { rating, open } of rated(cases).standards) {
        if (rating === null) continue;
        expect(pointsOf(open.worst!)).toBeLessThanOrEqual(pointsOf(rating));
        expect(pointsOf(open.best!)).toBeGreaterThanOrEqual(pointsOf(rating));
      }
    }),
  );
});

test('what would lift a standard lifts it, and one case fewer does not', () => {
  fc.assert(
    fc.property(inspection, (cases) => {
      for (const { key, lift, rating } of rated(cases).standards) {
        if (!lift || rating === null) continue;
        const lifted = (fewer: number) =>
          rated({ court: cases.court.map(copy), outOfCourt: cases.outOfCourt.map(copy), ...raise(fewer) });
        const raise = (fewer: number) => {
          const side = key.startsWith('2') ? 'court' : 'outOfCourt';
          const readings = cases[side].map(copy);
          lift.needs.forEach(({ question, more }, i) => {
            const notYet = readings.filter(({ values }) => values[question] === 'not-sufficient');
            notYet.slice(0, i === 0 ? more - fewer : more).forEach(({ values }) => (values[question] = 'sufficient'));
          });
          return { [side]: readings };
        };
        const ratingAfter = (fewer: number) => lifted(fewer).standards.find((one) => one.key === key)!.rating!;
        expect(pointsOf(ratingAfter(0))).toBeGreaterThanOrEqual(pointsOf(lift.to));
        expect(ratingAfter(1)).toBe(rating);
      }
    }),
    { numRuns: 60 },
  );
});

const copy = (one: Reading): { case: string; values: Record<string, Value> } => ({
  case: one.case,
  values: { ...one.values },
});
