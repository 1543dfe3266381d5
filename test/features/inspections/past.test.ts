import { testApp, type TestApp } from '../../fixtures/app';
import { htmlText } from '../../views/text';

let t: TestApp;
beforeAll(() => (t = testApp()));
afterAll(() => t.close());

const screening = {
  format: 'screening',
  published: '11 May 2016',
  public: '72',
  cases: '47',
  source: 'Letter to the council',
  recommendations: 'Plans name who protects each victim\n\nManagers check plans before they are used\n',
};
const enter = async (given: object) => (await t.as('helen')).post('/inspections/past/new').type('form').send(given);

describe('past inspections', () => {
  it('stand as they were printed beside the published results of others, and nothing is converted', async () => {
    expect((await enter(screening)).status).toBe(303);
    const marcus = await t.as('marcus');
    const page = htmlText((await marcus.get('/inspections/past').expect(200)).text);
    expect(page).toContain('Protecting the public 72%; cases read 47');
    expect(page).toContain('nothing here is converted from one format into another, averaged or drawn on one line');
    expect(page).toContain('Islington');
    const csv = await marcus.get('/inspections/past.csv?table=2018-2024').expect(200);
    expect(csv.text).toContain('2.1 Assessment');
  });

  it('say what is wrong with a figure, and keep what was typed', async () => {
    const answer = await enter({ ...screening, public: '172', published: 'once' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Give a whole number up to 100.');
    expect(answer.text).toContain('Give a day, a month or a year');
    expect(answer.text).toContain('value="172"');
  });

  it('give their recommendations as the first actions, each with an owner and a date, once', async () => {
    const helen = await t.as('helen');
    const entered = (await enter(screening)).headers['location']!;
    const first = t.db.prepare('SELECT max(id) - 1 FROM past_recommendations').pluck().get() as number;
    const at = `${entered}/actions/${first}`;
    expect((await helen.get(at).expect(200)).text).toContain('Plans name who protects each victim');
    const action = {
      wording: 'Plans name who protects each victim',
      goodLooksLike: 'Read in 9 of 10 files',
      owner: String(t.ids.marcus),
      dueOn: '20 Dec 2026',
    };
    await helen
      .post(at)
      .type('form')
      .send({ ...action, owner: '' })
      .expect(422);
    await helen.post(at).type('form').send(action).expect(303);
    await helen.post(at).type('form').send(action).expect(409);
    expect(htmlText((await helen.get(entered)).text)).toMatch(/Action of Marcus \w+, by 20 Dec 2026/);
    await helen.post(`${entered}/removal`).expect(409);
  });

  it('are taken out again when they were entered by mistake', async () => {
    const helen = await t.as('helen');
    const entered = (await enter({ ...screening, recommendations: '' })).headers['location']!;
    await helen.post(`${entered}/removal`).expect(303);
    await helen.get(entered).expect(404);
  });

  it('are entered by the head of service only, and seen by nobody from outside the service', async () => {
    await (await t.as('marcus')).get('/inspections/past/new').expect(403);
    await (await t.as('kofi')).get('/inspections/past').expect(403);
  });
});
