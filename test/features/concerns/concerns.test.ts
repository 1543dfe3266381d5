import { concernById, standingConcernOn, stepsOf } from '../../../server/features/concerns/concerns.store.js';
import { contactFor } from '../../../server/features/concerns/contacts.store.js';
import { raiseConcern, raiseWithAnswer } from '../../../server/features/concerns/raise.js';
import { setContacts } from '../../../server/features/concerns/set-contacts.js';
import { takeStep } from '../../../server/features/concerns/take-step.js';
import { leaveService } from '../../../server/features/people/leave.js';
import { whoIsAsking } from '../../../server/features/people/roles.store.js';
import { setSetting } from '../../../server/features/settings/settings.store.js';
import { perform } from '../../../server/features/trail/perform.js';
import { trailBefore } from '../../../server/features/trail/trail.store.js';
import type { By } from '../../../server/domain/by.js';
import type { StaffName } from '../../fixtures/staff.js';
import { testWorld, type TestApp } from '../../fixtures/app.js';

const today = '2026-11-24';
const all = { kind: 'all' } as const;

describe('a concern', () => {
  let t: TestApp;
  beforeEach(() => (t = testWorld()));
  afterEach(() => t.close());

  const as = <R>(name: StaffName, act: string, work: (by: By) => R): R =>
    perform(t.db, { me: whoIsAsking(t.db, t.ids[name], today), now: t.clock.now, random: () => '00' }, act, work);
  const concern = (id = t.world.concern) => concernById(t.db, id, all, today)!;
  const nameForNorth = () =>
    as('helen', 'concerns.contacts', (by) =>
      setContacts(t.db, by, {
        teamId: t.ids.North,
        contacts: [
          { person: t.ids.marcus, telephone: '01632 960 111' },
          { person: t.ids.priya, telephone: '01632 960 113' },
        ],
      }),
    );
  const raise = (more: Partial<Parameters<typeof raiseConcern>[2]> = {}) =>
    as('ruth', 'concerns.raise', (by) =>
      raiseConcern(t.db, by, { auditId: null, caseId: null, teamId: null, itemKey: null, said: 'Seen.', ...more }),
    );
  const idIn = (location: string | undefined) => Number(/\/concerns\/(\d+)/.exec(location ?? '')?.[1]);

  describe('goes to', () => {
    it('the manager named for the team, with the deputy', () => {
      nameForNorth();
      expect(concern(raise({ teamId: t.ids.North }))).toMatchObject({ named: 'Marcus Bell', deputy: 'Priya Nair' });
    });

    it('the service’s own contact where the team has none', () => {
      nameForNorth();
      expect(concern(raise({ teamId: t.ids.South }))).toMatchObject({ named: 'Helen Pryce', deputy: 'Marcus Bell' });
    });

    it('the head of service where nobody is named at all', () => {
      t.db.prepare('UPDATE concern_contacts SET until_on = ?').run(today);
      expect(contactFor(t.db, t.ids.North, today)).toBeNull();
      expect(concern(raise())).toMatchObject({ named: 'Helen Pryce', deputy: null });
    });

    it('nobody but a manager who can sign in', () => {
      const name = (person: number) =>
        as('helen', 'concerns.contacts', (by) =>
          setContacts(t.db, by, { teamId: null, contacts: [{ person, telephone: '1' }] }),
        );
      expect(() => name(t.ids.ruth)).toThrow('Choose a manager who can sign in.');
      expect(contactFor(t.db, null, today)?.name).toBe('Helen Pryce');
    });
  });

  describe('raised from a page of an audit', () => {
    const address = () => `/audits/${t.world.audits.assigned}/concern`;

    it('shows whom to ring before anything is typed', async () => {
      const ruth = await t.as('ruth');
      const page = await ruth.get(`${address()}?item=dip-safety-stop&back=/audits/9/sections/safety`).expect(200);
      expect(page.text).toContain('Ring now: Helen Pryce, 01632 960101');
      expect(page.text).toContain('This page does not ring for you');
      expect(page.text).toContain('is anyone in danger with nobody dealing with it');
    });

    it('comes back to the same question', async () => {
      const ruth = await t.as('ruth');
      const back = '/audits/9/sections/safety#q-dip-safety-stop';
      const raised = await ruth
        .post(address())
        .type('form')
        .send({ said: 'Sleeping rough since Friday.', item: 'dip-safety-stop', back })
        .expect(303);
      const card = await ruth.get(raised.headers['location'] ?? '').expect(200);
      expect(card.text).toContain(`href="${back}"`);
      expect(card.text).toContain('Ring now: Helen Pryce, 01632 960101');
      expect(concern(idIn(raised.headers['location']))).toMatchObject({
        itemKey: 'dip-safety-stop',
        reference: 'YJ200007',
        team: 'North',
        raiser: 'Ruth Ashdown',
      });
    });

    it('never leads to another site', async () => {
      const ruth = await t.as('ruth');
      const raised = await ruth.post(address()).type('form').send({ said: 'Seen.', back: '//elsewhere.example' });
      expect(raised.headers['location']).toContain(encodeURIComponent(`/audits/${t.world.audits.assigned}`));
    });

    it('asks for words, and keeps where it came from', async () => {
      const ruth = await t.as('ruth');
      const answer = await ruth.post(address()).type('form').send({ said: ' ', back: '/audits/9' }).expect(422);
      expect(answer.text).toContain('href="#said"');
      expect(answer.text).toContain('name="back" value="/audits/9"');
    });

    it('does not exist on an audit out of reach', async () => {
      const hana = await t.as('hana');
      await hana.get(address()).expect(404);
      await hana.post(address()).type('form').send({ said: 'Seen.' }).expect(404);
    });
  });

  it('can be raised about a case by its reference, or about none', async () => {
    const kofi = await t.as('kofi');
    const about = await kofi
      .post('/concerns/new')
      .type('form')
      .send({ said: 'Seen.', reference: 'YJ200005' })
      .expect(303);
    expect(concern(idIn(about.headers['location']))).toMatchObject({ reference: 'YJ200005', team: 'South' });
    const alone = await kofi.post('/concerns/new').type('form').send({ said: 'Seen.' }).expect(303);
    expect(concern(idIn(alone.headers['location']))).toMatchObject({ reference: null, team: 'North' });
    await kofi.post('/concerns/new').type('form').send({ said: 'Seen.', reference: 'YJ999999' }).expect(422);
  });

  it('raised with an answer is raised once, however often the answer is saved', () => {
    const answer = {
      auditId: t.world.audits.inProgress,
      caseId: null,
      teamId: null,
      itemKey: 'close-child-safe-now',
      said: null,
    };
    const first = as('tom', 'x', (by) => raiseWithAnswer(t.db, by, answer));
    expect(as('tom', 'x', (by) => raiseWithAnswer(t.db, by, answer))).toBe(first);
    as('helen', 'x', (by) =>
      takeStep(t.db, by, { concern: first, kind: 'in-error', said: 'Wrong child.', reach: all }),
    );
    expect(standingConcernOn(t.db, answer.auditId, answer.itemKey)).toBeNull();
    expect(as('tom', 'x', (by) => raiseWithAnswer(t.db, by, answer))).not.toBe(first);
  });

  it('raised with an answer has an entry in the trail, though answers have none', () => {
    const answer = {
      auditId: t.world.audits.inProgress,
      caseId: null,
      teamId: null,
      itemKey: 'close-child-safe-now',
      said: 'Words.',
    };
    const me = whoIsAsking(t.db, t.ids.tom, today);
    const by: By = { me, now: t.clock.now, today, random: () => '00', entry: { about: () => undefined } };
    const id = t.db.transaction(() => raiseWithAnswer(t.db, by, answer))();
    expect(trailBefore(t.db, 1e9, 1)[0]).toMatchObject({ act: 'concerns.raise', thing: 'concerns', thingId: id });
    expect(trailBefore(t.db, 1e9, 1)[0]?.details).not.toContain('Words');
  });

  describe('is answered', () => {
    const step = async (name: StaffName, path: string, body: object) =>
      (await t.as(name)).post(`/concerns/${t.world.concern}/${path}`).type('form').send(body);

    it('by acknowledging it with what is being done, then closing it', async () => {
      expect((await step('helen', 'acknowledgement', { acknowledged: 'Social care is there now.' })).status).toBe(303);
      expect(concern().state).toBe('acknowledged');
      expect((await step('helen', 'record', { done: 'Placement found.' })).status).toBe(303);
      expect((await step('helen', 'closing', { closed: 'Safe with her aunt.' })).status).toBe(303);
      expect(concern().state).toBe('closed');
      expect(stepsOf(t.db, t.world.concern).map((s) => [s.kind, s.by, s.said])).toEqual([
        ['acknowledged', 'Helen Pryce', 'Social care is there now.'],
        ['done', 'Helen Pryce', 'Placement found.'],
        ['closed', 'Helen Pryce', 'Safe with her aunt.'],
      ]);
    });

    it('never by a mere press: words are asked, at the field, and the card comes back', async () => {
      const answer = await step('helen', 'acknowledgement', { acknowledged: '  ' });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('href="#acknowledged"');
      expect(answer.text).toContain('Shared bus each morning');
      expect(concern().state).toBe('raised');
    });

    it('not by whoever raised it, and not closed before it is acknowledged', async () => {
      expect((await step('ruth', 'acknowledgement', { acknowledged: 'x' })).status).toBe(403);
      expect((await step('helen', 'closing', { closed: 'x' })).status).toBe(409);
    });

    it('not by the lead of another team, though they raised it and read it', async () => {
      const priya = await t.as('priya');
      const raised = await priya.post('/concerns/new').type('form').send({ said: 'Seen.', reference: 'YJ200001' });
      const id = idIn(raised.headers['location']);
      const answer = await priya.post(`/concerns/${id}/acknowledgement`).type('form').send({ acknowledged: 'Done.' });
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('This concern is with Helen Pryce');
      expect(concern(id).state).toBe('raised');
    });

    it('once: who comes second is told', async () => {
      await step('helen', 'acknowledgement', { acknowledged: 'Going there.' });
      const second = await step('marcus', 'acknowledgement', { acknowledged: 'Going there too.' });
      expect(second.status).toBe(409);
      expect(second.text).toContain('Somebody was quicker');
    });

    it('by passing it on: it waits anew on the other manager, and the step is kept', async () => {
      const to = String(t.ids.priya);
      expect((await step('helen', 'passing-on', { to, 'passed-on': 'I am in court.' })).status).toBe(303);
      expect(concern()).toMatchObject({ state: 'raised', named: 'Priya Nair', deputy: 'Helen Pryce' });
      expect(stepsOf(t.db, t.world.concern)).toMatchObject([
        { kind: 'passed-on', to: 'Priya Nair', said: 'I am in court.' },
      ]);
      const priya = await (await t.as('priya')).get('/').expect(200);
      expect(priya.text).toContain('You are named to answer it');
    });

    it('never by passing it to somebody who cannot answer it', async () => {
      expect((await step('helen', 'passing-on', { to: String(t.ids.ruth) })).status).toBe(422);
      expect((await step('helen', 'passing-on', { to: String(t.ids.helen) })).status).toBe(422);
    });
  });

  it('passes on when the manager whom it names leaves', () => {
    nameForNorth();
    const id = raise({ teamId: t.ids.North });
    as('ada', 'people.leave', (by) => leaveService(t.db, by, t.ids.marcus));
    expect(concern(id)).toMatchObject({ named: 'Priya Nair', state: 'raised' });
    expect(stepsOf(t.db, id)).toMatchObject([{ kind: 'passed-on', to: 'Priya Nair' }]);
  });

  describe('is read', () => {
    const reads = async (name: StaffName) => (await (await t.as(name)).get(`/concerns/${t.world.concern}`)).status;

    it('by whoever raised it, the manager named, the deputy, the lead of the team and the head', async () => {
      expect([await reads('ruth'), await reads('helen'), await reads('marcus')]).toEqual([200, 200, 200]);
    });

    it('by nobody else: for them it does not exist', async () => {
      expect([await reads('priya'), await reads('tom'), await reads('kofi')]).toEqual([404, 404, 404]);
      expect(await reads('ada')).toBe(403);
    });

    it('in a list that holds the same', async () => {
      const list = async (name: StaffName) => (await (await t.as(name)).get('/concerns').expect(200)).text;
      expect(await list('helen')).toContain('YJ200003');
      expect(await list('priya')).not.toContain('YJ200003');
    });
  });

  it('is with the deputy too once the hours of the service are over, without anything having run', async () => {
    const deputy = async () => (await (await t.as('marcus')).get('/')).text;
    t.clock.now = '2026-11-23T14:09:00.000Z';
    expect(await deputy()).not.toContain('not yet acknowledged');
    t.clock.now = '2026-11-23T14:10:00.000Z';
    expect(await deputy()).toContain('Helen Pryce has not answered within 4 hours');
    setSetting(t.db, 'concern-hours', '6', null, t.clock.now);
    expect(await deputy()).not.toContain('not yet acknowledged');
  });

  it('can never be deleted', () => {
    expect(() => t.db.prepare('DELETE FROM concerns').run()).toThrow('never deleted');
  });
});
