import type { NewSample } from '../../../server/features/samples/draw.js';
import { drawSample } from '../../../server/features/samples/draw.js';
import { latestVersion } from '../../../server/features/forms/forms.store.js';
import { whoIsAsking } from '../../../server/features/people/roles.store.js';
import { perform } from '../../../server/features/trail/perform.js';
import { anyCase } from '../../../server/domain/sampling/rules.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import type { StaffName } from '../../fixtures/staff.js';

interface OneCase {
  reference: string;
  team: 'North' | 'South';
  practitioner: StaffName;
  harm: string | null;
  status: string;
  type: [string, string];
  startedOn: string;
}

/** Twenty-four cases: twelve a team; every sixth closed, every eighth without a level of harm. */
export const caseload: readonly OneCase[] = Array.from({ length: 24 }, (_, i) => {
  const team = i % 2 === 0 ? 'North' : 'South';
  const types: [string, string][] = [
    ['referral-order', 'court-community'],
    ['yro', 'court-community'],
    ['community-resolution', 'out-of-court'],
    ['dto', 'custody'],
  ];
  return {
    reference: `YJ1${String(i + 1).padStart(3, '0')}`,
    team,
    practitioner: team === 'North' ? (i % 4 === 0 ? 'kofi' : 'tom') : i % 3 === 0 ? 'sam' : 'hana',
    harm: i % 8 === 7 ? null : (['low', 'medium', 'high'][i % 3] ?? null),
    status: i % 6 === 5 ? 'closed' : 'open',
    type: types[i % 4] ?? ['yro', 'court-community'],
    startedOn: `2026-0${(i % 8) + 1}-10`,
  };
});

export function withCaseload(): TestApp {
  const world = testApp();
  for (const one of caseload) addCase(world, one);
  return world;
}

export function addCase({ db, ids }: TestApp, one: OneCase): number {
  const made = db
    .prepare(
      `INSERT INTO cases (reference, age, sex, looked_after, child_protection) VALUES (?, 16, 'Male', 'no', 'no')`,
    )
    .run(one.reference);
  const id = Number(made.lastInsertRowid);
  db.prepare(
    `INSERT INTO orders (case_id, order_type, order_group, started_on, ends_on, status, harm_level, safety_level, practitioner_id, team_id)
     VALUES (?, ?, ?, ?, '2027-06-01', ?, ?, 'medium', ?, ?)`,
  ).run(id, ...one.type, one.startedOn, one.status, one.harm, ids[one.practitioner], ids[one.team]);
  return id;
}

export const caseId = ({ db }: TestApp, reference: string): number =>
  (db.prepare('SELECT id FROM cases WHERE reference = ?').get(reference) as { id: number }).id;

/** A draw of five open cases for the short form, read by Ruth and Marcus, with anything changed. */
export function wanted(world: TestApp, changes: Partial<NewSample> = {}): NewSample {
  return {
    name: 'Autumn 2026',
    purpose: 'routine',
    formVersionId: latestVersion(world.db, 'ten-minute-dip')?.id ?? 0,
    rules: { ...anyCase, status: 'open' },
    method: 'simple',
    size: 5,
    chosen: [],
    reason: null,
    dueOn: '2026-12-18',
    auditors: [world.ids.ruth, world.ids.marcus],
    againOf: null,
    againReason: null,
    ...changes,
  };
}

let draws = 0;

/** Draws as one of the staff; each draw has randomness of its own, the same in every run. */
export function draw(world: TestApp, name: StaffName, changes: Partial<NewSample> = {}): number {
  const me = whoIsAsking(world.db, world.ids[name], '2026-11-24');
  draws += 1;
  const random = (bytes: number) =>
    String(draws)
      .padStart(2 * bytes, '7')
      .slice(-2 * bytes);
  return perform(world.db, { me, now: world.clock.now, random }, 'samples.draw', (by) =>
    drawSample(world.db, by, wanted(world, changes)),
  );
}

export interface PlaceNow {
  unit: string;
  auditor: number;
  practitioner: number | null;
  team: number | null;
  audit: number;
  state: string;
}

export function placesNow({ db }: TestApp, sample: number): PlaceNow[] {
  return db
    .prepare(
      `SELECT sp.unit, a.auditor_id AS auditor, a.practitioner_id AS practitioner, a.team_id AS team, a.id AS audit, a.state
       FROM sample_places sp JOIN audits a ON a.sample_id = sp.sample_id AND a.unit = sp.unit
       WHERE sp.sample_id = ? AND sp.left_at IS NULL ORDER BY sp.unit`,
    )
    .all(sample) as PlaceNow[];
}
