import { parse } from 'csv-parse/sync';
import { testWorld, type TestApp } from '../../fixtures/app.js';

let t: TestApp;
beforeAll(() => {
  t = testWorld();
});
afterAll(() => t.close());

async function rowsFor(
  name: 'helen' | 'marcus' | 'kofi' | 'ruth' | 'tom',
  query = '',
): Promise<Record<string, string>[]> {
  const person = await t.as(name);
  const { text } = await person.get(`/reports/answers.csv${query}`).expect(200);
  return parse(text.slice(text.indexOf('Audit,Case')), { columns: true }) as Record<string, string>[];
}

const auditsIn = (rows: readonly Record<string, string>[]): number[] =>
  [...new Set(rows.map((row) => Number(row['Audit'])))].sort((a, b) => a - b);

describe('every answer as a file', () => {
  it('holds submitted and agreed audits within reach, and none that is with its auditor', async () => {
    const { audits } = t.world;
    const all = [audits.agreed, audits.agreedFull, audits.agreedStandards, audits.submitted, audits.pointed];
    expect(auditsIn(await rowsFor('helen'))).toEqual([...all, audits.submittedDip].sort((a, b) => a - b));
    const north = [audits.agreed, audits.agreedFull, audits.submitted, audits.pointed, audits.returned];
    expect(auditsIn(await rowsFor('marcus'))).toEqual(north.sort((a, b) => a - b));
    const own = [audits.agreed, audits.agreedFull, audits.submitted, audits.pointed];
    expect(auditsIn(await rowsFor('kofi'))).toEqual(own.sort((a, b) => a - b));
  });

  it('leaves out what was written in own words unless it is asked for', async () => {
    const { agreedFull } = t.world.audits;
    const note = t.db
      .prepare('SELECT note FROM answers WHERE audit_id = ? AND note IS NOT NULL LIMIT 1')
      .get(agreedFull) as { note: string };
    const without = await rowsFor('helen');
    expect(JSON.stringify(without)).not.toContain(note.note);
    expect(without.find((row) => row['Item'] === 'close-strengths')?.['Answer']).toBe('In words');
    const withNotes = await rowsFor('helen', '?notes=with');
    expect(withNotes.some((row) => row['Note'] === note.note)).toBe(true);
    expect(withNotes.find((row) => row['Item'] === 'close-strengths')?.['Answer']).not.toBe('In words');
  });

  it('marks an answer that was not asked in the end, and keeps a formula from being one', async () => {
    const { submitted } = t.world.audits;
    t.db.prepare(`UPDATE answers SET value = 'low' WHERE audit_id = ? AND item_key LIKE 'auditor-%'`).run(submitted);
    t.db
      .prepare(`UPDATE answers SET note = '=HYPERLINK("x")' WHERE audit_id = ? AND item_key = 'harm-who'`)
      .run(submitted);
    const rows = (await rowsFor('helen', '?notes=with')).filter((row) => row['Audit'] === String(submitted));
    expect(rows.find((row) => row['Item'] === 'harm-plan-present')?.['Counts']).toBe(
      'Not counted: not asked in the end',
    );
    expect(rows.find((row) => row['Item'] === 'harm-who')).toMatchObject({
      Counts: 'As asked',
      Note: `'=HYPERLINK("x")`,
    });
  });

  it('comes as a workbook too, by form and team, and the page shows the first rows', async () => {
    const helen = await t.as('helen');
    await helen.get('/reports/answers.xlsx').expect(200);
    const dips = await rowsFor('helen', '?form=ten-minute-dip');
    expect(new Set(dips.map((row) => row['Form']))).toEqual(new Set(['ten-minute-dip']));
    const { text } = await helen.get('/reports/answers').expect(200);
    expect(text).toMatch(/The first \d+ rows\./);
    expect((await helen.get('/reports').expect(200)).text).toContain('/reports/answers');
    await (await t.as('ada')).get('/reports/answers').expect(403);
  });
});
