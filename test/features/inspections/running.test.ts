import type { By } from '../../../server/domain/by';
import { agreeReading, sendReadingBack } from '../../../server/features/inspections/agree-reading';
import { giveReadingTo, takeReadingOut } from '../../../server/features/inspections/change-reading';
import { closeInspection, reopenInspection } from '../../../server/features/inspections/close';
import { beginInspection } from '../../../server/features/inspections/begin-inspection';
import { confirmRating, proposeRating } from '../../../server/features/inspections/judge-standard';
import { inspectionById, movesOf } from '../../../server/features/inspections/inspections.store';
import { judgementsOf } from '../../../server/features/inspections/judgements.store';
import { readingsOf, type Reading } from '../../../server/features/inspections/readings.store';
import { differencesOf, pairOf, settleDifferences } from '../../../server/features/inspections/settle';
import { writeFinding } from '../../../server/features/inspections/find';
import { submitAudit } from '../../../server/features/audits/submit';
import { testWorld, type TestApp } from '../../fixtures/app';
import { actAs, drawn, inspectionOf, readThrough, type Inspected } from '../../fixtures/inspections';

let t: TestApp;
let inspected: Inspected;
beforeEach(() => {
  t = testWorld();
  inspected = inspectionOf(t);
  actAs(t, t.ids.marcus, (by) => beginInspection(t.db, by, inspected.id));
});
afterEach(() => t.close());

const as = <R>(person: number, work: (by: By) => R): R => actAs(t, person, work);
const readings = (): Reading[] => readingsOf(t.db, inspected.id);
const reading = (place: number, which: Reading['reading'] = 'only'): Reading => {
  const found = readings().find((one) => one.part === 'court' && one.reading === which);
  if (!found) throw new Error(`No reading at ${place}`);
  return found;
};
const read = (one: Reading): void => readThrough(t, one.id, one.auditorId);

describe('a reading of an inspection', () => {
  it('waits for the lead alone: no days of the practitioner run, nobody else is told, and it is nobody’s own work', () => {
    drawn(t, inspected.id);
    const one = reading(1);
    read(one);
    const row = t.db
      .prepare('SELECT state, facts_until AS until, work_of_id AS work FROM audits WHERE id = ?')
      .get(one.id);
    expect(row).toEqual({ state: 'submitted', until: null, work: null });
    const told = t.db
      .prepare(`SELECT person_id FROM notices WHERE audit_id = ? AND kind = 'result'`)
      .pluck()
      .all(one.id);
    expect(told).toEqual([t.ids.marcus]);
  });

  it('is agreed by the lead, never by whoever read it, and never on the page of the audit', async () => {
    drawn(t, inspected.id);
    const one = reading(1);
    read(one);
    expect(() => as(one.auditorId, (by) => agreeReading(t.db, by, inspected.id, one.id))).toThrow(
      'lead of this inspection',
    );
    const helen = await t.as('helen');
    expect((await helen.get(`/audits/${one.id}/agreement`)).text).toContain('agreed by its lead');
    as(t.ids.marcus, (by) => agreeReading(t.db, by, inspected.id, one.id));
    expect(reading(1).state).toBe('agreed');
  });

  it('can be sent back, and then submitted again', () => {
    drawn(t, inspected.id);
    const one = reading(1);
    read(one);
    as(t.ids.marcus, (by) => sendReadingBack(t.db, by, inspected.id, one.id, 'Which entry?'));
    expect(reading(1).state).toBe('returned');
    as(one.auditorId, (by) => submitAudit(t.db, by, one.id));
    expect(reading(1).state).toBe('submitted');
  });

  it('goes to another reader when somebody falls ill, never to whoever reads the same case', () => {
    drawn(t, inspected.id);
    const [first, second] = [reading(1, 'first'), reading(1, 'second')];
    expect(first.auditorId).not.toBe(second.auditorId);
    const give = (one: Reading, to: number) =>
      as(t.ids.marcus, (by) => giveReadingTo(t.db, by, inspected.id, one.id, { to, reason: 'Ill today.' }));
    expect(() => give(first, second.auditorId)).toThrow('Choose a reader');
    const one = reading(2);
    const other = one.auditorId === inspected.ines ? inspected.jo : inspected.ines;
    give(one, other);
    expect(readings().find(({ id }) => id === one.id)?.auditorId).toBe(other);
    readThrough(t, one.id, other);
    as(t.ids.marcus, (by) => sendReadingBack(t.db, by, inspected.id, one.id, 'Which entry?'));
    give({ ...one, auditorId: other }, one.auditorId);
    as(one.auditorId, (by) => submitAudit(t.db, by, one.id));
    expect(readings().find(({ id }) => id === one.id)).toMatchObject({ auditorId: one.auditorId, state: 'submitted' });
  });

  it('makes room for the next of the draw when its case is not eligible, with both readings of a place read twice', () => {
    drawn(t, inspected.id);
    const first = reading(1, 'first');
    as(t.ids.marcus, (by) =>
      takeReadingOut(t.db, by, inspected.id, first.id, { code: 'ineligible', reason: 'Moved in August.' }),
    );
    const now = readings();
    expect(now).toHaveLength(4);
    expect(now.map(({ unit }) => unit)).not.toContain(first.unit);
    expect(now.filter(({ reading: which }) => which === 'second')).toHaveLength(1);
    expect(now.find(({ reading: which }) => which === 'first')?.place).toBe(4);
  });
});

describe('two blind readings of one case', () => {
  it('are settled difference by difference with a reason, and agreed only then; what both wrote stays', () => {
    drawn(t, inspected.id);
    const [first, second] = [reading(1, 'first'), reading(1, 'second')];
    read(first);
    readThrough(t, second.id, second.auditorId, ({ item }) =>
      item.key === 'judge-desistance-planning' ? 'not-sufficient' : null,
    );
    const pair = pairOf(t.db, inspected.id, first);
    const open = pair ? differencesOf(t.db, inspected.id, pair) : [];
    expect(open.map(({ itemKey }) => itemKey)).toEqual(['judge-desistance-planning']);
    const agree = () => as(t.ids.marcus, (by) => agreeReading(t.db, by, inspected.id, first.id));
    expect(agree).toThrow('Settle where they differ first');
    const settle = (reason: string) =>
      as(t.ids.marcus, (by) =>
        settleDifferences(t.db, by, inspected.id, first.id, [
          { itemKey: 'judge-desistance-planning', value: 'not-sufficient', reason },
        ]),
      );
    expect(() => settle(' ')).toThrow('Say why');
    settle('The plan is a list of sessions.');
    agree();
    const judged = judgementsOf(t.db, inspected.id).find(({ itemKey }) => itemKey === 'judge-desistance-planning');
    expect(judged).toMatchObject({ auditId: first.id, value: 'sufficient', settled: 'not-sufficient' });
  });
});

describe('a standard judged on evidence', () => {
  it('holds once a second person confirms it: never whoever proposed it', () => {
    const propose = (by: By) => proposeRating(t.db, by, inspected.id, '1.1', { rating: 'good', reason: 'Minutes.' });
    const confirm = (by: By) => confirmRating(t.db, by, inspected.id, '1.1');
    expect(() => as(inspected.ines, propose)).toThrow('lead of this inspection');
    as(t.ids.marcus, propose);
    expect(() => as(t.ids.marcus, confirm)).toThrow('second person');
    as(inspected.ines, confirm);
    expect(() => as(inspected.jo, confirm)).toThrow('confirmed already');
  });
});

describe('closing', () => {
  it('waits for readings that are in, leaves out what nobody read, freezes all and keeps what stood', () => {
    drawn(t, inspected.id);
    const one = reading(1);
    read(one);
    const close = (reason: string) => as(t.ids.marcus, (by) => closeInspection(t.db, by, inspected.id, reason));
    expect(() => close('')).toThrow('Agree them first');
    as(t.ids.marcus, (by) => agreeReading(t.db, by, inspected.id, one.id));
    expect(() => close('')).toThrow('say why they are left out');
    close('A reader fell ill.');
    expect(readings().map(({ id }) => id)).toEqual([one.id]);
    const finding = { kind: 'strength', standard: '', wording: 'Late.', forRole: '' };
    expect(() => as(t.ids.helen, (by) => writeFinding(t.db, by, inspected.id, finding))).toThrow('closed');
    const stood = JSON.parse(movesOf(t.db, inspected.id).at(-1)?.result ?? '{}') as { readings: { audit: number }[] };
    expect(stood.readings.map(({ audit }) => audit)).toEqual([one.id]);
  });

  it('is undone by the head alone with a reason, and both states are kept', () => {
    as(t.ids.marcus, (by) => closeInspection(t.db, by, inspected.id, ''));
    const reopen = (person: number, reason: string) =>
      as(person, (by) => reopenInspection(t.db, by, inspected.id, reason));
    expect(() => reopen(t.ids.marcus, 'One more case.')).toThrow('head of service');
    expect(() => reopen(t.ids.helen, '')).toThrow('Say why');
    reopen(t.ids.helen, 'One more case.');
    as(t.ids.helen, (by) => closeInspection(t.db, by, inspected.id, ''));
    expect(movesOf(t.db, inspected.id).map(({ toState, result }) => [toState, result !== null])).toEqual([
      ['prepared', false],
      ['running', false],
      ['closed', true],
      ['running', false],
      ['closed', true],
    ]);
    expect(inspectionById(t.db, inspected.id, { kind: 'all' }, '2026-11-24')?.state).toBe('closed');
  });
});

describe('figures of the service', () => {
  it('hold no reading of an inspection', async () => {
    drawn(t, inspected.id);
    const helen = await t.as('helen');
    const addresses = [
      '/reports/themes',
      '/reports/practitioners',
      `/reports/practitioners/${t.ids.kofi}`,
      '/reports/service',
    ];
    const pages = async (): Promise<string[]> =>
      Promise.all(addresses.map(async (address) => (await helen.get(address)).text.replace(/trail: \w{64}/, '')));
    await pages(); // who has looked at a page stands on it
    const before = await pages();
    const one = reading(1);
    read(one);
    as(t.ids.marcus, (by) => agreeReading(t.db, by, inspected.id, one.id));
    expect(await pages()).toEqual(before);
  });
});
