import { agreeAudit } from '../../../server/features/audits/agree.js';
import { beginAudit } from '../../../server/features/audits/begin.js';
import { closeDays } from '../../../server/features/audits/close-days.js';
import { startElsewhere } from '../../../server/features/audits/start-elsewhere.js';
import { startReaudit } from '../../../server/features/audits/start-reaudit.js';
import { submitAudit } from '../../../server/features/audits/submit.js';
import { latestVersions, versionsOf } from '../../../server/features/forms/forms.store.js';
import { testWorld, type TestApp } from '../../fixtures/app.js';
import { act, answerAll } from '../../fixtures/audits.js';

let t: TestApp;
let first: number;
beforeEach(() => {
  t = testWorld();
  first = t.world.audits.agreedFull; // Risk of harm on Kofi's case, by Priya, agreed by Marcus, two actions of Kofi's
});
afterEach(() => t.close());

const started = (): number =>
  act(t, 'helen', (by) => startReaudit(t.db, by, first, { auditor: t.ids.ruth, dueOn: '2026-12-18' }));

function begun(): number {
  const id = started();
  act(t, 'ruth', (by) => beginAudit(t.db, by, id));
  return id;
}

function agreed(): number {
  const id = begun();
  answerAll(t, id);
  act(t, 'ruth', (by) => submitAudit(t.db, by, id));
  act(t, 'kofi', (by) => closeDays(t.db, by, id, { how: 'nothing-to-put-right' }));
  act(t, 'marcus', (by) => agreeAudit(t.db, by, id, { noActionReason: 'Put right' }));
  return id;
}

describe('beginning a re-audit', () => {
  it('is for the lead of the team and the head, from an agreed audit of a case', async () => {
    const helen = await t.as('helen');
    expect((await helen.get(`/audits/${first}/result`).expect(200)).text).toContain(`/audits/${first}/reaudit`);
    const { text } = await helen.get(`/audits/${first}/reaudit`).expect(200);
    expect(text).toContain('Asked again');
    await (await t.as('marcus')).get(`/audits/${first}/reaudit`).expect(200);
    await (await t.as('ruth')).get(`/audits/${first}/reaudit`).expect(403);
    await helen.get(`/audits/${t.world.audits.submitted}/reaudit`).expect(403);
  });

  it('offers neither the first auditor, nor the practitioner, nor the owner of an action', async () => {
    const helen = await t.as('helen');
    const { text } = await helen.get(`/audits/${first}/reaudit`).expect(200);
    expect(text).toContain('Ruth');
    expect(text).not.toContain(`value="${t.ids.priya}"`);
    for (const auditor of [t.ids.priya, t.ids.kofi, t.ids.hana]) {
      const refused = await helen
        .post(`/audits/${first}/reaudit`)
        .type('form')
        .send({ auditor: String(auditor), due: '18 Dec 2026' })
        .expect(422);
      expect(refused.text).toContain('Choose who reads it again.');
    }
    expect(t.db.prepare(`SELECT count(*) AS n FROM forms WHERE origin = 're-audit'`).get()).toEqual({ n: 0 });
  });

  it('keeps its form as an immutable version of its own that nobody can choose for a sample', async () => {
    const helen = await t.as('helen');
    const made = await helen
      .post(`/audits/${first}/reaudit`)
      .type('form')
      .send({ auditor: String(t.ids.ruth), due: '18 Dec 2026' })
      .expect(303);
    const [version] = versionsOf(t.db, 'reaudit');
    expect(version).toMatchObject({ version: 1, origin: 're-audit' });
    expect(version!.document.source).toMatchObject({ audit: first, form: 'risk-of-harm', version: 1 });
    expect(version!.document.source!.seed).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){4}$/);
    expect(latestVersions(t.db).map(({ key }) => key)).not.toContain('reaudit');
    expect(() => t.db.prepare(`UPDATE form_versions SET document = '{}' WHERE form_key = 'reaudit'`).run()).toThrow(
      'a published form version never changes',
    );
    expect((await helen.get('/forms').expect(200)).text).not.toContain('/forms/reaudit');
    await helen.get('/forms/reaudit/trial').expect(404);
    await helen.get(String(made.headers['location'])).expect(200);
    await helen.get(`/audits/${first}/reaudit`).expect(403);
  });

  it('shows its questions to those of its audit only', async () => {
    started();
    await (await t.as('ruth')).get('/forms/reaudit').expect(200);
    await (await t.as('kofi')).get('/forms/reaudit').expect(200);
    await (await t.as('hana')).get('/forms/reaudit').expect(404);
    await (await t.as('tom')).get('/forms/reaudit').expect(404);
  });
});

describe('reading it again', () => {
  it('is blind: the earlier answers and actions open when the last question is answered', async () => {
    const id = begun();
    // Ruth leads the team for a day, so that the first audit lies within her reach.
    t.db
      .prepare(`INSERT INTO roles_held (person_id, role, team_id, from_on) VALUES (?, 'team-lead', ?, '2026-01-01')`)
      .run(t.ids.ruth, t.ids.North);
    const ruth = await t.as('ruth');
    for (const path of ['result', 'answers', 'points', 'actions'])
      await ruth.get(`/audits/${first}/${path}`).expect(403);
    await ruth.get(`/audits/${first}/sheet`).expect(404);
    await ruth.get(`/actions/${t.world.actions.open}`).expect(403);
    expect((await ruth.get('/actions?whose=team').expect(200)).text).not.toContain('Agree travel and school day');
    await ruth.get(`/audits/${id}/before-and-after`).expect(403);

    answerAll(t, id);
    const { text } = await ruth.get(`/audits/${id}/submission`).expect(200);
    expect(text).toContain(`/audits/${id}/before-and-after`);
    await ruth.get(`/audits/${id}/before-and-after`).expect(200);
    await ruth.get(`/audits/${first}/result`).expect(200);
    await ruth.get(`/actions/${t.world.actions.open}`).expect(200);
  });

  it('does not go back to the first auditor or the owner of an action by handing over', async () => {
    const id = started();
    const helen = await t.as('helen');
    const { text } = await helen.get(`/audits/${id}/hand-over`).expect(200);
    expect(text).toContain('Marcus');
    expect(text).not.toContain(`value="${t.ids.priya}"`);
  });

  it('asks a sentence where an answer is no better than last time', () => {
    const id = begun();
    answerAll(t, id, ({ item }) => (item.kind === 'choice' && item.scale === 'enough' ? 'in-part' : null));
    t.db.prepare('UPDATE answers SET note = NULL WHERE audit_id = ?').run(id);
    expect(() => act(t, 'ruth', (by) => submitAudit(t.db, by, id))).toThrow();
  });
});

describe('before and after', () => {
  it('sets both readings side by side with counts, the anchors, the warning and what is proposed', async () => {
    const id = agreed();
    const helen = await t.as('helen');
    const { text } = await helen.get(`/audits/${id}/before-and-after`).expect(200);
    expect(text).toContain('Put right');
    expect(text).toContain('2 were mixed in: 2 of 2 still are.');
    expect(text).toContain('it does not say that the action worked');
    expect(text).toMatch(/Close it: all that it is about is put right|Decide: the rest|Reopen it/);
    expect(text).not.toContain('per cent');
    const file = await helen.get(`/audits/${id}/before-and-after.csv`).expect(200);
    expect(file.text).toContain('Noted then');
    expect((await helen.get(`/audits/${first}/result`).expect(200)).text).toContain('Read again by Ruth');
    expect((await helen.get(`/audits/${id}/result`).expect(200)).text).not.toContain('Computed grade');
    await (await t.as('priya')).get(`/audits/${id}/before-and-after`).expect(404);
  });

  it('counts in no figure, and tells the head what fell short for the second time', async () => {
    const helen = await t.as('helen');
    const before = (await helen.get('/reports/practitioners.csv').expect(200)).text;
    const id = begun();
    answerAll(t, id, ({ item }) => (item.kind === 'choice' && item.scale === 'enough' ? 'no' : null));
    act(t, 'ruth', (by) => submitAudit(t.db, by, id));
    act(t, 'kofi', (by) => closeDays(t.db, by, id, { how: 'nothing-to-put-right' }));
    act(t, 'marcus', (by) => agreeAudit(t.db, by, id, { noActionReason: 'Known' }));
    expect((await helen.get('/reports/practitioners.csv').expect(200)).text).toBe(before);
    expect((await helen.get('/').expect(200)).text).toContain('fell short for the second time');
  });
});

describe('the same questions on other cases', () => {
  const asked = (cases: number[]): number[] => {
    const sample = act(t, 'helen', (by) =>
      startElsewhere(t.db, by, first, { cases, auditors: [t.ids.ruth], dueOn: '2026-12-18' }),
    );
    return t.db
      .prepare('SELECT id FROM audits WHERE sample_id = ? ORDER BY id')
      .all(sample)
      .map((row) => (row as { id: number }).id);
  };

  it('are asked without what belongs to the first case, and counted over the cases once agreed', async () => {
    const helen = await t.as('helen');
    const cases = ['YJ200001', 'YJ200004'].map((reference) => t.world.cases[reference]!);
    const [one, two] = asked(cases);
    const document = versionsOf(t.db, 'reaudit')[0]!.document;
    expect(document.sections.map(({ key }) => key)).not.toContain('reaudit-fixed');
    expect(document.source?.dropped).toEqual([]);
    for (const id of [one!, two!]) {
      act(t, 'ruth', (by) => beginAudit(t.db, by, id));
      answerAll(t, id, ({ item }) => (item.key === 'auditor-harm-level' ? 'high' : null));
      act(t, 'ruth', (by) => submitAudit(t.db, by, id));
      t.db
        .prepare(`UPDATE audits SET facts_closed = 'given-on-paper', facts_closed_on = '2026-11-24' WHERE id = ?`)
        .run(id);
      act(t, 'helen', (by) => agreeAudit(t.db, by, id, { noActionReason: 'None' }));
    }
    const { text } = await helen.get(`/audits/${first}/other-cases`).expect(200);
    expect(text).toContain('2 cases of 2 workers');
    expect(text).toContain('2 of 2');
    await helen.get(`/audits/${one!}/before-and-after`).expect(404);
    expect((await helen.get(`/audits/${one!}/result`).expect(200)).text).not.toContain('/before-and-after');
    expect((await helen.get('/').expect(200)).text).not.toContain('fell short for the second time');
  });

  it('go to other cases only, and to readers who had nothing to do with the first', async () => {
    const helen = await t.as('helen');
    const at = `/audits/${first}/other-cases`;
    const send = (more: object) =>
      helen
        .post(at)
        .type('form')
        .send({ due: '18 Dec 2026', ...more });
    const same = await send({ references: 'YJ200002', auditors: [String(t.ids.ruth)] }).expect(422);
    expect(same.text).toContain('This case was read first');
    const barred = await send({ references: 'YJ200001', auditors: [String(t.ids.priya)] }).expect(422);
    expect(barred.text).toContain('Choose among those who may read.');
    expect((await send({ references: 'none', auditors: [] }).expect(422)).text).toContain('There is no case none');
    await (await t.as('tom')).get(at).expect(403);
    const given = await send({ references: 'YJ200001', auditors: [String(t.ids.ruth)] }).expect(303);
    expect(given.headers['location']).toMatch(/^\/samples\/\d+$/);
    await helen.get(String(given.headers['location'])).expect(200);
  });
});
