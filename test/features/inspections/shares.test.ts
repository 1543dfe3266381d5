import { inspectionUnderWay, readCase } from '../../fixtures/judged-inspection';
import { testApp, type TestApp } from '../../fixtures/app';
import { shippedFramework } from '../../../server/features/inspections/framework-document';
import { htmlText } from '../../views/text';

const seen = async (t: TestApp, address: string) =>
  htmlText((await (await t.as('marcus')).get(address).expect(200)).text);
const child = { 'facts-subject': 'child', 'facts-use': 'inspection' };
const lowest = { how: 'lowest' };
const bands = [
  { rating: 'inadequate', from: 0, to: 49 },
  { rating: 'requires-improvement', from: 50, to: 64 },
  { rating: 'good', from: 65, to: 79 },
  { rating: 'outstanding', from: 80, to: 100 },
];
const withRule = (changed: object = {}): object => ({
  ...shippedFramework(),
  version: 2,
  rollUp: {
    source: { name: 'Made up for a test', publishedOn: '2026-01-01' },
    rounding: 'half-up',
    bands,
    areas: { organisation: lowest, children: lowest, victims: lowest },
    overall: { full: lowest, cases: lowest },
    ...changed,
  },
});

describe('an inspection in the framework of 2025', () => {
  let t: TestApp;
  let id: number;
  beforeAll(() => {
    const made = inspectionUnderWay('2025');
    ({ t, id } = made);
    const [first, second, third] = made.readings.map((one) => one.id);
    readCase(t, first!, { ...child, 'judge-harm-planning': 'not-sufficient' });
    readCase(t, second!, { ...child, 'auditor-harm-level': 'low' });
    readCase(t, third!, child);
  });
  afterAll(() => t.close());

  it('shows counts by stage and strand, and no rating at all', async () => {
    const says = await seen(t, `/inspections/${id}/ratings`);
    expect(says).toContain('No rating is shown');
    expect(says).toContain('Planning: keeping communities safe 1 of 2');
    expect(says).not.toMatch(/Outstanding|Inadequate/);
  });

  it('opens a part down to the cases and their notes', async () => {
    const says = await seen(t, `/inspections/${id}/ratings/planning`);
    expect(says).toMatch(/YJ[12]0000\d Ruth \w+ Medium Seen in the file\./);
    expect(says).toContain('One case is left out: the inspector judged the risk to others Low.');
  });

  it('takes the published rule as a document: a hole in its bands is told and nothing is taken', async () => {
    const helen = await t.as('helen');
    const enter = (document: object | string) =>
      helen
        .post('/inspections/framework')
        .type('form')
        .send({ document: typeof document === 'string' ? document : JSON.stringify(document) });
    const hole = await enter(
      withRule({ bands: bands.map((band) => (band.rating === 'good' ? { ...band, from: 70 } : band)) }),
    ).expect(422);
    expect(htmlText(hole.text)).toContain(
      'no band holds 65 to 69 per cent. Let each band begin where the one below ends.',
    );
    expect(htmlText((await enter('{').expect(422)).text)).toContain('this is no JSON');
    expect(htmlText((await enter(shippedFramework()).expect(422)).text)).toContain('There is no rule in it');
    expect(await seen(t, `/inspections/${id}/ratings`)).toContain('No rating is shown');
    await enter(withRule()).expect(303);
    expect(htmlText((await enter(withRule()).expect(422)).text)).toContain('Give it a higher version than 2.');
    const says = await seen(t, `/inspections/${id}/ratings`);
    expect(says).toContain('Rated by the rule that was entered here: Made up for a test, 1 Jan 2026.');
    expect(says).toMatch(/Planning: achieving positive change .*Requires improvement/);
    await (await t.as('marcus')).get('/inspections/framework').expect(403);
  });
});

test('a screening of January 2017 shows shares by theme in two units, and no rating', async () => {
  const { t, id, readings } = inspectionUnderWay('2017');
  readCase(t, readings[0]!.id, { 'judge-theme-public': 'not-sufficient', 'harm-who': 'in-part' });
  const says = await seen(t, `/inspections/${id}/ratings`);
  expect(says).toContain('No rating is shown');
  expect(says).toMatch(/protecting the public \d+ of \d+ .*0 of 1/i);
  t.close();
});

test('the rule is entered where none is: the page offers the document as it ships', async () => {
  const t = testApp();
  const page = await (await t.as('helen')).get('/inspections/framework').expect(200);
  expect(htmlText(page.text)).toContain('None is entered, so nothing is rated');
  t.close();
});
