import { testWorld } from '../../fixtures/app';
import { htmlText } from '../../views/text';

test('the head sees what internal audits would forecast: counts with ranges, no internal evidence where none asked', async () => {
  const t = testWorld();
  const helen = await t.as('helen');
  const says = htmlText((await helen.get('/inspections/forecast').expect(200)).text);
  expect(says).toMatch(/2\.1\.3 Assessment: keeping other people safe \d of \d/);
  expect(says).toContain('2.1.1 Assessment: helping the child to stop offending no internal evidence');
  expect(says).toContain('No rating: an inspection draws its own cases');
  await (await t.as('marcus')).get('/inspections/forecast').expect(403);
  t.close();
});
