import { answersOf } from '../../../server/features/audits/answers.store.js';
import { auditById } from '../../../server/features/audits/audits.store.js';
import { beginAudit } from '../../../server/features/audits/begin.js';
import { declineAudit } from '../../../server/features/audits/decline.js';
import { handOver } from '../../../server/features/audits/hand-over.js';
import { movesOf } from '../../../server/features/audits/moves.store.js';
import { saveAnswer } from '../../../server/features/audits/save-answer.js';
import { withdrawAudit } from '../../../server/features/audits/withdraw.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import { act, addCase, assign, begunAudit, nameContacts } from '../../fixtures/audits.js';

let world: TestApp;
beforeEach(() => (world = testApp()));
afterEach(() => world.close());

const form = 'ten-minute-dip';
const state = (id: number) => auditById(world.db, id, { kind: 'all' }, '2026-11-24')?.state;

function oneOfTwo(): number {
  nameContacts(world);
  const cases = ['YJ100142', 'YJ100143'].map((reference) => addCase(world, reference));
  return assign(world, form, cases, 'ruth', 1)[0] ?? 0;
}

test('a case that can’t be audited gives its place to the next in the reserve', () => {
  const id = oneOfTwo();
  const next = act(world, 'ruth', (by) => declineAudit(world.db, by, id, { code: 'conflict', reason: 'Her aunt' }));
  expect(next).not.toBeNull();
  expect(state(id)).toBe('withdrawn');
  expect(state(next?.audit ?? 0)).toBe('assigned');
  expect(movesOf(world.db, id).at(-1)?.reason).toBe('I know the family, or the work: Her aunt');
});

test('when the reserve is used up the place stays empty', () => {
  const id = begunAudit(world, form);
  expect(
    act(world, 'ruth', (by) => declineAudit(world.db, by, id, { code: 'empty', reason: 'No documents' })),
  ).toBeNull();
});

test('leaving a place needs a reason that is one of the list, and words', () => {
  const id = oneOfTwo();
  const leave = (code: string, reason: string) => () =>
    act(world, 'ruth', (by) => declineAudit(world.db, by, id, { code, reason }));
  expect(leave('bored', 'x')).toThrow(/Choose a reason/);
  expect(leave('empty', ' ')).toThrow(/why/);
  expect(state(id)).toBe('assigned');
});

test('only the lead of the case’s team or the head withdraws', () => {
  const id = oneOfTwo();
  const withdraw = (name: 'priya' | 'marcus') => () =>
    act(world, name, (by) =>
      withdrawAudit(world.db, by, id, { code: 'ineligible', reason: 'Ended before the period' }),
    );
  expect(withdraw('priya')).toThrow(/no such page/);
  withdraw('marcus')();
  expect(state(id)).toBe('withdrawn');
});

test('an audit that is handed over keeps each answer’s author', () => {
  const id = begunAudit(world, form);
  const answer = (name: 'ruth' | 'marcus', item: string) =>
    act(world, name, (by) =>
      saveAnswer(world.db, by, id, {
        item,
        occurrence: 0,
        value: 'yes',
        note: null,
        evidence: null,
        reason: null,
        seen: 0,
      }),
    );
  answer('ruth', 'dip-voice');
  act(world, 'ruth', (by) => handOver(world.db, by, id, { to: world.ids.marcus, reason: 'On leave' }));
  expect(state(id)).toBe('assigned');
  act(world, 'marcus', (by) => beginAudit(world.db, by, id));
  answer('marcus', 'dip-oversight');
  expect(answersOf(world.db, id).map(({ item, byName }) => [item, byName])).toEqual([
    ['dip-oversight', 'Marcus Bell'],
    ['dip-voice', 'Ruth Ashdown'],
  ]);
  expect(() => answer('ruth', 'dip-seen')).toThrow(/no such page/);
});

test('nobody is handed the audit of their own case', () => {
  nameContacts(world);
  const [id = 0] = assign(world, form, [addCase(world, 'YJ100142', { practitioner: 'tom' })]);
  expect(() => act(world, 'ruth', (by) => handOver(world.db, by, id, { to: world.ids.tom, reason: 'x' }))).toThrow(
    /nothing to do with the case/,
  );
});

test('who holds the case since the draw does not audit it either', () => {
  const id = begunAudit(world, form);
  world.db.prepare('UPDATE orders SET practitioner_id = ?').run(world.ids.marcus);
  expect(() => act(world, 'ruth', (by) => handOver(world.db, by, id, { to: world.ids.marcus, reason: 'x' }))).toThrow(
    /nothing to do with the case/,
  );
});
