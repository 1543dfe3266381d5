import { smallHouse } from './small-house';
import { routes } from './small-routes';

describe('a form with a file', () => {
  let house: ReturnType<typeof smallHouse>;
  beforeEach(() => (house = smallHouse(routes)));
  afterEach(() => {
    expect(house.db.inTransaction).toBe(false);
    house.close();
  });

  const upload = (bytes: number) =>
    house.as('head').post('/upload').attach('file', Buffer.alloc(bytes, 'x'), 'Siân.csv');

  it('brings it with its name', async () => {
    const answer = await upload(100).expect(200);
    expect(JSON.parse(answer.text)).toMatchObject({ model: { name: 'Siân.csv', bytes: 100 } });
  });

  it('refuses one that is too large, at its field, after reading it away', async () => {
    const answer = await upload(3_000_000).expect(413);
    expect(JSON.parse(answer.text)).toMatchObject({ view: 'upload', faults: [{ href: '#file' }] });
  });

  it('refuses one in a field of another name', async () => {
    await house.as('head').post('/upload').attach('other', Buffer.from('x'), 'a.csv').expect(422);
  });

  it('has none where the form has none', async () => {
    const answer = await house.as('head').post('/upload').type('form').send({}).expect(200);
    expect(JSON.parse(answer.text)).toMatchObject({ model: { name: null } });
  });
});
