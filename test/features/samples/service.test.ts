import type TestAgent from 'supertest/lib/agent.js';
import { agreeAudit } from '../../../server/features/audits/agree.js';
import { beginAudit } from '../../../server/features/audits/begin.js';
import { submitAudit } from '../../../server/features/audits/submit.js';
import { latestVersion } from '../../../server/features/forms/forms.store.js';
import { auditTheService } from '../../../server/features/samples/audit-of-service.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import { act, answerAll, begunAudit, nameContacts } from '../../fixtures/audits.js';

let t: TestApp;
beforeEach(() => {
  t = testApp();
  nameContacts(t);
});
afterEach(() => t.close());

const fields = (form: string, changes: Record<string, string> = {}) => ({
  name: 'Self-assessment 2026',
  form: String(latestVersion(t.db, form)?.id),
  reason: 'The round of the board',
  auditor: String(t.ids.ruth),
  due: '18 Dec 2026',
  ...changes,
});

function begun(form: string): number {
  const id = act(t, 'helen', (by) =>
    auditTheService(t.db, by, {
      ...{ name: 'Self-assessment 2026', reason: 'The round of the board', auditor: t.ids.ruth, dueOn: '2026-12-18' },
      formVersionId: latestVersion(t.db, form)!.id,
    }),
  );
  act(t, 'ruth', (by) => beginAudit(t.db, by, id));
  return id;
}

function submitted(form: string): number {
  const id = begun(form);
  answerAll(t, id);
  act(t, 'ruth', (by) => submitAudit(t.db, by, id));
  return id;
}

const row = (id: number) =>
  t.db
    .prepare(
      'SELECT subject, case_id, practitioner_id, team_id, work_of_id, work_shared, state FROM audits WHERE id = ?',
    )
    .get(id);

describe('an audit of the service', () => {
  it('is begun by the head alone, with a form that can read the service', async () => {
    const helen = await t.as('helen');
    const begin = await helen.get('/samples/service?form=leadership-evidence').expect(200);
    expect(begin.text).toContain('Standards for children 2019');
    expect(begin.text).not.toContain('Ten-minute dip sample');
    await (await t.as('marcus')).get('/samples/service').expect(403);
    await helen.post('/samples/service').type('form').send(fields('ten-minute-dip')).expect(422);
    await helen
      .post('/samples/service')
      .type('form')
      .send(fields('leadership-evidence', { reason: ' ' }))
      .expect(422);
    const made = await helen.post('/samples/service').type('form').send(fields('leadership-evidence')).expect(303);
    const page = await helen.get(String(made.headers['location'])).expect(200);
    expect(page.text).toContain('Audit of the service');
    expect(page.text).not.toContain('erased');
  });

  it.each(['leadership-evidence', 'standards-2019-strategic', 'children-and-victims-2025'])(
    'on %s is filled in, submitted and agreed by the head without a case, a practitioner or days of theirs',
    (form) => {
      const id = submitted(form);
      expect(row(id)).toEqual({
        ...{ subject: 'service', case_id: null, practitioner_id: null, team_id: null },
        ...{ work_of_id: null, work_shared: 0, state: 'submitted' },
      });
      expect(() => act(t, 'marcus', (by) => agreeAudit(t.db, by, id, { noActionReason: 'None' }))).toThrow();
      act(t, 'helen', (by) => agreeAudit(t.db, by, id, { noActionReason: 'None needed' }));
      expect(row(id)).toMatchObject({ state: 'agreed' });
    },
  );

  it('on the form of 2025 asks about the service from the beginning', async () => {
    const id = begun('children-and-victims-2025');
    const ruth = await t.as('ruth');
    const { text } = await ruth.get(`/audits/${id}/sections/victim-arrangements`).expect(200);
    expect(text).toContain('Do leaders and board know and steer the work with victims?');
    await ruth.get(`/audits/${id}/sections/assessing`).expect(404);
  });

  it('begins with what its sample knows: whose copy it is, and on a case that it is no inspection', () => {
    const answered = (id: number) =>
      t.db.prepare(`SELECT item_key AS item, value FROM answers WHERE audit_id = ? ORDER BY item_key`).all(id);
    expect(answered(begun('leadership-evidence'))).toEqual([{ item: 'facts-copy', value: 'service' }]);
    const onCase = begunAudit(t, 'court-case');
    expect(answered(onCase)).toEqual([{ item: 'facts-use', value: 'internal-audit' }]);
  });

  it('has pages for its auditor and the head that speak of no case, and none for anybody else', async () => {
    const id = begun('standards-2019-strategic');
    const ruth = await t.as('ruth');
    const first = await follow(ruth, `/audits/${id}`);
    expect(first).toContain('The service');
    expect(first).not.toContain('From the register');
    expect(await follow(ruth, '/')).toContain('The service');
    await ruth.get(`/audits/${id}/facts`).expect(404);
    answerAll(t, id);
    const submission = await ruth.get(`/audits/${id}/submission`).expect(200);
    expect(submission.text).not.toContain('Whose work is this mostly?');
    await ruth.post(`/audits/${id}/submission`).type('form').send({}).expect(303);
    const helen = await t.as('helen');
    for (const path of ['result', 'answers', 'points', 'agreement', 'return', 'sheet', 'actions']) {
      const { text } = await helen.get(`/audits/${id}/${path}`).expect(200);
      expect(text.toLowerCase()).toContain('the service');
      expect(text).not.toMatch(/erased case/i);
    }
    const result = await helen.get(`/audits/${id}/result`).expect(200);
    expect(result.text).not.toContain('The practitioner’s answer');
    expect(result.text).toContain('The board&#x27;s grade for Standard 1');
    expect(await follow(helen, '/')).toContain('Agree the audit of the service');
    expect((await helen.get('/audits').expect(200)).text).toContain('The service');
    for (const name of ['kofi', 'marcus', 'tom'] as const) {
      await (await t.as(name)).get(`/audits/${id}/result`).expect(404);
    }
  });

  it('stands in its sample, which has no certificate', async () => {
    begun('leadership-evidence');
    const helen = await t.as('helen');
    const { sample } = t.db.prepare('SELECT max(id) AS sample FROM samples').get() as { sample: number };
    const { text } = await helen.get(`/samples/${sample}`).expect(200);
    expect(text).toContain('An audit of the service itself');
    expect(text).not.toContain('/certificate');
    await helen.get(`/samples/${sample}/certificate`).expect(404);
    await helen.get(`/samples/${sample}/certificate.json`).expect(404);
    await helen.get('/samples').expect(200);
  });

  it('counts in no figure of a practitioner', async () => {
    const id = submitted('standards-2019-strategic');
    act(t, 'helen', (by) => agreeAudit(t.db, by, id, { noActionReason: 'None needed' }));
    const helen = await t.as('helen');
    expect((await helen.get('/reports/practitioners').expect(200)).text).not.toContain('The service');
    expect(t.db.prepare('SELECT count(*) AS n FROM audits WHERE work_of_id IS NOT NULL').get()).toEqual({ n: 0 });
  });
});

async function follow(agent: TestAgent, address: string): Promise<string> {
  return (await agent.get(address).redirects(3).expect(200)).text;
}
