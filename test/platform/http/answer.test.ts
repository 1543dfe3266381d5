import { smallHouse } from './small-house';
import { routes } from './small-routes';

describe('what goes out', () => {
  let house: ReturnType<typeof smallHouse>;
  beforeEach(() => (house = smallHouse(routes)));
  afterEach(() => {
    expect(house.db.inTransaction).toBe(false);
    house.close();
  });

  it('with 404 where there is no page, no form or no such method', async () => {
    await house.as('head').get('/nowhere').expect(404);
    await house.as('head').get('/only-save').expect(404);
    await house.as('head').post('/list').expect(404);
    await house.as('head').put('/teams').expect(404);
    await house.as('head').delete('/teams/7').expect(404);
    expect((await house.as('head').get('/nowhere').set('Accept', 'application/json').expect(404)).body).toHaveProperty(
      'message',
    );
  });

  it('with 400 where the address is broken', () => house.as('head').get('/teams/%E0%A4%A').expect(400));

  it('with the head of a page only, where that is asked', async () => {
    const answer = await house.as('head').head('/teams').expect(200);
    expect(answer.headers['content-length']).not.toBe('0');
    expect(answer.body).toEqual({});
  });

  it('with a file by its name', async () => {
    const answer = await house.as('head').get('/list').expect(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename=list.json');
  });

  it('with the table of the page as a file after its address, and text that begins with = kept as text', async () => {
    const csv = await house.as('head').get('/teams.csv?show=mine').expect(200);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.text).toContain("'=North");
    const xlsx = await house.as('head').get('/teams.xlsx').expect(200);
    expect(xlsx.headers['content-disposition']).toBe('attachment; filename=teams.xlsx');
  });

  it('with no file where the page has no such table, or the person no right', async () => {
    await house.as('head').get('/teams.csv?table=nothing').expect(404);
    await house.as('head').get('/teams/7.csv').expect(404);
    await house.as('auditor').get('/teams.csv').expect(403);
    await house.as(null).get('/teams.csv').expect(303);
  });

  it('with a sentence where not even a page can be made', async () => {
    house.breakPages();
    const answer = await house.as('head').get('/teams').expect(500);
    expect(answer.text).toBe(
      'Something is wrong on our side. If you were saving something, look whether it was kept before you save it again. If this stays, tell whoever runs Assay here the time.',
    );
    expect((await house.as('head').get('/nowhere').expect(500)).text).not.toContain('no template');
  });
});
