import { openAccount } from '../../../server/features/people/accounts.store.js';
import { addPerson } from '../../../server/features/people/people.store.js';
import { giveRole } from '../../../server/features/people/roles.store.js';
import { setSetting } from '../../../server/features/settings/settings.store.js';
import { hashSync } from '@node-rs/argon2';
import { password, type StaffName } from '../../fixtures/staff.js';
import { testApp, testWorld, type TestApp } from '../../fixtures/app.js';

describe('the home page', () => {
  let t: TestApp;
  beforeEach(() => (t = testWorld()));
  afterEach(() => t.close());

  const home = async (name: StaffName): Promise<string> => (await (await t.as(name)).get('/').expect(200)).text;

  it('of an auditor goes on where they were and lists what is theirs to audit', async () => {
    const tom = await home('tom');
    expect(tom).toContain('Go on where you were');
    expect(tom).toMatch(/\d+ of \d+ answered/);
    expect(tom).toContain('One audit is half done');
    expect(tom).toContain('Yours to audit');
    expect(await home('ruth')).toContain('YJ200007');
  });

  it('tells by how much an audit is late', async () => {
    t.clock.now = '2026-12-14T09:00:00.000Z';
    expect(await home('ruth')).toContain('Overdue by 3 days');
  });

  it('of an auditor holds the facts that a practitioner questions', async () => {
    expect(await home('priya')).toContain('Kofi Okafor questions a fact in YJ200010');
  });

  it('of a team lead holds only what can be agreed today', async () => {
    expect(await home('priya')).toContain('Agree the audit of YJ200004');
    expect(await home('marcus')).not.toContain('Agree the audit of YJ200003');
    t.clock.now = '2026-12-02T09:00:00.000Z';
    expect(await home('marcus')).toContain('Agree the audit of YJ200003');
  });

  it('of the auditor never offers to agree their own audit', async () => {
    t.clock.now = '2026-12-02T09:00:00.000Z';
    expect(await home('ruth')).not.toContain('Agree the audit');
  });

  it('of a practitioner tells an audit of their work from selection on, and the days to put facts right', async () => {
    const kofi = await home('kofi');
    expect(kofi).toContain('Selected for Ten-minute dip sample by Ruth Ashdown');
    expect(kofi).toContain('4 working days left, until 30 Nov 2026');
  });

  it('of a practitioner holds their own overdue action, and of their team lead the same as another’s', async () => {
    expect(await home('kofi')).toContain('Overdue by');
    expect(await home('marcus')).toContain('Overdue actions of others');
    expect(await home('priya')).not.toContain('Overdue actions of others');
  });

  it('offers a completed action for verifying to others than who completed it', async () => {
    expect(await home('marcus')).toContain('Verify a completed action, YJ200002');
    expect(await home('kofi')).not.toContain('Verify a completed action');
  });

  it('of the head begins with four counts that lead somewhere', async () => {
    const helen = await home('helen');
    expect(helen).toContain('concern not acknowledged');
    expect(helen).toContain('action overdue');
    expect(helen).toContain('open cases audited in twelve months');
    for (const href of ['/concerns/1', '/actions', '/cases']) expect(helen).toContain(`href="${href}"`);
    expect(await home('marcus')).not.toContain('open cases audited');
  });

  it('shows a concern above everything else, with the time counted, to the manager named only', async () => {
    const helen = await home('helen');
    expect(helen).toContain('Concern, not yet acknowledged: 27 hours 52 minutes');
    expect(helen.indexOf('not yet acknowledged')).toBeLessThan(helen.indexOf('figures'));
    expect(await home('priya')).not.toContain('not yet acknowledged');
  });

  it('says that nothing waits where nothing does, and what would stand there', async () => {
    const person = addPerson(t.db, 'Joy Mensah', t.clock.now);
    const passwordHash = hashSync(password, { memoryCost: 1024, timeCost: 1 });
    openAccount(t.db, { person, signInName: 'joy', passwordHash, mustChange: 0 });
    giveRole(t.db, { person, role: 'practitioner', team: null, from: '2026-11-01', by: null });
    const page = await home('joy' as StaffName);
    expect(page).toContain('Nothing waits for you');
    expect(page).toContain('a case of yours from the moment that it is selected');
  });

  it('adds up for somebody with several roles', async () => {
    giveRole(t.db, { person: t.ids.kofi, role: 'administrator', team: null, from: '2026-11-01', by: null });
    const kofi = await home('kofi');
    expect(kofi).toContain('Your own work, audited');
    expect(kofi).toContain('Looking after the service');
  });

  it('tells nobody a level of the service before its auditor has put their own', async () => {
    for (const name of ['tom', 'ruth', 'hana', 'marcus'] as const)
      expect(await home(name)).not.toMatch(/risk level|High|Very high/);
  });

  it('has a menu of what the person may do, and no more', async () => {
    const entries = async (name: StaffName) =>
      [...(await home(name)).matchAll(/class="menu__link" href="[^"]*"[^>]*>([^<]+)</g)].map((m) => m[1]);
    expect(await entries('ada')).toEqual(['Home', 'Forms', 'People', 'Settings']);
    expect(await entries('kofi')).toEqual(['Home', 'Cases', 'Audits', 'Actions', 'Reports', 'Forms']);
    expect(await entries('helen')).toContain('Samples');
  });

  it('marks a demonstration on every page', async () => {
    expect(await home('kofi')).not.toContain('Demonstration data');
    setSetting(t.db, 'demonstration', 'yes', null, t.clock.now);
    expect(await home('kofi')).toContain('Demonstration data');
    expect((await t.visitor().get('/sign-in')).text).toContain('Demonstration data');
  });
});

describe('the first steps of a service', () => {
  it('stay on the home page, ticked one by one, until a case list, people and a sample are there', async () => {
    const t = testApp();
    const helen = await t.as('helen');
    const before = (await helen.get('/')).text;
    expect(before).toContain('Three steps to a first audit');
    expect(before.match(/ticks__done/g)).toHaveLength(1);
    expect((await (await t.as('kofi')).get('/')).text).not.toContain('Three steps');
    t.close();
    const world = testWorld();
    expect((await (await world.as('helen')).get('/')).text).not.toContain('Three steps');
    world.close();
  });
});
