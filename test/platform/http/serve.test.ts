import { smallHouse } from './small-house';
import { routes, waits } from './small-routes';

describe('one request', () => {
  let house: ReturnType<typeof smallHouse>;
  beforeEach(() => (house = smallHouse(routes)));
  afterEach(() => {
    expect(house.db.inTransaction).toBe(false);
    house.close();
  });
  const names = (): unknown[] => house.db.prepare('SELECT name FROM teams').pluck().all();
  const post = (name: string) => house.as('head').post('/teams').type('form').send({ name });

  describe('is guarded', () => {
    it('opens to anyone only what says so', async () => {
      const open = await house.as(null).get('/open').expect(200);
      expect(JSON.parse(open.text)).toMatchObject({ model: { me: null } });
      await house
        .as(null)
        .get('/teams?show=mine')
        .expect(303)
        .expect('Location', '/sign-in?next=%2Fteams%3Fshow%3Dmine');
    });

    it('refuses a role without the right, and says where it is written who may', async () => {
      const answer = await house.as('auditor').get('/teams').expect(403);
      expect(answer.text).toContain('Who may do what');
      await house.as('auditor').post('/teams').type('form').send({ name: 'North' }).expect(403);
      expect(names()).toEqual([]);
    });

    it('carries what was typed to the sign-in, and changes nothing', async () => {
      const answer = await house
        .as(null)
        .post('/teams')
        .type('form')
        .send({ name: 'North', ticked: ['a', 'b'] })
        .expect(401);
      const typedBefore = { name: 'North', ticked: ['a', 'b'] };
      expect(JSON.parse(answer.text)).toMatchObject({ view: 'sign-in', model: { next: '/teams', typed: typedBefore } });
      expect(names()).toEqual([]);
    });

    it('tells a script to sign in', async () => {
      const answer = await house
        .as(null)
        .post('/teams')
        .set('Accept', 'application/json')
        .type('form')
        .send({})
        .expect(401);
      expect(answer.body).toEqual({ signIn: true });
    });

    it.each([
      ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
      ['a neighbour on the same domain', { 'Sec-Fetch-Site': 'same-site' }],
      ['nowhere', { 'Sec-Fetch-Site': 'none' }],
    ])('refuses a change from %s', async (_where, headers) => {
      const answer = await post('North').set(headers).expect(403);
      expect(answer.text).toContain('did not come from one of our own pages');
      expect(names()).toEqual([]);
    });
  });

  describe('changes something', () => {
    it('in one act with its entry, and leads on', async () => {
      await post('North').expect(303).expect('Location', '/teams');
      expect(names()).toEqual(['North']);
      expect(house.acts()).toEqual(['people.add-team']);
    });

    it('without an entry where the act keeps a record of its own', async () => {
      await house.as('head').post('/only-save').expect(303);
      expect(house.acts()).toEqual([]);
    });

    it('answers a script with the outcome and the address', async () => {
      const answer = await post('North').set('Accept', 'application/json').expect(200);
      expect(answer.body).toEqual({ id: 1, to: '/teams' });
    });

    it('shows the same address again with what was typed, and takes back what was done', async () => {
      const answer = await post('Taken').expect(422);
      const message = 'There is a team Taken already.';
      expect(JSON.parse(answer.text)).toMatchObject({
        view: 'teams',
        model: { name: 'Taken', fault: message },
        faults: [{ message, href: '#name' }],
      });
      expect(names()).toEqual([]);
      expect(house.acts()).toEqual([]);
    });

    it('shows lists again as they were ticked', async () => {
      const answer = await house
        .as('head')
        .post('/teams')
        .type('form')
        .send({ name: 'Taken', ticked: 'one' })
        .expect(422);
      expect(JSON.parse(answer.text)).toMatchObject({ model: { ticked: ['one'] } });
    });

    it('says when somebody else was faster: 409, and the typed words stay', async () => {
      const answer = await post('Moved').expect(409);
      expect(JSON.parse(answer.text)).toMatchObject({
        model: { name: 'Moved' },
        faults: [{ message: 'Somebody else changed the teams.', href: null }],
      });
      expect(names()).toEqual([]);
    });

    it('tells a script the faults, with the status of a page', async () => {
      const script = (name: string) => post(name).set('Accept', 'application/json');
      const message = 'There is a team Taken already.';
      expect((await script('Taken').expect(422)).body).toEqual({
        message,
        faults: [{ field: 'name', at: null, message }],
      });
      expect((await script('Moved').expect(409)).body).toMatchObject({ message: 'Somebody else changed the teams.' });
      expect((await script('Broken').expect(500)).body).toMatchObject({
        message: expect.stringContaining('look whether it was kept') as string,
      });
    });

    it('keeps what is done where something is left to tell', async () => {
      const answer = await post('Half').expect(409);
      expect(JSON.parse(answer.text)).toMatchObject({ view: 'teams-half' });
      expect(names()).toEqual(['Half']);
    });

    it('tells a script what is left to tell', async () => {
      const script = await post('Half').set('Accept', 'application/json').expect(409);
      expect(script.body).toEqual({ half: true });
    });

    it('prepares outside the transaction and saves inside', async () => {
      const answer = await house.as('head').post('/slow').expect(200);
      expect(waits.name).toBe('outside');
      expect(JSON.parse(answer.text)).toMatchObject({ model: { prepared: 'prepared', inside: true } });
    });

    it.each([
      ['Hidden', 404, 'not yours to see'],
      ['Held', 403, 'Only on Mondays.'],
    ])('answers %s with %i and takes back what was done', async (name, status, words) => {
      const answer = await post(name).expect(status);
      expect(answer.text).toContain(words);
      expect(names()).toEqual([]);
    });

    it('calls a defect one, tells nobody what it was, and logs the pattern of the route and no address', async () => {
      const answer = await house.as('head').post('/teams?show=mine').type('form').send({ name: 'Broken' }).expect(500);
      expect(answer.text).toContain('Something is wrong on our side');
      expect(answer.text).not.toContain('s3cret');
      expect(names()).toEqual([]);
      expect(house.lines).toHaveLength(1);
      expect(JSON.parse(house.lines[0]!)).toMatchObject({ route: '/teams', msg: 'defect', err: { message: 's3cret' } });
    });
  });
});
