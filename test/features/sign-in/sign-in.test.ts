import request from 'supertest';
import { recover } from '../../../server/commands/recover.js';
import { setPassword, accountOf } from '../../../server/features/people/accounts.store.js';
import { hashPassword } from '../../../server/features/sign-in/passwords.js';
import { trailBefore } from '../../../server/features/trail/trail.store.js';
import { password } from '../../fixtures/staff.js';
import { testApp, type TestApp } from '../../fixtures/app.js';

describe('signing in', () => {
  let t: TestApp;
  beforeEach(() => (t = testApp()));
  afterEach(() => t.close());

  it('answers a wrong password and an unknown name alike', async () => {
    const wrong = await t.visitor().post('/sign-in').type('form').send({ name: 'helen', password: 'not this one' });
    const unknown = await t.visitor().post('/sign-in').type('form').send({ name: 'nobody', password: 'not this one' });
    expect(wrong.status).toBe(422);
    expect(unknown.status).toBe(422);
    expect(wrong.text.replaceAll('helen', '')).toBe(unknown.text.replaceAll('nobody', ''));
  });

  it('lasts four hours beyond the last request', async () => {
    const ruth = await t.as('ruth');
    t.clock.now = '2026-11-24T17:30:00.000Z';
    await ruth.get('/who-may').expect(200);
    t.clock.now = '2026-11-24T21:20:00.000Z';
    await ruth.get('/who-may').expect(200);
    t.clock.now = '2026-11-25T01:30:00.000Z';
    const ended = await ruth.get('/who-may').expect(303);
    expect(ended.headers['location']).toContain('/sign-in');
  });

  it('writes down at most every five minutes that it is in use', async () => {
    const ruth = await t.as('ruth');
    const seen = () => t.db.prepare('SELECT seen_at FROM sessions').pluck().get();
    t.clock.now = '2026-11-24T14:06:00.000Z';
    await ruth.get('/who-may').expect(200);
    expect(seen()).toBe('2026-11-24T14:02:00.000Z');
    t.clock.now = '2026-11-24T14:07:30.000Z';
    await ruth.get('/who-may').expect(200);
    expect(seen()).toBe(t.clock.now);
  });

  it('refuses a change that comes from another site', async () => {
    const helen = await t.as('helen');
    const answer = await helen.post('/sign-out').set('Sec-Fetch-Site', 'cross-site').expect(403);
    expect(answer.text).toContain('did not come from one of our own pages');
    await helen.get('/account/password').expect(200);
  });

  it('refuses a change whose origin is another host, where the browser says only that', async () => {
    const old = (origin: string) => request(t.app).post('/sign-in').set('Host', 'assay.test').set('Origin', origin);
    await old('https://elsewhere.example').type('form').send({ name: 'ruth', password }).expect(403);
    await old('http://assay.test').type('form').send({ name: 'ruth', password }).expect(303);
  });

  it('rests after ten tries on one name, even for the right password', async () => {
    for (let i = 0; i < 10; i += 1) {
      await t
        .visitor()
        .post('/sign-in')
        .type('form')
        .send({ name: 'sam.tries', password: 'wrong one here' })
        .expect(422);
    }
    const answer = await t.visitor().post('/sign-in').type('form').send({ name: 'sam.tries', password }).expect(422);
    expect(answer.text).toContain('Too many tries');
  });

  it('lets a first password open nothing but the page that changes it', async () => {
    setPassword(t.db, t.ids.ruth, await hashPassword('first-password-1'), 1);
    const ruth = t.visitor();
    await ruth.post('/sign-in').type('form').send({ name: 'ruth', password: 'first-password-1' }).expect(303);
    await ruth.get('/forms').expect(303).expect('Location', '/account/password');
    await ruth.post('/settings').type('form').send({}).expect(303).expect('Location', '/account/password');
    await ruth.get('/').set('Accept', 'application/json').expect(403);
    await ruth
      .post('/account/password')
      .type('form')
      .send({ old: 'first-password-1', password: 'four words of mine', again: 'four words of mine' })
      .expect(303);
    expect(accountOf(t.db, t.ids.ruth)?.mustChange).toBe(0);
    await ruth.get('/who-may').expect(200);
  });

  it('refuses the first password as the new one', async () => {
    setPassword(t.db, t.ids.ruth, await hashPassword('first-password-1'), 1);
    const ruth = t.visitor();
    await ruth.post('/sign-in').type('form').send({ name: 'ruth', password: 'first-password-1' }).expect(303);
    await ruth
      .post('/account/password')
      .type('form')
      .send({ old: 'first-password-1', password: 'first-password-1', again: 'first-password-1' })
      .expect(422);
  });

  it('carries what was typed through a sign-in that ran out', async () => {
    const page = await t.visitor().post('/account/password').type('form').send({ note: 'half a thought' }).expect(401);
    expect(page.text).toContain('half a thought');
    const carried = /name="carried" value="([^"]*)"/.exec(page.text)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const after = await t.visitor().post('/sign-in').type('form').send({ name: 'ruth', password, carried }).expect(200);
    expect(after.text).toContain('action="/account/password"');
    expect(after.text).toContain('value="half a thought"');
  });

  it('leads nowhere but to our own pages after signing in', async () => {
    const answer = await t
      .visitor()
      .post('/sign-in')
      .type('form')
      .send({ name: 'ruth', password, next: '//elsewhere' });
    expect(answer.headers['location']).toBe('/');
  });

  it('does not lead back to an address so long that no browser could be led there', async () => {
    const answer = await t
      .visitor()
      .get(`/forms?x=${'😀'.repeat(300)}`)
      .expect(303);
    expect(answer.headers['location']).toBe('/sign-in?next=%2F');
  });

  it('is recovered by a command on the machine, which the trail names', async () => {
    const ruth = await t.as('ruth');
    const given = await recover(t.db, 'ruth', t.clock.now);
    await ruth.get('/who-may').expect(303);
    await t.visitor().post('/sign-in').type('form').send({ name: 'ruth', password }).expect(422);
    const again = await t.visitor().post('/sign-in').type('form').send({ name: 'ruth', password: given });
    expect(again.headers['location']).toBe('/account/password');
    const entry = trailBefore(t.db, 1e9, 5).find((row) => row.act === 'people.reset-password');
    expect(entry).toMatchObject({ person: null, thing: 'people', thingId: t.ids.ruth });
    expect(entry?.details).toContain('command line');
  });

  it('recovers nobody who is not there', async () => {
    await expect(recover(t.db, 'nobody', t.clock.now)).rejects.toThrow("Nobody signs in as 'nobody'.");
  });
});
