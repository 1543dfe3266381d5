import { createHash } from 'node:crypto';
import request from 'supertest';
import { disableAccount } from '../../../server/features/people/accounts.store.js';
import { endRole } from '../../../server/features/people/roles.store.js';
import { password } from '../../fixtures/staff.js';
import { testApp, type TestApp } from '../../fixtures/app.js';

describe('a session', () => {
  let t: TestApp;
  beforeEach(() => (t = testApp()));
  afterEach(() => t.close());

  const stored = (): { id_hash: string; person_id: number; data: string; expires_at: string }[] =>
    t.db.prepare('SELECT * FROM sessions ORDER BY expires_at').all() as ReturnType<typeof stored>;
  const signIn = (cookie?: string) => {
    const asked = request(t.app).post('/sign-in').set('Sec-Fetch-Site', 'same-origin').type('form');
    return (cookie === undefined ? asked : asked.set('Cookie', cookie)).send({ name: 'ruth', password }).expect(303);
  };
  const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
    String(answer.headers['set-cookie']).split(';')[0]!;
  const idIn = (cookie: string): string =>
    decodeURIComponent(cookie.replace('assay=', '')).replace(/^s:/, '').split('.')[0]!;
  const open = (cookie: string) => request(t.app).get('/who-may').set('Cookie', cookie);
  const hoursLater = (hours: number): void => {
    t.clock.now = new Date(Date.parse(t.clock.now) + hours * 3_600_000).toISOString();
  };

  it('lies in the database under the hash of its id, so that a copy of the file signs nobody in', async () => {
    const cookie = cookieOf(await signIn());
    const [row] = stored();
    expect(row?.id_hash).toBe(createHash('sha256').update(idIn(cookie)).digest('hex'));
    expect(row?.person_id).toBe(t.ids.ruth);
    expect(JSON.stringify(stored())).not.toContain(idIn(cookie));
    await open(cookie).expect(200);
    await open(`assay=s%3A${row!.id_hash}.x`).expect(303);
  });

  it('is a new one at each sign-in, so that nobody can plant one beforehand', async () => {
    const first = cookieOf(await signIn());
    const second = cookieOf(await signIn(first));
    expect(idIn(second)).not.toBe(idIn(first));
    await open(first).expect(303);
    await open(second).expect(200);
  });

  it('ends after four hours without a request, and lasts while somebody works', async () => {
    const cookie = cookieOf(await signIn());
    for (let i = 0; i < 5; i += 1) {
      hoursLater(3.5);
      await open(cookie).expect(200);
    }
    hoursLater(4.1);
    await open(cookie).expect(303).expect('Location', '/sign-in?next=%2Fwho-may');
  });

  it('is swept away after its end by the next sign-in', async () => {
    await signIn();
    hoursLater(5);
    await signIn();
    expect(stored()).toHaveLength(1);
  });

  it('ends with signing out, for that session only', async () => {
    const [one, two] = [cookieOf(await signIn()), cookieOf(await signIn())];
    await request(t.app).post('/sign-out').set('Sec-Fetch-Site', 'same-origin').set('Cookie', one).expect(303);
    await open(one).expect(303);
    await open(two).expect(200);
  });

  it('has the roles of this very moment: one that ended gives nothing any more', async () => {
    const helen = await t.as('helen');
    await helen.get('/people').expect(200);
    const role = t.db
      .prepare("SELECT id FROM roles_held WHERE person_id = ? AND role = 'head'")
      .pluck()
      .get(t.ids.helen);
    endRole(t.db, Number(role), '2026-11-24');
    await helen.get('/people').expect(403);
  });

  it('is worth nothing once the account is closed', async () => {
    const ruth = await t.as('ruth');
    await ruth.get('/who-may').expect(200);
    disableAccount(t.db, t.ids.ruth, t.clock.now);
    await ruth.get('/who-may').expect(303);
  });

  it.each(['assay=', 'assay=s%3Aforged.signature', 'assay=%00%ff', `assay=${'x'.repeat(5000)}`])(
    'that is forged is none: %#',
    (cookie) => open(cookie).expect(303),
  );

  it('that ran out carries what was typed through the sign-in, and one press does it', async () => {
    const ada = await t.as('ada');
    hoursLater(5);
    const asked = await ada.post('/people/teams/new').type('form').send({ team: 'East & West "2"' }).expect(401);
    const carried = unescaped(/name="carried" value="([^"]*)"/.exec(asked.text)![1]!);
    const page = await ada.post('/sign-in').type('form').send({ name: 'ada', password, carried }).expect(200);
    expect(page.text).toContain('action="/people/teams/new"');
    const team = unescaped(/name="team" value="([^"]*)"/.exec(page.text)![1]!);
    await ada.post('/people/teams/new').type('form').send({ team }).expect(303);
    expect(t.db.prepare("SELECT name FROM teams WHERE name LIKE 'East%'").pluck().all()).toEqual(['East & West "2"']);
  });

  it('that ran out keeps what was typed over a wrong password', async () => {
    const asked = await t.visitor().post('/people/teams/new').type('form').send({ team: 'East' }).expect(401);
    const carried = unescaped(/name="carried" value="([^"]*)"/.exec(asked.text)![1]!);
    const again = await t.visitor().post('/sign-in').type('form').send({ name: 'ada', password: 'wrong', carried });
    expect(again.status).toBe(422);
    expect(unescaped(/name="carried" value="([^"]*)"/.exec(again.text)![1]!)).toBe(carried);
  });

  it('is renewed in place only by the same person', async () => {
    const again = { name: 'ruth', password, same: String(t.ids.helen) };
    await t.visitor().post('/sign-in').type('form').set('Accept', 'application/json').send(again).expect(422);
    expect(stored()).toHaveLength(0);
    await t
      .visitor()
      .post('/sign-in')
      .type('form')
      .set('Accept', 'application/json')
      .send({ ...again, same: String(t.ids.ruth) })
      .expect(200);
    expect(stored()).toHaveLength(1);
  });
});

const unescaped = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#x3D;', '=').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
