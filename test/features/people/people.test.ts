import { contactFor } from '../../../server/features/concerns/contacts.store.js';
import { setContacts } from '../../../server/features/concerns/set-contacts.js';
import { accountByName } from '../../../server/features/people/accounts.store.js';
import { endRoleOf } from '../../../server/features/people/end-role.js';
import { leaveService } from '../../../server/features/people/leave.js';
import { addPerson, personById } from '../../../server/features/people/people.store.js';
import { giveRole, holdersOf, rolesHeld } from '../../../server/features/people/roles.store.js';
import { keepSpelling } from '../../../server/features/people/spellings.store.js';
import { membershipsOf } from '../../../server/features/people/teams.store.js';
import { perform } from '../../../server/features/trail/perform.js';
import { trailBefore } from '../../../server/features/trail/trail.store.js';
import { password } from '../../fixtures/staff.js';
import { testApp, type TestApp } from '../../fixtures/app.js';

const today = '2026-11-24';

describe('people and their roles', () => {
  let t: TestApp;
  beforeEach(() => (t = testApp()));
  afterEach(() => t.close());

  const who = () => ({ me: null, now: t.clock.now, random: () => '00' });
  const roleId = (person: number, role: string) => rolesHeld(t.db, person, today).find((r) => r.role === role)?.id ?? 0;

  it('adds a person with roles, a team and a first password that is shown once', async () => {
    const ada = await t.as('ada');
    const answer = await ada
      .post('/people/new')
      .type('form')
      .send({ name: 'Joy  Mensah', roles: ['auditor', 'practitioner'], team: String(t.ids.North), account: 'yes' })
      .expect(200);
    const first = /class="ref">([a-z0-9]{4}(?:-[a-z0-9]{4}){3})</.exec(answer.text)?.[1] ?? '';
    const account = accountByName(t.db, 'joy.mensah');
    expect(account?.mustChange).toBe(1);
    expect(membershipsOf(t.db, account?.person ?? 0, today).map((m) => m.team)).toEqual(['North']);
    const joy = t.visitor();
    const signedIn = await joy.post('/sign-in').type('form').send({ name: 'joy.mensah', password: first }).expect(303);
    expect(signedIn.headers['location']).toBe('/account/password');
    const page = await ada.get(`/people/${account?.person}`).expect(200);
    expect(page.text).toContain('Joy Mensah');
    expect(page.text).not.toContain(first);
  });

  it('adds a practitioner who does not sign in', async () => {
    const ada = await t.as('ada');
    await ada
      .post('/people/new')
      .type('form')
      .send({ name: 'Dev Begum', roles: 'practitioner', account: 'no' })
      .expect(303);
    expect(accountByName(t.db, 'dev.begum')).toBeUndefined();
  });

  it('asks for the team of a team lead, and shows the page again as it was typed', async () => {
    const ada = await t.as('ada');
    const answer = await ada
      .post('/people/new')
      .type('form')
      .send({ name: 'Joy Mensah', roles: 'team-lead', account: 'yes' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#team"');
    expect(answer.text).toContain('value="Joy Mensah"');
  });

  it('lets only the administrator change people; the head reads them', async () => {
    const helen = await t.as('helen');
    const list = await helen.get('/people').expect(200);
    expect(list.text).not.toContain('/people/new');
    await helen.post(`/people/${t.ids.ruth}/leave`).expect(403);
    const ruth = await t.as('ruth');
    await ruth.get('/people').expect(403);
  });

  it('reads roles anew at each request: one that ends is gone from the next page', async () => {
    const [ada, helen] = [await t.as('ada'), await t.as('helen')];
    await ada.post(`/people/${t.ids.ruth}/roles/new`).type('form').send({ role: 'head' }).expect(303);
    await helen.get('/settings').expect(200);
    await ada.post(`/people/${t.ids.helen}/roles/${roleId(t.ids.helen, 'head')}/end`).expect(303);
    await helen.get('/settings').expect(403);
  });

  it('never ends the role of the last administrator or the last head', async () => {
    const ada = await t.as('ada');
    const answer = await ada.post(`/people/${t.ids.ada}/roles/${roleId(t.ids.ada, 'administrator')}/end`).expect(403);
    expect(answer.text).toContain('the last administrator');
    await ada.post(`/people/${t.ids.helen}/roles/${roleId(t.ids.helen, 'head')}/end`).expect(403);
    await ada.post(`/people/${t.ids.helen}/leave`).expect(403);
    expect(holdersOf(t.db, 'head', today)).toHaveLength(1);
    expect(personById(t.db, t.ids.helen)?.leftOn).toBeNull();
  });

  it('lets the first administrator go once there is a second', async () => {
    perform(t.db, who(), 'people.give-role', () =>
      t.db
        .prepare('INSERT INTO roles_held (person_id, role, from_on) VALUES (?, ?, ?)')
        .run(t.ids.tom, 'administrator', today),
    );
    perform(t.db, who(), 'people.end-role', (by) =>
      endRoleOf(t.db, by, { person: t.ids.ada, role: roleId(t.ids.ada, 'administrator') }),
    );
    expect(holdersOf(t.db, 'administrator', today).map((p) => p.name)).toEqual(['Tom Iredale']);
  });

  it('signs somebody who leaves out at once, and lets them in no more', async () => {
    const [ada, ruth] = [await t.as('ada'), await t.as('ruth')];
    await ruth.get('/who-may').expect(200);
    await ada.post(`/people/${t.ids.ruth}/leave`).expect(303);
    await ruth.get('/who-may').expect(303).expect('Location', '/sign-in?next=%2Fwho-may');
    await t.visitor().post('/sign-in').type('form').send({ name: 'ruth', password }).expect(422);
    expect(rolesHeld(t.db, t.ids.ruth, today)).toEqual([]);
    expect(membershipsOf(t.db, t.ids.ruth, today)).toEqual([]);
  });

  it('passes over a contact who has left', () => {
    const contacts = [
      { person: t.ids.marcus, telephone: '01632 960 111' },
      { person: t.ids.helen, telephone: '01632 960 112' },
    ];
    perform(t.db, who(), 'concerns.contacts', (by) => setContacts(t.db, by, { teamId: t.ids.North, contacts }));
    perform(t.db, who(), 'people.leave', (by) => leaveService(t.db, by, t.ids.marcus));
    expect(contactFor(t.db, t.ids.North, today)).toEqual({
      person: t.ids.helen,
      name: 'Helen Pryce',
      telephone: '01632 960 112',
      deputy: null,
    });
  });

  it('takes somebody back without the roles that they held', async () => {
    const ada = await t.as('ada');
    await ada.post(`/people/${t.ids.ruth}/leave`).expect(303);
    await ada.post(`/people/${t.ids.ruth}/return`).expect(303);
    expect(rolesHeld(t.db, t.ids.ruth, today)).toEqual([]);
    await t.visitor().post('/sign-in').type('form').send({ name: 'ruth', password }).expect(422);
    const reset = await ada.post(`/people/${t.ids.ruth}/password`).expect(200);
    const first = /class="ref">([a-z0-9]{4}(?:-[a-z0-9]{4}){3})</.exec(reset.text)?.[1] ?? '';
    await t.visitor().post('/sign-in').type('form').send({ name: 'ruth', password: first }).expect(303);
  });

  it('lets no administrator take themself out', async () => {
    const ada = await t.as('ada');
    await ada.post(`/people/${t.ids.ada}/leave`).expect(403);
  });

  it('gives a role once, and a lead more than one team', async () => {
    const ada = await t.as('ada');
    const give = (role: string, team: number | '') =>
      ada
        .post(`/people/${t.ids.marcus}/roles/new`)
        .type('form')
        .send({ role, team: String(team) });
    await give('auditor', '').expect(422);
    await give('team-lead', t.ids.North).expect(422);
    await give('team-lead', '').expect(422);
    await give('team-lead', t.ids.South).expect(303);
    expect(
      rolesHeld(t.db, t.ids.marcus, today)
        .filter((r) => r.role === 'team-lead')
        .map((r) => r.team),
    ).toEqual(['North', 'South']);
  });

  it('opens an account for somebody without one, under a name that is free', async () => {
    const ada = await t.as('ada');
    await ada.post(`/people/${t.ids.sam}/account`).type('form').send({ signInName: 'RUTH' }).expect(422);
    await ada.post(`/people/${t.ids.sam}/account`).type('form').send({ signInName: 'sam.doyle' }).expect(200);
    await ada.post(`/people/${t.ids.sam}/account`).type('form').send({ signInName: 'sam2' }).expect(404);
  });

  it('makes a practitioner of whoever opens an account and holds no role: an account alone opens nothing', async () => {
    const ada = await t.as('ada');
    const held = (person: number) => rolesHeld(t.db, person, today).map(({ role }) => role);
    const dev = addPerson(t.db, 'Dev Begum', t.clock.now);
    giveRole(t.db, { person: dev, role: 'auditor', team: null, from: '2024-01-01', by: null });
    const noor = addPerson(t.db, 'Femi Noor', t.clock.now);
    for (const [person, signInName] of [
      [dev, 'dev.begum'],
      [noor, 'femi.noor'],
    ] as const)
      await ada.post(`/people/${person}/account`).type('form').send({ signInName }).expect(200);
    expect([held(dev), held(noor)]).toEqual([['auditor'], ['practitioner']]);
  });

  it('tells the spellings that belong to a person', async () => {
    keepSpelling(t.db, { spelling: 'Okafor, Kofi', person: t.ids.kofi, by: t.ids.helen, at: t.clock.now });
    const ada = await t.as('ada');
    const page = await ada.get(`/people/${t.ids.kofi}`).expect(200);
    expect(page.text).toContain('Okafor, Kofi');
    expect(page.text).toContain('Confirmed by Helen Pryce');
  });

  it('puts into a team and takes out again, both in the trail', async () => {
    const ada = await t.as('ada');
    await ada.post('/people/teams/new').type('form').send({ team: 'West' }).expect(303);
    await ada.post('/people/teams/new').type('form').send({ team: 'west' }).expect(422);
    await ada
      .post(`/people/${t.ids.kofi}/teams/new`)
      .type('form')
      .send({ team: String(t.ids.South) })
      .expect(303);
    await ada.post(`/people/${t.ids.kofi}/teams/${t.ids.North}/end`).expect(303);
    expect(membershipsOf(t.db, t.ids.kofi, today).map((m) => m.team)).toEqual(['South']);
    const acts = trailBefore(t.db, 1e9, 10).map((row) => row.act);
    expect(acts).toEqual(expect.arrayContaining(['people.join-team', 'people.leave-team', 'people.add-team']));
  });

  it('knows no person by a number that is nobody’s', async () => {
    const ada = await t.as('ada');
    await ada.get('/people/9999').expect(404);
    await ada.get('/people/x').expect(404);
  });
});
