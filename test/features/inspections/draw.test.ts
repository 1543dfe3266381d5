import { verifyCertificate } from '../../../server/domain/sampling/verify-certificate';
import { readingsOf } from '../../../server/features/inspections/readings.store';
import { recordOf } from '../../../server/features/samples/record';
import { sampleById } from '../../../server/features/samples/samples.store';
import { testWorld, type TestApp } from '../../fixtures/app';
import { addCase } from '../../fixtures/audits';
import { drawn, inspectionOf, type Inspected } from '../../fixtures/inspections';

let t: TestApp;
let inspected: Inspected;
beforeEach(() => {
  t = testWorld();
  inspected = inspectionOf(t);
});
afterEach(() => t.close());

const newest = (): unknown => t.db.prepare('UPDATE orders SET last_import_id = (SELECT max(id) FROM imports)').run();

describe('the draw of an inspection', () => {
  it('takes at most six of one practitioner, and anybody can draw it again from its certificate', () => {
    for (let n = 0; n < 12; n += 1) addCase(t, `YJ3000${10 + n}`, { practitioner: 'sam' });
    newest();
    const sample = sampleById(t.db, drawn(t, inspected.id, { size: 12, readTwice: [] }), { kind: 'all' }, '2026-11-24');
    const read = readingsOf(t.db, inspected.id);
    expect(read.filter(({ practitionerId }) => practitionerId === t.ids.sam).length).toBeLessThanOrEqual(6);
    if (!sample) throw new Error('No sample');
    expect(verifyCertificate(recordOf(t.db, sample, '2026-11-24'))).toMatchObject({ same: true });
  });

  it('gives each case to one reader, evenly, and a place read twice to two', () => {
    drawn(t, inspected.id, { size: 4, readTwice: [2] });
    const read = readingsOf(t.db, inspected.id);
    expect(read.map(({ place, reading }) => [place, reading])).toEqual([
      [1, 'only'],
      [2, 'first'],
      [2, 'second'],
      [3, 'only'],
      [4, 'only'],
    ]);
    const firsts = read.filter(({ reading }) => reading !== 'second');
    expect(firsts.filter(({ auditorId }) => auditorId === inspected.ines)).toHaveLength(2);
    expect(new Set(read.filter(({ place }) => place === 2).map(({ auditorId }) => auditorId)).size).toBe(2);
  });

  it('is made once, only between readers who are named, and says what stands in the way before there is a seed', () => {
    expect(() => drawn(t, inspected.id, { from: '2026-10-01', until: '2026-01-01' })).toThrow('comes before the first');
    expect(() => drawn(t, inspected.id, { size: 500 })).toThrow('Type how many');
    expect(() => drawn(t, inspected.id, { readTwice: [9] })).toThrow('Type places between');
    drawn(t, inspected.id);
    expect(() => drawn(t, inspected.id)).toThrow('never repeated');
  });

  it('tells a practitioner once that a case is selected, however many read it', () => {
    drawn(t, inspected.id, { readTwice: [1, 2, 3] });
    const told = t.db
      .prepare(
        `SELECT count(*) FROM notices n JOIN audits a ON a.id = n.audit_id
         WHERE n.kind = 'selected' AND a.inspection_id = ?`,
      )
      .pluck()
      .get(inspected.id);
    expect(told).toBe(3);
  });
});
