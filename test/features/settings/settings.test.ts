import { acceptedReasons } from '../../../server/features/settings/accepted-reasons.js';
import { concernHours } from '../../../server/features/settings/concern-hours.js';
import { setting } from '../../../server/features/settings/settings.store.js';
import { contactFor } from '../../../server/features/concerns/contacts.store.js';
import { testApp, type TestApp } from '../../fixtures/app.js';

const today = '2026-11-24';

describe('the settings of a service', () => {
  let t: TestApp;
  beforeEach(() => (t = testApp()));
  afterEach(() => t.close());

  it('are changed by the administrator and read by the head', async () => {
    const [ada, helen] = [await t.as('ada'), await t.as('helen')];
    await ada.post('/settings/service').type('form').send({ service: ' Northbeck  YJS ', hours: '2' }).expect(303);
    expect(setting(t.db, 'service-name')).toBe('Northbeck YJS');
    expect(concernHours(t.db)).toBe(2);
    expect((await helen.get('/settings').expect(200)).text).toContain('Northbeck YJS');
    await helen.post('/settings/service').type('form').send({ service: 'x', hours: '2' }).expect(403);
  });

  it('take whole hours from 1 to 168', async () => {
    const ada = await t.as('ada');
    for (const hours of ['0', '169', '1.5', 'soon', '']) {
      await ada.post('/settings/service').type('form').send({ service: 'Northbeck', hours }).expect(422);
    }
    expect(concernHours(t.db)).toBe(4);
  });

  it('accept the six reasons for lateness of the table at first', () => {
    expect([...acceptedReasons(t.db)]).toEqual([
      'child-missed',
      'child-missing-or-ill',
      'interpreter',
      'court-listing',
      'other-area',
      'manager-decision',
    ]);
  });

  it('accept what the service ticks, and nothing when it ticks nothing', async () => {
    const ada = await t.as('ada');
    await ada
      .post('/settings/lateness')
      .type('form')
      .send({ reasons: ['partner-late', 'staffing'] })
      .expect(303);
    expect([...acceptedReasons(t.db)]).toEqual(['partner-late', 'staffing']);
    await ada.post('/settings/lateness').type('form').send({}).expect(303);
    expect([...acceptedReasons(t.db)]).toEqual([]);
    await ada.post('/settings/lateness').type('form').send({ reasons: 'made-up' }).expect(422);
  });

  it('keep every earlier value with who set it', async () => {
    const ada = await t.as('ada');
    await ada.post('/settings/service').type('form').send({ service: 'One', hours: '4' });
    await ada.post('/settings/service').type('form').send({ service: 'Two', hours: '4' });
    const rows = t.db.prepare("SELECT value, set_by AS by FROM settings WHERE key = 'service-name' ORDER BY id").all();
    expect(rows).toEqual([
      { value: 'One', by: t.ids.ada },
      { value: 'Two', by: t.ids.ada },
    ]);
  });

  describe('name whom a concern reaches', () => {
    const name = async (team: string, body: object) =>
      (await t.as('helen')).post(`/settings/contacts/${team}`).type('form').send(body);
    const both = () => ({
      first: String(t.ids.marcus),
      firstTelephone: '01632 960 111',
      deputy: String(t.ids.helen),
      deputyTelephone: '01632 960 112',
    });

    it('for the service, and for a team of its own', async () => {
      expect((await name('service', both())).status).toBe(303);
      expect(contactFor(t.db, t.ids.South, today)).toMatchObject({
        name: 'Marcus Bell',
        deputy: { name: 'Helen Pryce' },
      });
      await name(String(t.ids.South), { first: String(t.ids.priya), firstTelephone: '01632 960 113' });
      expect(contactFor(t.db, t.ids.South, today)).toMatchObject({ name: 'Priya Nair', deputy: null });
      await name(String(t.ids.South), {});
      expect(contactFor(t.db, t.ids.South, today)?.name).toBe('Marcus Bell');
    });

    it('with a number to ring, and a deputy who is another person', async () => {
      expect((await name('service', { ...both(), firstTelephone: '' })).text).toContain('href="#firstTelephone"');
      expect((await name('service', { ...both(), deputy: String(t.ids.marcus) })).text).toContain('href="#deputy"');
      expect((await name('service', {})).status).toBe(422);
      expect((await name('99', both())).status).toBe(404);
    });
  });
});
