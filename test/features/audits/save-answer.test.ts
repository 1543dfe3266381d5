import { answerTo, historyOf } from '../../../server/features/audits/answers.store.js';
import { auditById } from '../../../server/features/audits/audits.store.js';
import { beginAudit } from '../../../server/features/audits/begin.js';
import { filledAudit } from '../../../server/features/audits/filled-audit.js';
import { addRow, noneInPeriod, removeRow } from '../../../server/features/audits/rows.js';
import { occurrencesOf } from '../../../server/features/audits/occurrences.store.js';
import { saveAnswer, type GivenAnswer } from '../../../server/features/audits/save-answer.js';
import { concernsOfAudit } from '../../../server/features/concerns/concerns.store.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import { act, addCase, assign, begunAudit } from '../../fixtures/audits.js';
import type { StaffName } from '../../fixtures/staff.js';

let world: TestApp;
beforeEach(() => (world = testApp()));
afterEach(() => world.close());

const dip = 'ten-minute-dip';
const blank = { occurrence: 0, note: null, evidence: null, reason: null, seen: 0 };
const save = (
  id: number,
  given: Partial<GivenAnswer> & { item: string; value: string | null },
  name: StaffName = 'ruth',
) => act(world, name, (by) => saveAnswer(world.db, by, id, { ...blank, ...given }));
const auditNow = (id: number) => {
  const audit = auditById(world.db, id, { kind: 'all' }, '2026-11-24');
  if (!audit) throw new Error('none');
  return audit;
};

test('an audit begins only when it is known whom a concern would reach', () => {
  const [id = 0] = assign(world, dip, [addCase(world, 'YJ100142')]);
  expect(() => act(world, 'ruth', (by) => beginAudit(world.db, by, id))).toThrow(/receive concerns/);
  expect(auditNow(id).state).toBe('assigned');
});

test('facts are copied when an audit is begun and stay when the register changes', () => {
  const id = begunAudit(world, dip);
  world.db.prepare(`UPDATE orders SET harm_level = 'very-high', ends_on = NULL`).run();
  const { filled } = filledAudit(world.db, auditNow(id));
  expect(filled.facts).toMatchObject({ rosh: 'medium', 'ends-on': '2027-11-13', 'days-supervised': 194, age: 16 });
});

test('every value of an answer is kept with whose it is', () => {
  const id = begunAudit(world, dip);
  expect(save(id, { item: 'dip-voice', value: 'no', note: 'Nothing of the child.' })).toEqual({
    kind: 'saved',
    version: 1,
    concern: null,
  });
  world.clock.now = '2026-11-24T14:05:00.000Z';
  save(id, { item: 'dip-voice', value: 'yes', seen: 1 });
  expect(
    historyOf(world.db, id, 'dip-voice', 0).map(({ value, note, version, byName, at }) => [
      value,
      note,
      version,
      byName,
      at,
    ]),
  ).toEqual([
    ['no', 'Nothing of the child.', 1, 'Ruth Ashdown', '2026-11-24T14:02:00.000Z'],
    ['yes', null, 2, 'Ruth Ashdown', '2026-11-24T14:05:00.000Z'],
  ]);
});

test('saving the same answer again changes nothing', () => {
  const id = begunAudit(world, dip);
  save(id, { item: 'dip-voice', value: 'no' });
  expect(save(id, { item: 'dip-voice', value: 'no', seen: 0 })).toEqual({ kind: 'same', version: 1 });
  expect(historyOf(world.db, id, 'dip-voice', 0)).toHaveLength(1);
});

test('a newer answer than the page showed is told and not written over', () => {
  const id = begunAudit(world, dip);
  save(id, { item: 'dip-voice', value: 'no' });
  const saved = save(id, { item: 'dip-voice', value: 'in-part', seen: 0 });
  expect(saved).toMatchObject({ kind: 'conflict', current: { value: 'no', version: 1, byName: 'Ruth Ashdown' } });
  expect(answerTo(world.db, id, 'dip-voice', 0)?.value).toBe('no');
});

test('a page that only sends back what it showed never conflicts', () => {
  const id = begunAudit(world, dip);
  save(id, { item: 'dip-voice', value: 'no' });
  save(id, { item: 'dip-voice', value: 'yes', seen: 1 });
  expect(save(id, { item: 'dip-voice', value: 'no', seen: 1 })).toEqual({ kind: 'same', version: 2 });
  expect(answerTo(world.db, id, 'dip-voice', 0)?.value).toBe('yes');
});

test('an answer that the form does not offer is refused and nothing is kept', () => {
  const id = begunAudit(world, dip);
  expect(() => save(id, { item: 'dip-voice', value: 'does-not-apply' })).toThrow(/answers that the question offers/);
  expect(() => save(id, { item: 'dip-nothing', value: 'yes' })).toThrow(/no such question/);
  expect(() => save(id, { item: 'dip-voice', value: 'yes', occurrence: 1 })).toThrow(/no such question/);
  expect(answerTo(world.db, id, 'dip-voice', 0)).toBeUndefined();
});

test('only the auditor writes, and only while the audit is in progress', () => {
  const id = begunAudit(world, dip);
  expect(() => save(id, { item: 'dip-voice', value: 'yes' }, 'marcus')).toThrow(/no such page/);
  world.db.prepare(`UPDATE audits SET state = 'submitted' WHERE id = ?`).run(id);
  expect(() => save(id, { item: 'dip-voice', value: 'yes' })).toThrow(/submitted/);
});

test('the service’s levels stay hidden until the auditor has put both of their own', () => {
  const id = begunAudit(world, dip, { harm: 'high', safety: 'low' });
  expect(filledAudit(world.db, auditNow(id)).shown.facts).not.toMatchObject({ rosh: expect.anything() });
  save(id, { item: 'auditor-harm-level', value: 'medium' });
  expect(auditNow(id).levelsShownAt).toBeNull();
  save(id, { item: 'auditor-safety-level', value: 'medium' });
  expect(filledAudit(world.db, auditNow(id)).shown.facts).toMatchObject({ rosh: 'high', safety: 'low' });
});

test('an answer that says somebody may be at risk raises one concern with it', () => {
  const id = begunAudit(world, dip);
  const first = save(id, { item: 'close-child-safe-now', value: 'cannot-tell' });
  expect(first).toMatchObject({ kind: 'saved', concern: expect.any(Number) });
  save(id, { item: 'close-child-safe-now', value: 'cannot-tell', note: 'No visit since June.', seen: 1 });
  save(id, { item: 'close-child-safe-now', value: 'yes', seen: 2 });
  expect(concernsOfAudit(world.db, id)).toMatchObject([
    { itemKey: 'close-child-safe-now', named: 'Marcus Bell', state: 'raised' },
  ]);
});

test('an echo keeps nothing of its own: it changes the question that it shows', () => {
  const id = begunAudit(world, 'risk-of-harm');
  save(id, { item: 'close-harm-level', value: 'high' });
  expect(answerTo(world.db, id, 'auditor-harm-level', 0)?.value).toBe('high');
  expect(answerTo(world.db, id, 'close-harm-level', 0)).toBeUndefined();
});

test('rows of a repeated group are added and removed, and none in the period gives way to a row', () => {
  const id = begunAudit(world, 'national-standards-2013');
  const done = <R>(work: Parameters<typeof act<R>>[2]) => act(world, 'ruth', work);
  done((by) => noneInPeriod(world.db, by, id, 'reviews', true));
  expect(done((by) => addRow(world.db, by, id, 'reviews'))).toBe(1);
  expect(done((by) => addRow(world.db, by, id, 'reviews'))).toBe(2);
  done((by) => removeRow(world.db, by, id, 'reviews', 1));
  expect(done((by) => addRow(world.db, by, id, 'reviews'))).toBe(3);
  expect(occurrencesOf(world.db, id)).toEqual([
    { group: 'reviews', occurrence: 2 },
    { group: 'reviews', occurrence: 3 },
  ]);
  expect(() => done((by) => noneInPeriod(world.db, by, id, 'reviews', true))).toThrow(/Remove them/);
  expect(() => done((by) => addRow(world.db, by, id, 'nothing'))).toThrow(/no such group/);
});

test('a date in a year whose bank holidays are not known is refused', () => {
  const id = begunAudit(world, 'national-standards-2013');
  const value = JSON.stringify({ from: '2026-05-14', to: '2096-05-20' });
  expect(() => save(id, { item: 'ns-first-contact', value })).toThrow(/Choose one of the answers|year/);
});
