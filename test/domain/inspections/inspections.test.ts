import fc from 'fast-check';
import { addWorkingDays } from '../../../server/domain/calendar/working-days';
import { countdown, workingDaysBefore } from '../../../server/domain/inspections/countdown';
import { countsOf } from '../../../server/domain/inspections/counts';
import { differences } from '../../../server/domain/inspections/differences';
import { standardsJudged } from '../../../server/domain/inspections/frameworks';
import { registerFaults } from '../../../server/domain/inspections/register-faults';
import { mayMove } from '../../../server/domain/inspections/states';
import { placesAtMost } from '../../../server/domain/sampling/at-most-each';

describe('the countdown', () => {
  it('begins twenty working days before the first day, the first due first', () => {
    const tasks = countdown('2018-2024', '2026-12-07');
    expect(tasks[0]?.dueOn).toBe('2026-11-09');
    expect(tasks.map(({ dueOn }) => dueOn)).toEqual(tasks.map(({ dueOn }) => dueOn).toSorted());
    expect(tasks.every(({ dueOn }) => dueOn < '2026-12-07')).toBe(true);
  });

  it('asks for the data sheet and the discussion of one child only where the framework has them', () => {
    const asks = (framework: '2025' | '2018-2024') =>
      countdown(framework, '2026-12-07').filter(({ title }) => /data sheet|discussion of one child/.test(title)).length;
    expect([asks('2025'), asks('2018-2024')]).toEqual([2, 0]);
  });

  it('counts back over Boxing Day as it counts forward', () => {
    expect(workingDaysBefore('2026-12-29', 1)).toBe('2026-12-24');
    expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-29');
  });
});

describe('at most so many of one practitioner', () => {
  const held = (unit: string): number => Number(unit.slice(1)) % 3;

  it('passes over who is one too many, and the next of the draw takes the place', () => {
    const taken = placesAtMost(['a3', 'a6', 'a1', 'a9', 'a2'], 3, 1, held);
    expect(taken).toEqual([
      { unit: 'a3', inPlaceOf: null, leaves: false },
      { unit: 'a6', inPlaceOf: null, leaves: true },
      { unit: 'a1', inPlaceOf: null, leaves: false },
      { unit: 'a9', inPlaceOf: 'a6', leaves: true },
      { unit: 'a2', inPlaceOf: 'a9', leaves: false },
    ]);
  });

  it('never gives anybody more, takes nobody twice, and is the plain draw where nobody has too many', () => {
    const units = fc
      .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 })
      .map((ids) => ids.map((n) => `a${n}`));
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 6 }), (ranked, size, most) => {
        const taken = placesAtMost(ranked, size, most, held);
        const stay = taken.filter(({ leaves }) => !leaves).map(({ unit }) => unit);
        for (const holder of [0, 1, 2])
          expect(stay.filter((unit) => held(unit) === holder).length).toBeLessThanOrEqual(most);
        expect(new Set(taken.map(({ unit }) => unit)).size).toBe(taken.length);
        expect(placesAtMost(ranked, size, null, held).map(({ unit }) => unit)).toEqual(ranked.slice(0, size));
      }),
    );
  });
});

describe('two readings of a case', () => {
  const judged = (itemKey: string, value: string | null) => ({ itemKey, value, note: null });

  it('differ where a value does, and where only one of them came to a question', () => {
    const first = [judged('a', 'sufficient'), judged('b', 'sufficient')];
    const second = [judged('a', 'not-sufficient'), judged('b', 'sufficient'), judged('c', 'not-sufficient')];
    expect(differences(first, second).map(({ itemKey }) => itemKey)).toEqual(['a', 'c']);
  });
});

describe('counts so far', () => {
  it('leave out what does not apply and what is not judged', () => {
    const values = ['sufficient', 'not-sufficient', 'does-not-apply', null];
    expect(countsOf(values.map((value) => ({ question: '2.1.1', value })))).toEqual([
      { question: '2.1.1', sufficient: 1, of: 2 },
    ]);
  });
});

describe('the register before the draw', () => {
  const order = { practitioner: 1, team: 1, harm: 'low', safety: 'low', status: 'open', endsOn: null } as const;

  it('is asked for what an inspectorate asks of a list', () => {
    const faults = (more: object, sex: string | null = 'male') =>
      registerFaults({ ...order, startedOn: '2026-05-01', ...more }, { sex }, '2026-11-24');
    expect(faults({})).toEqual([]);
    expect(faults({ practitioner: null, harm: null }, null)).toHaveLength(3);
    expect(faults({ endsOn: '2026-11-23' })).toEqual(['The order is open and its end has gone by']);
    expect(faults({ status: 'closed' })).toEqual(['The order is closed and its end is not recorded']);
  });
});

describe('an inspection', () => {
  it('is closed only while it runs, and a closed one only runs again', () => {
    expect(mayMove('prepared', 'closed')).toBe(false);
    expect(mayMove('closed', 'prepared')).toBe(false);
    expect(mayMove('closed', 'running')).toBe(true);
  });

  it('judges standards as a whole where organisational delivery is looked at', () => {
    expect(standardsJudged('2018-2024', 'full').map(({ key }) => key)).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '3.4',
      '4.1',
    ]);
    expect(standardsJudged('2018-2024', 'cases')).toEqual([]);
    expect(standardsJudged('2025', 'cases').map(({ key }) => key)).toEqual(['V1.2']);
  });
});
