import type { Question } from '../../../server/domain/forms/filled';
import { agreeAudit } from '../../../server/features/audits/agree';
import { agreeMany } from '../../../server/features/audits/agree-many';
import { answerPoint } from '../../../server/features/audits/answer-point';
import { auditById, type Audit } from '../../../server/features/audits/audits.store';
import { closeDays } from '../../../server/features/audits/close-days';
import { pointsOf } from '../../../server/features/audits/fact-points.store';
import { unseenNotices } from '../../../server/features/audits/notices.store';
import { putRight } from '../../../server/features/audits/put-right';
import { auditResult } from '../../../server/features/audits/results.store';
import { returnAudit } from '../../../server/features/audits/return';
import { openReturns } from '../../../server/features/audits/returns.store';
import { saveAnswer } from '../../../server/features/audits/save-answer';
import { submitAudit } from '../../../server/features/audits/submit';
import { pointsToAnswer, waitingForAgreement } from '../../../server/features/audits/waiting.store';
import { whoIsAsking } from '../../../server/features/people/roles.store';
import { testApp, type TestApp } from '../../fixtures/app';
import { act } from '../../fixtures/audits';
import type { StaffName } from '../../fixtures/staff';
import { buildWorld, type World } from '../../fixtures/world';

let app: TestApp;
let world: World;
beforeEach(() => {
  app = testApp();
  world = buildWorld(app.db, app.ids);
});
afterEach(() => app.close());

const now = (id: number): Audit => {
  const audit = auditById(app.db, id, { kind: 'all' }, '2026-11-24');
  if (!audit) throw new Error('No such audit');
  return audit;
};
const me = (name: StaffName) => whoIsAsking(app.db, app.ids[name], '2026-11-24')!;
const agreeAs = (name: StaffName, id: number, noActionReason: string | null = 'Known, and worked on.') =>
  act(app, name, (by) => agreeAudit(app.db, by, id, { noActionReason }));
const nothing = (name: StaffName, id: number) =>
  act(app, name, (by) => closeDays(app.db, by, id, { how: 'nothing-to-put-right' }));

describe('agreeing', () => {
  test('waits for the practitioner’s days, and not when they have nothing to put right', () => {
    const { submitted } = world.audits;
    expect(() => agreeAs('marcus', submitted)).toThrow('days to put facts right');
    nothing('kofi', submitted);
    agreeAs('marcus', submitted);
    expect(now(submitted)).toMatchObject({ state: 'agreed', agreedOn: '2026-11-24', agreedBy: app.ids.marcus });
  });

  test('is refused to whoever has no such role, and to the lead of another team the audit does not exist', () => {
    const { submitted } = world.audits;
    expect(() => agreeAs('kofi', submitted)).toThrow('no such page');
    expect(() => agreeAs('ruth', submitted)).toThrow('no such page');
    expect(() => agreeAs('priya', submitted)).toThrow('no such page');
  });

  test('is refused to its auditor, lead of a team or not', () => {
    nothing('kofi', world.audits.pointed);
    expect(() => agreeAs('priya', world.audits.pointed)).toThrow('You wrote this audit');
  });

  test('below Good asks for an action or a reason for none, which is kept', () => {
    const { submitted } = world.audits;
    nothing('kofi', submitted);
    expect(() => agreeAs('marcus', submitted, '  ')).toThrow('one to three actions');
    agreeAs('marcus', submitted, 'The case has closed.');
    expect(now(submitted).noActionReason).toBe('The case has closed.');
  });

  test('is final: nothing of the audit changes after it', () => {
    const { agreedFull } = world.audits;
    expect(() => agreeAs('helen', agreedFull)).toThrow('Only an audit that is submitted');
    expect(() => app.db.prepare('UPDATE answers SET value = ? WHERE audit_id = ?').run('yes', agreedFull)).toThrow(
      'an agreed audit never changes',
    );
    expect(() => app.db.prepare('UPDATE audits SET auditor_id = 1 WHERE id = ?').run(agreedFull)).toThrow(
      'an agreed audit never changes',
    );
    expect(() => app.db.prepare('UPDATE audit_results SET score = 1 WHERE audit_id = ?').run(agreedFull)).toThrow(
      'an agreed audit never changes',
    );
  });

  test('tells the practitioner and the auditor', () => {
    nothing('kofi', world.audits.submitted);
    agreeAs('marcus', world.audits.submitted);
    const kinds = (name: StaffName) =>
      unseenNotices(app.db, app.ids[name]).filter((n) => n.audit === world.audits.submitted && n.kind === 'agreed');
    expect(kinds('kofi')).toHaveLength(1);
    expect(kinds('ruth')).toHaveLength(1);
  });
});

describe('a light audit', () => {
  test('is agreed during the days, many at once, and none when one of them can’t be', () => {
    const { submittedDip, pointed } = world.audits;
    const both = (reasons: Record<number, string>) =>
      act(app, 'helen', (by) => agreeMany(app.db, by, { audits: [submittedDip, pointed], reasons }));
    expect(() => both({ [pointed]: 'Known.' })).toThrow('not answered every point');
    expect(now(submittedDip).state).toBe('submitted');
    act(app, 'priya', (by) =>
      answerPoint(app.db, by, pointed, pointsOf(app.db, pointed)[0]!.id, { outcome: 'stands', reply: 'Read; not so.' }),
    );
    both({ [pointed]: 'Known.', [submittedDip]: 'Known.' });
    expect([now(submittedDip).state, now(pointed).state]).toEqual(['agreed', 'agreed']);
  });

  test('keeps a correction beside it once agreed, and its answers as they were', () => {
    const { submittedDip } = world.audits;
    agreeAs('priya', submittedDip);
    const before = app.db.prepare('SELECT * FROM answers WHERE audit_id = ?').all(submittedDip);
    const point = act(app, 'hana', (by) => putRight(app.db, by, submittedDip, { item: null, said: 'Seen on 4 May.' }));
    expect(() =>
      act(app, 'tom', (by) => answerPoint(app.db, by, submittedDip, point, { outcome: 'changed', reply: 'Right.' })),
    ).toThrow('Choose what comes of it');
    act(app, 'tom', (by) => answerPoint(app.db, by, submittedDip, point, { outcome: 'noted', reply: 'Right.' }));
    expect(app.db.prepare('SELECT * FROM answers WHERE audit_id = ?').all(submittedDip)).toEqual(before);
    expect(now(submittedDip).state).toBe('agreed');
  });

  test('is the only one that is agreed many at once', () => {
    nothing('kofi', world.audits.submitted);
    const many = { audits: [world.audits.submitted], reasons: { [world.audits.submitted]: 'Known.' } };
    expect(() => act(app, 'marcus', (by) => agreeMany(app.db, by, many))).toThrow('on its own page');
  });
});

describe('putting facts right', () => {
  test('is for the practitioner of the work, item by item, while the days run', () => {
    const { submitted } = world.audits;
    const put = (name: StaffName, item: string | null = 'harm-who') =>
      act(app, name, (by) => putRight(app.db, by, submitted, { item, said: 'It is on the risk panel sheet.' }));
    put('kofi');
    expect(() => put('hana')).toThrow('no such page');
    expect(() => put('kofi', 'no-such-item')).toThrow('one of the questions');
    app.clock.now = '2026-12-01T09:00:00.000Z';
    expect(() => put('kofi')).toThrow('days to put facts right are over');
  });

  test('a point that is right gives the audit back at that question; it is submitted, scored and read anew', () => {
    const { submitted } = world.audits;
    const wrong = itemAnswered(submitted, 'no');
    const score = auditResult(app.db, submitted)!.score!;
    const point = act(app, 'kofi', (by) =>
      putRight(app.db, by, submitted, { item: wrong.item.key, said: 'It is there.' }),
    );
    act(app, 'ruth', (by) => answerPoint(app.db, by, submitted, point, { outcome: 'changed', reply: 'Found it.' }));
    expect(now(submitted).state).toBe('returned');
    expect(openReturns(app.db, submitted)).toMatchObject([{ item: wrong.item.key }]);

    app.clock.now = '2026-11-25T10:00:00.000Z';
    const answer = { item: wrong.item.key, occurrence: 0, value: 'yes', note: 'Seen on the sheet.', evidence: null };
    act(app, 'ruth', (by) => saveAnswer(app.db, by, submitted, { ...answer, reason: null, seen: null }));
    act(app, 'ruth', (by) => submitAudit(app.db, by, submitted));
    expect(now(submitted)).toMatchObject({ state: 'submitted', factsUntil: '2026-12-02', factsClosed: null });
    expect(auditResult(app.db, submitted)!.score).toBeGreaterThan(score);
    expect(openReturns(app.db, submitted)).toEqual([]);
  });

  test('an answer that stands stays, and stops agreement no longer', () => {
    const { pointed } = world.audits;
    const [point] = pointsOf(app.db, pointed);
    expect(pointsToAnswer(app.db, app.ids.priya)).toMatchObject([{ id: pointed, points: 1 }]);
    expect(() => agreeAs('marcus', pointed)).toThrow('not answered every point');
    const stands = { outcome: 'stands', reply: 'That sheet is of the other order.' } as const;
    expect(() => act(app, 'ruth', (by) => answerPoint(app.db, by, pointed, point!.id, stands))).toThrow('no such page');
    act(app, 'priya', (by) => answerPoint(app.db, by, pointed, point!.id, stands));
    expect(() => act(app, 'priya', (by) => answerPoint(app.db, by, pointed, point!.id, stands))).toThrow(
      'answered already',
    );
    agreeAs('marcus', pointed);
    expect(now(pointed).state).toBe('agreed');
  });
});

describe('the days end early', () => {
  const together = {
    how: 'read-together',
    on: '24/11/2026',
    withWhom: 'Kofi Okafor',
    added: 'He had rung twice.',
  } as const;

  test('when it was read together: who was there and what was added stand beside it', () => {
    const { submitted } = world.audits;
    act(app, 'ruth', (by) => closeDays(app.db, by, submitted, together));
    expect(now(submitted)).toMatchObject({
      factsClosed: 'read-together',
      factsClosedOn: '2026-11-24',
      factsClosedWith: 'Kofi Okafor',
    });
    expect(pointsOf(app.db, submitted)).toMatchObject([
      { by: app.ids.kofi, said: 'He had rung twice.', outcome: 'noted', item: null },
    ]);
    agreeAs('marcus', submitted);
  });

  test('when it was given on paper: what they were told counts as handed over', () => {
    const { submitted } = world.audits;
    act(app, 'marcus', (by) => closeDays(app.db, by, submitted, { how: 'given-on-paper', on: '24 Nov 2026' }));
    expect(unseenNotices(app.db, app.ids.kofi).filter(({ audit }) => audit === submitted)).toEqual([]);
  });

  test('only by somebody else, on a day from submission to today, with somebody there', () => {
    const { submitted } = world.audits;
    const end = (name: StaffName, more: { on?: string; withWhom?: string }) =>
      act(app, name, (by) => closeDays(app.db, by, submitted, { ...together, ...more }));
    expect(() => end('kofi', {})).toThrow('no such page');
    expect(() => end('ruth', { on: '20/11/2026' })).toThrow('on or after the submission');
    expect(() => end('ruth', { on: '25/11/2026' })).toThrow('a day that has come');
    expect(() => end('ruth', { on: 'Tuesday' })).toThrow('Give the day');
    expect(() => end('ruth', { withWhom: ' ' })).toThrow('who was there');
    expect(now(submitted).factsClosed).toBeNull();
  });
});

describe('sending back', () => {
  const items = [{ item: 'harm-who', reason: 'Where does the file say so?' }];

  test('names items with reasons, and the audit is its auditor’s again', () => {
    const { submitted } = world.audits;
    act(app, 'marcus', (by) => returnAudit(app.db, by, submitted, { items }));
    expect(now(submitted).state).toBe('returned');
    expect(openReturns(app.db, submitted)).toMatchObject([{ item: 'harm-who', reason: 'Where does the file say so?' }]);
    expect(unseenNotices(app.db, app.ids.ruth).map(({ kind }) => kind)).toContain('returned');
  });

  test('needs a reason, a question of the form, and somebody who could agree it', () => {
    const { submitted, pointed } = world.audits;
    const send = (name: StaffName, id: number, sent: { item: string | null; reason: string }[]) => () =>
      act(app, name, (by) => returnAudit(app.db, by, id, { items: sent }));
    expect(send('marcus', submitted, [{ item: 'harm-who', reason: ' ' }])).toThrow('and why');
    expect(send('marcus', submitted, [{ item: 'dip-plan', reason: 'x' }])).toThrow('one of the questions');
    expect(send('priya', pointed, [{ item: null, reason: 'x' }])).toThrow('You wrote this audit');
    expect(now(submitted).state).toBe('submitted');
  });
});

test('what waits for each person', () => {
  const { submitted, pointed, submittedDip } = world.audits;
  const waiting = (name: StaffName) => waitingForAgreement(app.db, me(name), '2026-11-24').map(({ id }) => id);
  expect(waiting('helen').sort()).toEqual([submitted, pointed, submittedDip].sort());
  expect(waiting('marcus').sort()).toEqual([submitted, pointed].sort());
  expect(waiting('priya')).toEqual([submittedDip]);
  expect(waiting('ruth')).toEqual([]);
});

/** A scored question of an audit that has this answer. */
function itemAnswered(id: number, value: string): Pick<Question, 'item'> {
  const row = app.db
    .prepare(
      'SELECT item_key AS key FROM item_results WHERE audit_id = ? AND outcome = ? AND weight > 0 AND occurrence = 0',
    )
    .get(id, value) as { key: string } | undefined;
  if (!row) throw new Error(`No answer '${value}'`);
  return { item: { key: row.key } as Question['item'] };
}
