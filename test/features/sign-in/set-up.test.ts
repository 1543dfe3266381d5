import { contactFor } from '../../../server/features/concerns/contacts.store.js';
import { accountByName } from '../../../server/features/people/accounts.store.js';
import { holdersOf } from '../../../server/features/people/roles.store.js';
import { setting } from '../../../server/features/settings/settings.store.js';
import { testApp, type TestApp } from '../../fixtures/app.js';

const first = {
  service: 'Northbeck Youth Justice Service',
  name: 'Helen Pryce',
  signInName: 'helen.pryce',
  password: 'three quiet words',
  again: 'three quiet words',
  head: 'yes',
};

describe('the first visit', () => {
  let t: TestApp;
  beforeEach(() => (t = testApp({ empty: true })));
  afterEach(() => t.close());

  const setUp = async () => {
    const code = t.setUpCode.make();
    const agent = t.visitor();
    await agent
      .post('/set-up')
      .type('form')
      .send({ ...first, code })
      .expect(303);
    return agent;
  };

  it('leads every address to the set-up page until there is an account', async () => {
    await t.visitor().get('/').expect(303).expect('Location', '/set-up');
    await t.visitor().get('/audits/1').expect(303).expect('Location', '/set-up');
    await t.visitor().get('/set-up').expect(200);
  });

  it('makes one account that is administrator and head of service, signed in at once', async () => {
    const agent = await setUp();
    const names = (role: 'administrator' | 'head') => holdersOf(t.db, role, '2026-11-24').map((p) => p.name);
    expect(names('administrator')).toEqual(['Helen Pryce']);
    expect(names('head')).toEqual(['Helen Pryce']);
    expect(setting(t.db, 'service-name')).toBe('Northbeck Youth Justice Service');
    await agent.get('/set-up/colleagues').expect(200);
  });

  it('leaves the head of service out where it is unticked', async () => {
    const { head, ...rest } = first;
    expect(head).toBe('yes');
    await t
      .visitor()
      .post('/set-up')
      .type('form')
      .send({ ...rest, code: t.setUpCode.make() })
      .expect(303);
    expect(holdersOf(t.db, 'head', '2026-11-24')).toEqual([]);
    expect(holdersOf(t.db, 'administrator', '2026-11-24')).toHaveLength(1);
  });

  it('refuses a wrong code and shows the page again as it was typed', async () => {
    t.setUpCode.make();
    const answer = await t
      .visitor()
      .post('/set-up')
      .type('form')
      .send({ ...first, code: 'aaaa-bbbb-cccc' })
      .expect(422);
    expect(answer.text).toContain('This is not the code');
    expect(answer.text).toContain('value="Helen Pryce"');
    expect(accountByName(t.db, 'helen.pryce')).toBeUndefined();
  });

  it('refuses the right code after half an hour', async () => {
    const code = t.setUpCode.make();
    t.clock.now = '2026-11-24T14:32:00.000Z';
    await t
      .visitor()
      .post('/set-up')
      .type('form')
      .send({ ...first, code })
      .expect(422);
  });

  it('takes the code until the last minute of the half hour', async () => {
    const code = t.setUpCode.make();
    t.clock.now = '2026-11-24T14:31:59.000Z';
    await t
      .visitor()
      .post('/set-up')
      .type('form')
      .send({ ...first, code })
      .expect(303);
  });

  it('ends the code with its first use', async () => {
    const code = t.setUpCode.make();
    const agent = t.visitor();
    await agent
      .post('/set-up')
      .type('form')
      .send({ ...first, code })
      .expect(303);
    expect(t.setUpCode.fits(code)).toBe(false);
    await t.visitor().get('/set-up').expect(303).expect('Location', '/');
    const second = await t
      .visitor()
      .post('/set-up')
      .type('form')
      .send({ ...first, signInName: 'other', code });
    expect(second.status).not.toBe(200);
    expect(accountByName(t.db, 'other')).toBeUndefined();
  });

  it('names each field that is wrong', async () => {
    const answer = await t
      .visitor()
      .post('/set-up')
      .type('form')
      .send({ code: t.setUpCode.make(), signInName: 'two words', password: 'short', again: 'shorter' })
      .expect(422);
    for (const field of ['service', 'name', 'signInName', 'password', 'again']) {
      expect(answer.text).toContain(`href="#${field}"`);
    }
  });

  it('makes an auditor and a team lead, shows their first passwords once, and names them for concerns', async () => {
    const agent = await setUp();
    const answer = await agent
      .post('/set-up/colleagues')
      .type('form')
      .send({
        auditor: 'Ruth Ashdown',
        lead: 'Marcus Bell',
        team: 'North',
        first: 'lead',
        leadTelephone: '01632 960 111',
        myTelephone: '01632 960 112',
      })
      .expect(200);
    expect(answer.text).toContain('ruth.ashdown');
    expect(answer.text).toContain('marcus.bell');
    expect(answer.text).toContain('Bring in your case list');
    expect(accountByName(t.db, 'ruth.ashdown')?.mustChange).toBe(1);
    expect(contactFor(t.db, null, '2026-11-24')).toMatchObject({
      name: 'Marcus Bell',
      telephone: '01632 960 111',
      deputy: { name: 'Helen Pryce', telephone: '01632 960 112' },
    });
  });

  it('asks for the telephone number of whoever is rung first', async () => {
    const agent = await setUp();
    const answer = await agent
      .post('/set-up/colleagues')
      .type('form')
      .send({ lead: 'Marcus Bell', team: 'North', first: 'lead' })
      .expect(422);
    expect(answer.text).toContain('href="#leadTelephone"');
    expect(accountByName(t.db, 'marcus.bell')).toBeUndefined();
  });
});
