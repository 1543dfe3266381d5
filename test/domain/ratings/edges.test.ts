import type { Grade } from '../../../server/domain/forms/scales.js';
import { flagsOf, grounds } from '../../../server/domain/ratings/flags.js';
import { afterDiscretion, mayMoveTo } from '../../../server/domain/ratings/discretion.js';
import { questionsOf, rate } from '../../../server/domain/ratings/framework-2018-2024.js';
import { whatWouldLift } from '../../../server/domain/ratings/lift.js';
import { inProportion, overallOf, ratingOfTotal, summed } from '../../../server/domain/ratings/overall.js';
import { rateStandard } from '../../../server/domain/ratings/standard.js';
import { valueUnder } from '../../../server/domain/ratings/reading.js';
import { reading, share } from './cases.js';

const q = '2.2.1';
const rated = (sufficient: number, n: number) => rateStandard([q], share(q, sufficient, n));
const flagged = (sufficient: number, n: number) => flagsOf(rated(sufficient, n), share(q, sufficient, n));
const all = (rating: Grade) => Object.fromEntries(summed.map((key) => [key, rating]));

describe('a share is rounded in whole numbers, then banded', () => {
  it.each([
    [49, 100, 'inadequate'],
    [98, 198, 'inadequate'],
    [99, 200, 'requires-improvement'],
    [50, 100, 'requires-improvement'],
    [64, 100, 'requires-improvement'],
    [29, 45, 'requires-improvement'],
    [129, 200, 'good'],
    [65, 100, 'good'],
    [79, 100, 'good'],
    [31, 39, 'good'],
    [159, 200, 'outstanding'],
    [80, 100, 'outstanding'],
  ])('%d of %d is %s', (sufficient, n, rating) => expect(rated(sufficient, n).rating).toBe(rating));
});

describe('grounds for discretion', () => {
  it('are told from the share before rounding, 5 points included', () => {
    expect(flagged(55, 100).near).toEqual([50]);
    expect(flagged(111, 200).near).toEqual([]);
    expect(flagged(75, 100).near).toEqual([80]);
    expect(flagged(45, 100).near).toEqual([50]);
  });

  it('are there for five cases and not for six', () => {
    expect(flagged(5, 5).few).toEqual([q]);
    expect(flagged(6, 6).few).toEqual([]);
  });

  it('are there when one case turns the rating, and not when it takes two', () => {
    expect(flagged(13, 20).down.length).toBe(13);
    expect(flagged(14, 20)).toMatchObject({ up: [], down: [] });
    expect(grounds(flagged(26, 45))).toEqual([]);
  });

  it('are none for a standard that is not rated', () => expect(grounds(flagged(0, 0))).toEqual([]));

  it('let a rating move one step, never further, and never without them', () => {
    expect(mayMoveTo('good', ['near'])).toEqual(['requires-improvement', 'outstanding']);
    expect(mayMoveTo('inadequate', ['few'])).toEqual(['requires-improvement']);
    expect(mayMoveTo('good', [])).toEqual([]);
  });
});

describe('a decision by discretion', () => {
  const decision = { from: 'good', to: 'outstanding', grounds: ['near', 'few'] } as const;
  it('holds while its grounds do', () =>
    expect(afterDiscretion('good', ['near', 'few'], decision)).toEqual({ rating: 'outstanding', stale: null }));
  it('is stale when a ground is gone, and the rule holds again', () =>
    expect(afterDiscretion('good', ['near'], decision)).toEqual({ rating: 'good', stale: 'ground-gone' }));
  it('is stale when the rule has come to another rating', () =>
    expect(afterDiscretion('inadequate', ['near', 'few'], decision)).toMatchObject({
      rating: 'inadequate',
      stale: 'rating-changed',
    }));
  it('moves the total that is printed second, never the one by rule', () => {
    const readings = share('2.1.1', 1, 2);
    const base = { court: readings, outOfCourt: [], asWhole: {} };
    const { byRule } = rate(base);
    const found = rate({
      ...base,
      decisions: { '2.1': { from: 'requires-improvement', to: 'good', grounds: ['near'] } },
    });
    expect([byRule.total, found.byRule.total, found.afterDiscretion.total]).toEqual([1, 1, 2]);
  });
});

describe('what does not count', () => {
  it('leaves the denominator: does not apply, Low, not judged yet', () => {
    const values = ['sufficient', 'does-not-apply', 'low', 'missing'] as const;
    const readings = values.map((value) => reading(value, { [q]: value }));
    expect(rateStandard([q], readings).questions[0]).toMatchObject({
      sufficient: 1,
      n: 1,
      low: ['low'],
      missing: ['missing'],
    });
  });

  it('is decided by the inspector’s Low whatever was recorded; without a level a given judgement counts', () => {
    expect(valueUnder('not-sufficient', 'low')).toBe('low');
    expect(valueUnder('not-sufficient', null)).toBe('not-sufficient');
    expect(valueUnder(null, null)).toBe('missing');
    expect(valueUnder('does-not-apply', 'low')).toBe('does-not-apply');
  });

  it('never makes a key question without cases Inadequate or Outstanding', () => {
    const readings = share('2.2.1', 3, 4).map(({ case: name, values }) => reading(name, { ...values, '2.2.3': 'low' }));
    const found = rateStandard(questionsOf('2.2'), readings);
    expect(found.rating).toBe('good');
    expect(found.questions.map(({ rating }) => rating)).toEqual(['good', null, null]);
    expect(found.deciding).toEqual(['2.2.1']);
  });

  it('leaves a standard without any case not rated, the sum without it, and no overall', () => {
    const { byRule } = rate({ court: [], outOfCourt: [], asWhole: all('good') });
    expect(byRule).toEqual({
      total: 10,
      outOf: 15,
      notRated: ['2.1', '2.2', '2.3', '2.4', '3.1', '3.2', '3.3'],
      rating: null,
    });
  });
});

describe('the total', () => {
  it.each([
    [6, 'inadequate'],
    [7, 'requires-improvement'],
    [18, 'requires-improvement'],
    [19, 'good'],
    [30, 'good'],
    [31, 'outstanding'],
  ])('%d is %s', (total, rating) => expect(ratingOfTotal(total)).toBe(rating));

  it('is 0 of 36 when all are Inadequate and 36 when all are Outstanding', () => {
    expect(overallOf(all('inadequate'))).toEqual({ total: 0, outOf: 36, notRated: [], rating: 'inadequate' });
    expect(overallOf(all('outstanding'))).toEqual({ total: 36, outOf: 36, notRated: [], rating: 'outstanding' });
  });

  it('is not moved by resettlement', () =>
    expect(overallOf({ ...all('good'), '4.1': 'outstanding' })).toEqual(overallOf({ ...all('good'), '4.1': null })));

  it('has bands in proportion as an aid: on 24 to 4, 12, 20, 24', () =>
    expect(inProportion(24).map(({ upTo }) => upTo)).toEqual([4, 12, 20, 24]));
});

describe('ties and what would lift', () => {
  it('all questions with the lowest share decide, however the fractions are written', () => {
    const readings = [
      ...share('2.1.1', 1, 3),
      ...share('2.1.2', 2, 6).map(({ values }, i) => reading(`D${i}`, { ...values })),
    ];
    expect(rateStandard(questionsOf('2.1'), readings).deciding).toEqual(['2.1.1', '2.1.2']);
  });

  it('it takes the fewest further sufficient cases at each question below the next band', () => {
    const readings = [...share('2.2.3', 9, 17), ...share('2.2.2', 10, 16), ...share('2.2.1', 15, 20)].map((one, i) => ({
      ...one,
      case: `N${i}`,
    }));
    expect(whatWouldLift(rateStandard(questionsOf('2.2'), readings))).toEqual({
      to: 'good',
      needs: [
        { question: '2.2.2', more: 1 },
        { question: '2.2.3', more: 2 },
      ],
    });
    expect(whatWouldLift(rated(4, 4))).toBeNull();
    expect(whatWouldLift(rated(0, 0))).toBeNull();
  });
});

test('missing judgements leave a worst and a best rating, of the standard and of the whole', () => {
  const readings = [...share('2.1.1', 3, 4), reading('last', { '2.1.1': 'missing' })];
  const { standards, worst, best } = rate({ court: readings, outOfCourt: [], asWhole: { ...all('good') } });
  expect(standards[0]).toMatchObject({
    rating: 'good',
    open: { worst: 'requires-improvement', best: 'outstanding', missing: [{ case: 'last', question: '2.1.1' }] },
  });
  expect([worst.total, best.total]).toEqual([11, 13]);
  const unjudged = rate({ court: readings, outOfCourt: [], asWhole: {} });
  expect([unjudged.byRule.total, unjudged.worst.total, unjudged.best.total]).toEqual([2, 1, 18]);
});
