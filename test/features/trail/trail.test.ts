import { rights } from '../../../server/domain/rights.js';
import { actInWords } from '../../../server/features/trail/act-words.js';
import { verifyTrail } from '../../../server/features/trail/verify.js';
import { actsShown } from '../../../server/features/trail/who-may.page.js';
import { trailBefore } from '../../../server/features/trail/trail.store.js';
import { testWorld, type TestApp } from '../../fixtures/app.js';

describe('the trail', () => {
  let t: TestApp;
  beforeEach(() => (t = testWorld()));
  afterEach(() => t.close());

  it('is whole after all that the small service went through', () => {
    const { brokenAt, entries } = verifyTrail(t.db);
    expect(brokenAt).toBeNull();
    expect(entries).toBeGreaterThan(20);
  });

  const without = (trigger: string, work: () => void) => {
    t.db.exec(`DROP TRIGGER ${trigger}`);
    work();
  };

  it('tells the first entry that somebody changed in the file', () => {
    without('trail_stay', () => t.db.prepare("UPDATE trail SET act = 'viewed' WHERE id = 7").run());
    expect(verifyTrail(t.db).brokenAt).toBe(7);
  });

  it('tells an entry that no longer names the one before it', () => {
    without('trail_stay', () => t.db.prepare("UPDATE trail SET previous = 'x' WHERE id = 9").run());
    expect(verifyTrail(t.db).brokenAt).toBe(9);
  });

  it('tells where an entry was taken out', () => {
    without('trail_remain', () => t.db.prepare('DELETE FROM trail WHERE id = 7').run());
    expect(verifyTrail(t.db).brokenAt).toBe(8);
  });

  it('can be neither changed nor shortened through the product’s own connection', () => {
    expect(() => t.db.prepare('DELETE FROM trail').run()).toThrow('never changes');
    expect(() => t.db.prepare("UPDATE trail SET act = 'x'").run()).toThrow('never changes');
  });

  it('is read by head and administrator, in plain words and without case content', async () => {
    const page = await (await t.as('ada')).get('/trail').expect(200);
    expect(page.text).toContain('Drew a sample');
    expect(page.text).not.toMatch(/YJ\d{6}/);
    expect(page.text).not.toContain('Shared bus');
    await (await t.as('helen')).get('/trail/verification').expect(200);
    await (await t.as('marcus')).get('/trail').expect(403);
  });

  it('names who signed in, although nobody was signed in yet', async () => {
    const ada = await t.as('ada');
    const [newest] = trailBefore(t.db, 1e9, 1);
    expect(newest).toMatchObject({ act: 'signed in', person: null, thingId: t.ids.ada });
    const row = /<tr[^>]*>(?:(?!<\/tr>).)*Signed in(?:(?!<\/tr>).)*<\/tr>/s.exec((await ada.get('/trail')).text)?.[0];
    expect(row).toContain('Ada Stone');
  });

  it('is paged by key, from the newest to the oldest', async () => {
    const insert = t.db.prepare(
      "INSERT INTO trail (at, act, details, previous, hash) VALUES ('2026-11-24T10:00:00.000Z', 'viewed', '{}', '', '')",
    );
    for (let i = 0; i < 120; i += 1) insert.run();
    const ada = await t.as('ada');
    const first = await ada.get('/trail').expect(200);
    const older = /\/trail\?before&#x3D;(\d+)/.exec(first.text)?.[1];
    const second = await ada.get(`/trail?before=${older}`).expect(200);
    expect(second.text).toContain('Drew a sample');
    expect(second.text).toContain('href="/trail"');
    await ada.get('/trail?before=x').expect(422);
  });

  it('has one look at a person’s page a day', async () => {
    const ada = await t.as('ada');
    await ada.get(`/people/${t.ids.kofi}`);
    await ada.get(`/people/${t.ids.kofi}`);
    const looks = trailBefore(t.db, 1e9, 10).filter((row) => row.act === 'viewed' && row.thingId === t.ids.kofi);
    expect(looks).toHaveLength(1);
  });

  it('has plain words for every act that it holds here', () => {
    const acts = new Set(trailBefore(t.db, 1e9, 500).map((row) => row.act));
    for (const act of acts) expect(actInWords(act)).not.toBe(act);
  });
});

describe('who may do what', () => {
  it('shows every right of the table, once', () => {
    expect(actsShown().sort()).toEqual(Object.keys(rights).sort());
  });

  it('is open to every role', async () => {
    const t = testWorld();
    for (const name of ['kofi', 'ruth', 'marcus', 'helen', 'ada'] as const) {
      expect((await (await t.as(name)).get('/who-may').expect(200)).text).toContain('What an audit is for');
    }
    t.close();
  });
});
