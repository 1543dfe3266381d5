import { auditById } from '../../../server/features/audits/audits.store.js';
import { filledAudit } from '../../../server/features/audits/filled-audit.js';
import { itemResults } from '../../../server/features/audits/results.store.js';
import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import { testWorld, type TestApp } from '../../fixtures/app.js';
import type { StaffName } from '../../fixtures/staff.js';

const own = { held: 'own', amount: '3', unit: 'working-days', from: '', until: '', reason: 'Our procedures, page 4.' };

describe('limits of the service’s own', () => {
  let t: TestApp;
  beforeEach(() => (t = testWorld()));
  afterEach(() => t.close());

  const set = async (place: string, body: object, who: StaffName = 'helen') =>
    (await t.as(who)).post(`/settings/limits/${place}`).type('form').send(body);
  const page = async (address: string, who: StaffName = 'helen') => (await (await t.as(who)).get(address)).text;
  /** The outcome of an audit, worked out again by what holds for it now. */
  const again = (id: number) => {
    const { filled, settings } = filledAudit(t.db, auditById(t.db, id, { kind: 'all' }, '2026-11-24')!);
    return scoreAudit(filled, settings).items.map(({ item, outcome, limitUsed }) => ({ item, outcome, limitUsed }));
  };

  it('are set by the head, and read by head and administrator', async () => {
    expect((await set('ns-first-contact/1', own)).status).toBe(303);
    expect((await set('ns-first-contact/1', own, 'ruth')).status).toBe(403);
    for (const who of ['helen', 'ada'] as const)
      expect(await page('/settings/limits', who)).toContain('within 3 working days');
    expect((await (await t.as('ruth')).get('/settings/limits')).status).toBe(403);
  });

  it('stand beside the form’s on the form’s page, for everybody who reads forms', async () => {
    await set('ns-first-contact/1', { ...own, from: '1 9 2026' });
    expect(await page('/forms/national-standards-2013', 'kofi')).toContain(
      'within 3 working days (the service’s own, for orders from 1 Sep 2026; the form says within 5 working days)',
    );
  });

  it('need a whole number, a unit, a reason and days in their order', async () => {
    for (const wrong of [
      { amount: '0' },
      { amount: '2.5' },
      { unit: 'fortnights' },
      { reason: ' ' },
      { held: 'not-asked' },
      { from: 'soon' },
      { from: '1 9 2026', until: '31 8 2026' },
    ]) {
      expect((await set('ns-first-contact/1', { ...own, ...wrong })).status).toBe(422);
    }
    expect((await set('ns-first-contact/2', own)).status).toBe(404);
    expect((await set('nothing/1', own)).status).toBe(404);
    expect(t.db.prepare('SELECT count(*) FROM local_limits').pluck().get()).toBe(0);
  });

  it('are taken back to the form’s, and all that was set stays listed with who set it', async () => {
    await set('ns-first-contact/1', own);
    await set('ns-first-contact/1', { held: 'form', reason: 'Set by mistake.' });
    expect(await page('/forms/national-standards-2013')).not.toContain('(the service’s own');
    const history = await page('/settings/limits/ns-first-contact/1');
    expect(history).toContain('Our procedures, page 4.');
    expect(history).toContain('Helen Pryce, 24 Nov 2026');
  });

  it('hold by the start of the order', async () => {
    const { inProgress } = t.world.audits; // the order began on 3 February 2026
    const limit = () => filledAudit(t.db, auditById(t.db, inProgress, { kind: 'all' }, '2026-11-24')!).settings.limits;
    await set('referral-time/1', { ...own, from: '4 2 2026' });
    expect(limit()).toEqual({});
    await set('referral-time/1', { ...own, until: '2 2 2026' });
    expect(limit()).toEqual({});
    await set('referral-time/1', { ...own, from: '3 2 2026', until: '3 2 2026' });
    expect(limit()).toMatchObject({ 'referral-time 1': { direction: 'within', ordersFrom: '2026-02-03' } });
  });

  it('are told at the question with the form’s beside them', async () => {
    await set('referral-time/1', own);
    expect(await everySection(t)).toMatch(
      /within 3 working days \(the service’s own; the form says within 1 working day\)/,
    );
  });

  it('never move what was submitted or agreed, worked out again on any later day', async () => {
    const { agreedStandards, submitted } = t.world.audits;
    const before = [again(agreedStandards), again(submitted)];
    const stored = itemResults(t.db, agreedStandards);
    t.clock.now = '2026-12-01T09:00:00.000Z';
    for (const place of ['ns-first-contact/1', 'ns-assessment-referral/1', 'ns-review/1', 'panel-held/1']) {
      expect((await set(place, { ...own, amount: '1', unit: 'hours' })).status).toBe(303);
    }
    const ada = await t.as('ada');
    await ada.post('/settings/lateness').type('form').send({}).expect(303);
    expect([again(agreedStandards), again(submitted)]).toEqual(before);
    expect(itemResults(t.db, agreedStandards)).toEqual(stored);
  });

  it('are never rewritten', async () => {
    await set('ns-first-contact/1', own);
    expect(() => t.db.exec('UPDATE local_limits SET amount = 9')).toThrow('every limit that was set is kept');
    expect(() => t.db.exec('DELETE FROM local_limits')).toThrow('every limit that was set is kept');
  });

  it('leave a paper off the list, and no other question', async () => {
    expect((await set('paper-convictions/1', { ...own, held: 'not-asked' })).status).toBe(303);
    expect(await page('/forms/custody-documents')).toContain('does not ask for this paper');
    expect((await set('ns-first-contact/1', { ...own, held: 'not-asked' })).status).toBe(422);
  });
});

async function everySection(t: TestApp): Promise<string> {
  const tom = await t.as('tom');
  const sections = t.db
    .prepare(
      `SELECT DISTINCT i.section_key FROM audits a JOIN form_items i ON i.form_version_id = a.form_version_id WHERE a.id = ?`,
    )
    .pluck()
    .all(t.world.audits.inProgress) as string[];
  let all = '';
  for (const section of sections) {
    all += (await tom.get(`/audits/${t.world.audits.inProgress}/sections/${section}`)).text;
  }
  return all;
}
