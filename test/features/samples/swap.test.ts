import { whoIsAsking } from '../../../server/features/people/roles.store.js';
import { swapForNext } from '../../../server/features/samples/swap.js';
import { perform } from '../../../server/features/trail/perform.js';
import type { TestApp } from '../../fixtures/app.js';
import { draw, placesNow, withCaseload } from './caseload.js';

let world: TestApp;
beforeEach(() => {
  world = withCaseload();
});
afterEach(() => world.close());

function swap(sample: number, unit: string, code: 'transferred' | 'conflict' = 'transferred') {
  const me = whoIsAsking(world.db, world.ids.helen, '2026-11-24');
  return perform(world.db, { me, now: world.clock.now, random: () => '' }, 'samples.swap', (by) =>
    swapForNext(world.db, by, { sample, unit, code, reason: 'Moved to another service' }),
  );
}

const atRank = (sample: number, rank: number) =>
  (
    world.db.prepare('SELECT unit FROM frame_rows WHERE sample_id = ? AND rank = ?').get(sample, rank) as {
      unit: string;
    }
  ).unit;

describe('a place that is given to the next in reserve', () => {
  it('goes to the next of the draw, whoever leaves', () => {
    const sample = draw(world, 'helen', { auditors: [world.ids.ruth] });
    expect(swap(sample, atRank(sample, 3))?.unit).toBe(atRank(sample, 6));
    expect(swap(sample, atRank(sample, 1))?.unit).toBe(atRank(sample, 7));
  });

  it('goes to the auditor who had it', () => {
    const sample = draw(world, 'helen');
    const [place] = placesNow(world, sample);
    const next = swap(sample, place?.unit ?? '');
    expect(world.db.prepare('SELECT auditor_id AS auditor FROM audits WHERE id = ?').get(next?.audit)).toEqual({
      auditor: place?.auditor,
    });
  });

  it('goes to somebody else when the next case is the own one of that auditor', () => {
    const sample = draw(world, 'helen', { auditors: [world.ids.ruth] });
    world.db
      .prepare('UPDATE orders SET practitioner_id = ? WHERE case_id = ?')
      .run(world.ids.ruth, Number(atRank(sample, 6)));
    const next = swap(sample, atRank(sample, 1));
    expect(world.db.prepare('SELECT auditor_id AS auditor FROM audits WHERE id = ?').get(next?.audit)).not.toEqual({
      auditor: world.ids.ruth,
    });
  });

  it('is not left twice', () => {
    const sample = draw(world, 'helen');
    const unit = atRank(sample, 1);
    swap(sample, unit);
    expect(() => swap(sample, unit)).toThrow('This place was given to another case already.');
  });

  it('stays empty when the reserve is used up', () => {
    const sample = draw(world, 'helen', { size: 20, auditors: [world.ids.ruth] });
    expect(swap(sample, atRank(sample, 20))).toBeNull();
    expect(placesNow(world, sample)).toHaveLength(19);
  });

  it('taken late is not due at once', () => {
    const sample = draw(world, 'helen', { dueOn: '2026-11-25' });
    const next = swap(sample, atRank(sample, 1));
    expect(world.db.prepare('SELECT due_on AS due FROM audits WHERE id = ?').get(next?.audit)).toEqual({
      due: '2026-12-08',
    });
  });
});
