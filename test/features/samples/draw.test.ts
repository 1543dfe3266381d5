import { Problem } from '../../../server/domain/problems.js';
import { anyCase } from '../../../server/domain/sampling/rules.js';
import type { TestApp } from '../../fixtures/app.js';
import { caseId, draw, placesNow, withCaseload } from './caseload.js';

let world: TestApp;
beforeEach(() => {
  world = withCaseload();
});
afterEach(() => world.close());

const faultsOf = (work: () => unknown): { field: string | null; message: string }[] => {
  try {
    work();
  } catch (problem) {
    if (problem instanceof Problem) return problem.faults.map(({ field, message }) => ({ field, message }));
    throw problem;
  }
  return [];
};

describe('drawing a sample', () => {
  it('keeps every case that was looked at, with the rule that left it out, and ranks the others', () => {
    const sample = draw(world, 'helen');
    const rows = world.db
      .prepare('SELECT excluded_by AS rule, rank FROM frame_rows WHERE sample_id = ?')
      .all(sample) as { rule: string | null; rank: number | null }[];
    expect(rows).toHaveLength(24);
    expect(rows.filter(({ rule }) => rule === 'status')).toHaveLength(4);
    expect(rows.flatMap(({ rank }) => rank ?? []).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    expect(placesNow(world, sample)).toHaveLength(5);
  });

  it('gives each auditor as many, within one', () => {
    const places = placesNow(world, draw(world, 'helen', { size: 9 }));
    const ruths = places.filter(({ auditor }) => auditor === world.ids.ruth).length;
    expect([4, 5]).toContain(ruths);
  });

  it('gives nobody a case that they hold', () => {
    const places = placesNow(
      world,
      draw(world, 'helen', { method: 'whole', size: null, auditors: [world.ids.tom, world.ids.ruth] }),
    );
    const toms = places.filter(({ practitioner }) => practitioner === world.ids.tom);
    expect(toms.length).toBeGreaterThan(0);
    expect(toms.every(({ auditor }) => auditor === world.ids.ruth)).toBe(true);
  });

  it('gives nobody a case that they held before the register changed hands', () => {
    const held = caseId(world, 'YJ1002');
    const made = world.db
      .prepare(
        `INSERT INTO imports (made_at, file_digest, mapping, rows, cases, orders, faulty, added, changed, unchanged) VALUES ('2026-11-01T09:00:00.000Z', 'x', '{}', 1, 1, 1, 0, 0, 1, 0)`,
      )
      .run();
    world.db.prepare('UPDATE orders SET last_import_id = ?').run(made.lastInsertRowid);
    world.db
      .prepare(
        `INSERT INTO register_changes (import_id, case_id, fact, before, after) VALUES (?, ?, 'practitioner', ?, ?)`,
      )
      .run(made.lastInsertRowid, held, String(world.ids.ruth), String(world.ids.hana));
    const places = placesNow(world, draw(world, 'helen', { method: 'whole', size: null }));
    expect(places.find(({ unit }) => unit === String(held))?.auditor).toBe(world.ids.marcus);
  });

  it('tells the practitioner and the auditor at once', () => {
    const [place] = placesNow(world, draw(world, 'helen', { size: 1 }));
    const told = world.db
      .prepare('SELECT person_id AS person, kind FROM notices WHERE audit_id = ? ORDER BY id')
      .all(place?.audit);
    expect(told).toEqual([
      { person: place?.practitioner, kind: 'selected' },
      { person: place?.auditor, kind: 'assigned' },
    ]);
  });

  it('takes so many of each practitioner, and all of one who holds fewer', () => {
    const places = placesNow(
      world,
      draw(world, 'helen', { method: 'per-practitioner', size: 5, auditors: [world.ids.ruth] }),
    );
    const of = (name: 'kofi' | 'tom' | 'hana' | 'sam') =>
      places.filter(({ practitioner }) => practitioner === world.ids[name]).length;
    expect([of('kofi'), of('tom'), of('hana'), of('sam')]).toEqual([5, 5, 4, 4]);
  });

  it('a team lead draws from the teams that they lead and the record says so', () => {
    const sample = draw(world, 'marcus', { auditors: [world.ids.ruth], method: 'whole', size: null });
    expect(placesNow(world, sample).every(({ team }) => team === world.ids.North)).toBe(true);
    const { rules } = world.db.prepare('SELECT rules FROM samples WHERE id = ?').get(sample) as { rules: string };
    expect(JSON.parse(rules)).toMatchObject({ teams: [world.ids.North] });
    expect(
      faultsOf(() => draw(world, 'marcus', { rules: { ...anyCase, teams: [world.ids.South] } })).map(
        ({ field }) => field,
      ),
    ).toContain('teams');
  });

  it('the same list for the same form is not drawn again without a reason, and the new sample names the first', () => {
    const first = draw(world, 'helen');
    expect(faultsOf(() => draw(world, 'helen', { name: 'Another try' }))).toEqual([
      { field: 'againReason', message: '‘Autumn 2026’ was drawn on 24 November 2026. Say why it is drawn again.' },
    ]);
    const second = draw(world, 'helen', { name: 'Another try', againReason: 'The form was changed' });
    expect(
      world.db.prepare('SELECT again_of AS first, again_reason AS reason FROM samples WHERE id = ?').get(second),
    ).toEqual({ first, reason: 'The form was changed' });
  });

  it('a draw that is refused leaves nothing behind', () => {
    expect(faultsOf(() => draw(world, 'helen', { size: 21 }))).toEqual([
      { field: 'size', message: 'Only 20 cases may be drawn. Ask for 20 or fewer, or widen the filters.' },
    ]);
    for (const table of ['samples', 'frame_rows', 'sample_places', 'audits', 'notices', 'trail']) {
      expect(
        world.db
          .prepare(`SELECT count(*) AS n FROM ${table} ${table === 'trail' ? "WHERE act = 'samples.draw'" : ''}`)
          .get(),
      ).toEqual({ n: 0 });
    }
  });

  it('everything that stands in the way is told at once, each beside its field', () => {
    const faults = faultsOf(() =>
      draw(world, 'helen', { name: ' ', formVersionId: 99, size: null, dueOn: '2026-11-23', auditors: [] }),
    );
    expect(faults.map(({ field }) => field)).toEqual(['name', 'form', 'size', 'due', 'auditors']);
  });

  it('auditors who hold an eligible case all together are refused before there is a seed', () => {
    expect(
      faultsOf(() => draw(world, 'helen', { size: 1, auditors: [world.ids.tom] })).map(({ field }) => field),
    ).toEqual(['auditors']);
  });

  it('cases are chosen only with a reason, and only those named are taken', () => {
    const chosen = [caseId(world, 'YJ1001'), caseId(world, 'YJ1006')];
    expect(
      faultsOf(() => draw(world, 'helen', { method: 'chosen', chosen, size: null, reason: ' ' })).map(
        ({ field }) => field,
      ),
    ).toEqual(['reason']);
    const places = placesNow(
      world,
      draw(world, 'helen', { method: 'chosen', chosen, size: null, reason: 'Both came to the risk panel' }),
    );
    expect(places.map(({ unit }) => Number(unit)).sort()).toEqual(chosen.sort());
  });
});
