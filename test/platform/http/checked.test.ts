import { smallHouse } from './small-house';
import { routes } from './small-routes';

describe('what comes in', () => {
  let house: ReturnType<typeof smallHouse>;
  beforeEach(() => (house = smallHouse(routes)));
  afterEach(() => {
    expect(house.db.inTransaction).toBe(false);
    house.close();
  });
  const names = (): unknown[] => house.db.prepare('SELECT name FROM teams').pluck().all();
  const post = (name: string) => house.as('head').post('/teams').type('form').send({ name });

  it('by the schema of its route, with the field at fault', async () => {
    const long = await post('x'.repeat(21)).expect(422);
    expect(JSON.parse(long.text)).toMatchObject({
      faults: [{ message: '‘name’ is too long: at most 20 characters.', href: '#name' }],
    });
    const missing = await house.as('head').post('/teams').type('form').send({}).expect(422);
    expect(missing.text).toContain('Fill in ‘name’');
    const twice = await house.as('head').post('/teams').type('form').send('name=a&name=b').expect(422);
    expect(twice.text).toContain("can't be taken as it was sent");
  });

  it('is a plain page where the query itself is nonsense, also for a change', async () => {
    await house.as('head').get('/teams?show=everything').expect(422);
    const answer = await house
      .as('head')
      .post('/teams?show=everything')
      .type('form')
      .send({ name: 'North' })
      .expect(422);
    expect(JSON.parse(answer.text)).toMatchObject({ view: 'problems/problem' });
    expect(names()).toEqual([]);
  });

  it('is not found where a broken form was sent to something that is not there', async () => {
    const answer = await house.as('head').post('/teams/8').type('form').send({}).expect(404);
    expect(JSON.parse(answer.text)).toMatchObject({ view: 'problems/problem' });
    await house.as('head').post('/teams/7').type('form').send({}).expect(422);
  });

  it.each(['1e3', '-1', '0x7', '07', '7.0', '%207', '0', '99999999999999999999', 'seven', '%00', '__proto__'])(
    'knows no id but a positive whole number: %s',
    (id) => house.as('head').get(`/teams/${id}`).expect(404),
  );

  it('finds the real one', async () => {
    const answer = await house.as('head').get('/teams/7').expect(200);
    expect(JSON.parse(answer.text)).toMatchObject({ model: { id: 7, reach: 'all' } });
  });

  it('has control characters taken out, and line ends left', async () => {
    await house.as('head').post('/teams').type('form').send('name=No%00r%1Bth').expect(303);
    expect(names()).toEqual(['North']);
  });

  it('takes a field called __proto__ for a field like any other', async () => {
    await house
      .as('head')
      .post('/teams')
      .type('form')
      .send('name=North&__proto__=a&__proto__=b&constructor=c')
      .expect(303);
    expect(names()).toEqual(['North']);
  });

  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded; charset=utf-99'])(
    'takes no %s for a form',
    async (type) => {
      const answer = await house.as('head').post('/teams').set('Content-Type', type).send('{"name":"North"}');
      expect([415, 422]).toContain(answer.status);
      expect(names()).toEqual([]);
    },
  );

  it('is refused as a page when it is too large or has too many fields', async () => {
    const large = await house
      .as('head')
      .post('/teams')
      .type('form')
      .send(`name=${'x'.repeat(30_000)}`)
      .expect(413);
    expect(large.text).toContain('too large');
    await house.as('head').post('/teams').type('form').send('a=b&'.repeat(60)).expect(413);
    expect(house.lines).toEqual([]);
  });
});
