import { completeAction } from '../../../server/features/actions/complete';
import { dropAction } from '../../../server/features/actions/drop';
import { handOverAction } from '../../../server/features/actions/hand-over';
import { makeAction } from '../../../server/features/actions/make';
import { moveAction } from '../../../server/features/actions/move';
import { reopenAction } from '../../../server/features/actions/reopen';
import { verifyAction } from '../../../server/features/actions/verify';
import { actionById, stepsOf, type NewAction } from '../../../server/features/actions/actions.store';
import { actionsWaiting } from '../../../server/features/actions/waiting';
import { whoIsAsking } from '../../../server/features/people/roles.store';
import { testApp, type TestApp } from '../../fixtures/app';
import { act } from '../../fixtures/audits';
import type { StaffName } from '../../fixtures/staff';

let app: TestApp;
beforeEach(() => {
  app = testApp();
});
afterEach(() => app.close());

const today = '2026-11-24';
const action = (id: number) => actionById(app.db, id, { kind: 'all' }, today);

/** An action of Kofi's in North, made by Marcus, unless told otherwise. */
function make(given: Partial<NewAction> = {}): number {
  const { kofi, North } = app.ids;
  return act(app, 'marcus', (by) =>
    makeAction(app.db, by, {
      about: 'practice',
      audit: null,
      item: null,
      theme: 'contingency',
      practitioner: kofi,
      team: North,
      wording: 'Write a contingency page',
      goodLooksLike: 'Three signs and the first step',
      owner: kofi,
      dueOn: '2026-12-08',
      ...given,
    }),
  );
}
const complete = (name: StaffName, id: number, evidence = 'Plan of 24 November, page 3.') =>
  act(app, name, (by) => completeAction(app.db, by, id, { evidence }));
const verify = (name: StaffName, id: number) =>
  act(app, name, (by) => verifyAction(app.db, by, id, { said: 'Read it.' }));

describe('closed is not done', () => {
  test('completed with evidence by its owner, verified by another person', () => {
    const id = make();
    expect(() => complete('kofi', id, ' ')).toThrow('what shows that it is done');
    expect(() => complete('marcus', id)).toThrow('Only its owner');
    complete('kofi', id);
    expect(action(id).state).toBe('completed');
    verify('marcus', id);
    expect(action(id).state).toBe('verified');
    expect(stepsOf(app.db, id).map(({ kind, by }) => [kind, by])).toEqual([
      ['completed', 'Kofi Okafor'],
      ['verified', 'Marcus Bell'],
    ]);
  });

  test('who completed it never verifies it, though it was handed over since', () => {
    const id = make({ owner: app.ids.marcus, practitioner: null });
    complete('marcus', id);
    act(app, 'helen', (by) => reopenAction(app.db, by, id, { reason: 'The second sign is missing.' }));
    expect(action(id).state).toBe('open');
    complete('marcus', id);
    expect(() => verify('marcus', id)).toThrow('other than the owner');
    verify('helen', id);
  });

  test('a completed action stays in sight, a verified one does not', async () => {
    const id = make();
    complete('kofi', id);
    const listed = async (): Promise<string> => (await (await app.as('kofi')).get('/actions')).text;
    expect(await listed()).toContain(`/actions/${id}"`);
    verify('marcus', id);
    expect(await listed()).not.toContain(`/actions/${id}"`);
  });
});

describe('changing an action', () => {
  test('moving the date needs a reason and a day to come; the earlier date stays on record', () => {
    const id = make();
    const move = (dueOn: string, reason: string) => () =>
      act(app, 'kofi', (by) => moveAction(app.db, by, id, { dueOn, reason }));
    expect(move('20 Nov 2026', 'Ill')).toThrow('still to come');
    expect(move('18 Dec 2026', ' ')).toThrow('why the date moves');
    move('18 Dec 2026', 'The panel meets on 16 December.')();
    expect(action(id).dueOn).toBe('2026-12-18');
    expect(stepsOf(app.db, id)).toMatchObject([{ kind: 'moved', dueOn: '2026-12-18' }]);
  });

  test('handed over to another who is here; the first owner can’t complete it any more', () => {
    const id = make();
    const hand = (owner: number) => () =>
      act(app, 'marcus', (by) => handOverAction(app.db, by, id, { owner, reason: 'The case moved.' }));
    expect(hand(app.ids.kofi)).toThrow('another owner');
    expect(hand(9999)).toThrow('another owner');
    hand(app.ids.tom)();
    expect(() => complete('kofi', id)).toThrow('Only its owner');
    complete('tom', id);
  });

  test('dropped by the lead or the head, not by its owner', () => {
    const id = make();
    const drop = (name: StaffName) => () =>
      act(app, name, (by) => dropAction(app.db, by, id, { reason: 'Order ended.' }));
    expect(drop('kofi')).toThrow('no such page');
    drop('marcus')();
    expect(action(id).state).toBe('dropped');
    expect(() => complete('kofi', id)).toThrow('dropped');
  });

  test('an action needs wording, what good looks like, a day to come and an owner who is here', () => {
    const bad = { wording: ' ', goodLooksLike: '', dueOn: '2026-11-23', owner: 9999 };
    expect(() => make(bad)).toThrow(/what will change.*what good will look like.*still to come.*owner who is here/i);
  });
});

describe('within reach', () => {
  test('its owner, the lead of its team and the head see it; others get 404', async () => {
    const id = make();
    const status = async (name: StaffName) => (await (await app.as(name)).get(`/actions/${id}`)).status;
    expect(await status('kofi')).toBe(200);
    expect(await status('marcus')).toBe(200);
    expect(await status('helen')).toBe(200);
    for (const name of ['hana', 'priya', 'ruth', 'tom'] as const) expect(await status(name)).toBe(404);
    expect(await status('ada')).toBe(403);
    expect(() => verify('priya', id)).toThrow('no such page');
  });

  test('the list, its file and its filters hold no other', async () => {
    const north = make({ wording: 'In the north' });
    const south = make({
      wording: 'In the south',
      team: app.ids.South,
      owner: app.ids.hana,
      practitioner: app.ids.hana,
    });
    for (const address of ['/actions', '/actions?whose=all&state=open', '/actions.csv?whose=all&state=in-sight']) {
      const { text } = await (await app.as('marcus')).get(address);
      expect(text).toContain('In the north');
      expect(text).not.toContain('In the south');
    }
    expect((await (await app.as('helen')).get('/actions')).text).toMatch(/In the north[\s\S]*In the south/);
    expect(south).toBeGreaterThan(north);
  });
});

test('the list leads with what is overdue, and pages by key without a gap or a repeat', async () => {
  for (let i = 0; i < 60; i += 1)
    make({
      wording: `Action ${String(i).padStart(2, '0')}.`,
      dueOn: `2026-12-${String((i % 28) + 1).padStart(2, '0')}`,
    });
  const first = make({ wording: 'The first one due.', dueOn: '2026-11-24' });
  app.clock.now = '2026-11-26T09:00:00.000Z';
  const marcus = await app.as('marcus');
  const one = (await marcus.get('/actions')).text;
  expect(one).toContain('Overdue by 2 days');
  expect(one.indexOf('The first one due.')).toBeLessThan(one.indexOf('Action 00.'));
  const next = /href="(\/actions\?[^"]*after=[^"]*)"/.exec(one.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))?.[1];
  const two = (await marcus.get(next ?? '/nothing')).text;
  const idsIn = (text: string) => [...text.matchAll(/href="\/actions\/(\d+)"/g)].map((found) => Number(found[1]));
  const all = [...idsIn(one), ...idsIn(two)];
  expect(idsIn(one)).toHaveLength(50);
  expect(new Set(all).size).toBe(61);
  expect(all).toHaveLength(61);
  expect(all[0]).toBe(first);
});

test('made by hand: a lead makes one for a team they lead, whatever the page sends', async () => {
  const marcus = await app.as('marcus');
  const sent = {
    wording: 'Review contingency in all plans',
    goodLooksLike: 'Each plan has signs',
    owner: String(app.ids.marcus),
    dueOn: '8 Dec 2026',
    about: 'case',
    theme: 'contingency',
  };
  const made = await marcus
    .post('/actions/new')
    .type('form')
    .send({ ...sent, team: String(app.ids.South) })
    .expect(303);
  const id = Number(made.headers['location']?.split('/').pop());
  expect(action(id)).toMatchObject({ teamId: app.ids.North, about: 'practice', auditId: null, theme: 'contingency' });
  await (await app.as('ruth')).get('/actions/new').expect(403);
  const { text } = await marcus
    .post('/actions/new')
    .type('form')
    .send({ ...sent, dueOn: 'soon' })
    .expect(422);
  expect(text).toContain('Review contingency in all plans</textarea>');
});

test('what waits today: mine, overdue, to verify, and overdue of my teams', () => {
  const late = make({ dueOn: '2026-11-25' });
  const done = make();
  complete('kofi', done);
  app.clock.now = '2026-11-27T09:00:00.000Z';
  const waiting = (name: StaffName) =>
    actionsWaiting(app.db, whoIsAsking(app.db, app.ids[name], '2026-11-27')!, '2026-11-27');
  expect(waiting('kofi')).toMatchObject({ mine: [{ id: late }], overdue: 1, toVerify: [], overdueOfOthers: [] });
  expect(waiting('marcus')).toMatchObject({ mine: [], toVerify: [{ id: done }], overdueOfOthers: [{ id: late }] });
  expect(waiting('helen')).toMatchObject({ toVerify: [{ id: done }], overdueOfOthers: [{ id: late }] });
  expect(waiting('priya')).toMatchObject({ mine: [], toVerify: [], overdueOfOthers: [] });
});
