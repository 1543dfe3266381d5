import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { assignAuditors } from '../../../server/domain/sampling/assign-auditors.js';
import { firstTaken, makeSeed, rankUnits, sizeOf, stratumOf } from '../../../server/domain/sampling/draw.js';
import { frameDigest, frameText, type FrameRow } from '../../../server/domain/sampling/frame.js';
import { nextInReserve } from '../../../server/domain/sampling/reserve.js';

const row = (unit: string, stratum: string | null = null, excludedBy: string | null = null): FrameRow => ({
  unit,
  excludedBy,
  stratum,
});
const frames = fc
  .uniqueArray(fc.integer({ min: 1, max: 900 }), { maxLength: 40 })
  .chain((units) =>
    fc.tuple(...units.map((unit) => fc.constantFrom(null, 'a', 'b').map((stratum) => row(`case-${unit}`, stratum)))),
  );
const shuffled = frames.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
);

test('the list is one text, sorted by unit, with the rule that left a case out', () => {
  expect(frameText([row('b', null, 'audited'), row('a', 'practitioner-3')])).toBe(
    'a\teligible\tpractitioner-3\nb\taudited\t\n',
  );
});

test('the digest of the list does not hang on its order, and tells any change', () => {
  const rows = [row('b', null, 'audited'), row('a')];
  expect(frameDigest(rows)).toBe(frameDigest(rows.toReversed()));
  expect(frameDigest(rows)).toBe(createHash('sha256').update('a\teligible\t\nb\taudited\t\n').digest('hex'));
  expect(frameDigest([row('b'), row('a')])).not.toBe(frameDigest(rows));
});

test('a list that can be read two ways is refused', () => {
  expect(() => frameDigest([row('a'), row('a')])).toThrow('twice');
  expect(() => frameDigest([row('a\tb')])).toThrow(RangeError);
  expect(() => frameDigest([row('')])).toThrow(RangeError);
});

test('ranks are the order of SHA-256 of seed, newline, unit', () => {
  const byHash = ['1', '2', '3', '4', '5', '6'].toSorted((a, b) => {
    const [x, y] = [a, b].map((unit) => createHash('sha256').update(`seed\n${unit}`).digest('hex'));
    return x! < y! ? -1 : 1;
  });
  const drawn = rankUnits(
    ['1', '2', '3', '4', '5', '6'].map((unit) => row(unit)),
    'seed',
  );
  expect(drawn.map(({ unit }) => unit)).toEqual(byHash);
  expect(drawn.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a draw is a permutation of who may be drawn, whatever order the list has', () => {
  fc.assert(
    fc.property(shuffled, fc.string(), ([rows, others], seed) => {
      const drawn = rankUnits(rows, seed);
      expect(rankUnits(others, seed)).toEqual(drawn);
      expect(drawn.map(({ unit }) => unit).toSorted()).toEqual(rows.map(({ unit }) => unit).toSorted());
    }),
  );
});

test('each stratum is ranked from 1 without a gap', () => {
  fc.assert(
    fc.property(frames, fc.string(), (rows, seed) => {
      const drawn = rankUnits(rows, seed);
      for (const stratum of [null, 'a', 'b']) {
        const ranks = drawn.filter((unit) => unit.stratum === stratum).map(({ rank }) => rank);
        expect(ranks).toEqual(ranks.map((_, i) => i + 1));
      }
    }),
  );
});

test('who is left out has no rank', () => {
  expect(rankUnits([row('a', null, 'audited'), row('b')], 'seed').map(({ unit }) => unit)).toEqual(['b']);
});

test('a draw takes so many of each practitioner, or of all', () => {
  const units = ['1', '2', '3', '4', '5'].map((unit) => row(unit, unit < '4' ? 'practitioner-1' : 'practitioner-2'));
  expect(firstTaken(rankUnits(units, 'seed'), 2)).toHaveLength(4);
  expect(
    firstTaken(
      rankUnits(
        units.map(({ unit }) => row(unit)),
        'seed',
      ),
      2,
    ),
  ).toHaveLength(2);
  expect([
    sizeOf('simple', 2, 5),
    sizeOf('per-practitioner', 2, 5),
    sizeOf('whole', 2, 5),
    sizeOf('chosen', 0, 5),
  ]).toEqual([2, 2, 5, 5]);
  expect([stratumOf('per-practitioner', 12), stratumOf('per-practitioner', null), stratumOf('simple', 12)]).toEqual([
    'practitioner-12',
    'no-practitioner',
    null,
  ]);
});

test('a seed comes from the machine and can be read out', () => {
  expect(makeSeed((bytes) => '0123456789abcdef0123'.slice(0, bytes * 2))).toBe('0123-4567-89ab-cdef-0123');
});

describe('a case that leaves', () => {
  const ranks = rankUnits(
    ['1', '2', '3', '4', '5', '6'].map((unit) => row(unit, unit < '4' ? 'a' : 'b')),
    'seed',
  );
  const [a1, a2, a3, b1] = ranks.map(({ unit }) => unit) as [string, string, string, string];

  test('is replaced by the next of its own stratum only', () => {
    expect(nextInReserve(ranks, new Set([a1, b1]), a1)).toBe(a2);
  });

  test('is never replaced by one that already had a place', () => {
    expect(nextInReserve(ranks, new Set([a1, a2, b1]), a1)).toBe(a3);
  });

  test('is replaced by nobody when the reserve is empty', () => {
    expect(nextInReserve(ranks, new Set([a1, a2, a3]), a2)).toBeNull();
  });

  test('must have been in the draw', () => {
    expect(() => nextInReserve(ranks, new Set(), '99')).toThrow(RangeError);
  });
});

describe('auditors', () => {
  const people = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 });
  const auditors = people.chain((ids) => fc.tuple(...ids.map((id) => fc.nat(20).map((load) => ({ id, load })))));

  test('nobody reads a case that they hold, held or countersigned, and whoever may be read by somebody is', () => {
    const units = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 20 }), { maxLength: 20 });
    fc.assert(
      fc.property(auditors, units, (readers, barred) => {
        const toRead = barred.map((ids, i) => ({ unit: `case-${i}`, barred: ids }));
        const { assigned, nobody } = assignAuditors(toRead, readers);
        for (const { unit, auditor } of assigned)
          expect(toRead.find((one) => one.unit === unit)?.barred).not.toContain(auditor);
        for (const { unit, barred: ids } of toRead)
          expect(nobody.includes(unit)).toBe(readers.every(({ id }) => ids.includes(id)));
        expect(assigned.length + nobody.length).toBe(toRead.length);
      }),
    );
  });

  test('loads differ by at most one when nobody is barred', () => {
    fc.assert(
      fc.property(auditors, fc.nat(30), (readers, n) => {
        const units = Array.from({ length: n }, (_, i) => ({ unit: `case-${i}`, barred: [] }));
        const { assigned } = assignAuditors(units, readers);
        const loads = readers.map(({ id }) => assigned.filter(({ auditor }) => auditor === id).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the odd one out goes to the least load, then the lowest number', () => {
    const one = [{ unit: 'a', barred: [] }];
    const given = (readers: { id: number; load: number }[]) => assignAuditors(one, readers).assigned[0]?.auditor;
    expect(
      given([
        { id: 1, load: 4 },
        { id: 2, load: 3 },
      ]),
    ).toBe(2);
    expect(
      given([
        { id: 2, load: 3 },
        { id: 1, load: 3 },
      ]),
    ).toBe(1);
  });

  test('a case that only one may read is given before those that all may', () => {
    const units = [
      { unit: 'a', barred: [] },
      { unit: 'b', barred: [] },
      { unit: 'c', barred: [2] },
      { unit: 'd', barred: [2] },
    ];
    const { assigned } = assignAuditors(units, [
      { id: 1, load: 0 },
      { id: 2, load: 0 },
    ]);
    expect(assigned.map(({ auditor }) => auditor)).toEqual([2, 2, 1, 1]);
  });

  test('without auditors nobody reads anything', () => {
    expect(assignAuditors([{ unit: 'a', barred: [] }], [])).toEqual({ assigned: [], nobody: ['a'] });
  });
});
