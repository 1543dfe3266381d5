import { factsOfOrder } from '../../../server/features/cases/case-facts.store.js';
import { importSheet } from '../../../server/features/cases/import-sheet.js';
import { answerTo } from '../../../server/features/audits/answers.store.js';
import { factsOf } from '../../../server/features/audits/facts.store.js';
import { beginAudit } from '../../../server/features/audits/begin.js';
import { saveAnswer } from '../../../server/features/audits/save-answer.js';
import { submitAudit } from '../../../server/features/audits/submit.js';
import { chooseFacts } from '../../../server/features/settings/kept-facts.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import { act, addCase, answerAll, assign, nameContacts } from '../../fixtures/audits.js';

let t: TestApp;
beforeEach(() => {
  t = testApp();
  nameContacts(t);
});
afterEach(() => t.close());

const keep = (...facts: string[]) => act(t, 'helen', (by) => chooseFacts(t.db, by, facts));
/** A case list with one row of the case that is audited, and a column beyond the register. */
const bringIn = (heading: string, cell: string, digest = 'a') => {
  const cells = [
    ['case_reference', 'order_type', 'order_start', 'practitioner', 'team', heading],
    ['YJ100142', 'YRO with ISS', '2026-05-14', 'Kofi Okafor', 'North', cell],
  ];
  const rows = cells.map((row, i) => ({ line: i + 1, cells: row }));
  return act(t, 'helen', (by) => importSheet(t.db, by, { sheet: { rows }, digest: digest.repeat(64) }));
};
const audited = (form = 'risk-of-harm') => {
  const id = addCase(t, 'YJ100142', { orderType: 'yro-iss' });
  return { caseId: id, audit: assign(t, form, [id])[0]! };
};
const begin = (audit: number) => act(t, 'ruth', (by) => beginAudit(t.db, by, audit));
const known = (caseId: number, fact: string) => {
  const order = t.db.prepare('SELECT id FROM orders WHERE case_id = ?').pluck().get(caseId) as number;
  const row = factsOfOrder(t.db, caseId, order).get(fact);
  return row && { value: row.value, source: row.source };
};
const put = (audit: number, item: string, value: string) =>
  act(t, 'ruth', (by) =>
    saveAnswer(t.db, by, audit, { item, occurrence: 0, value, note: null, evidence: null, reason: null, seen: null }),
  );
const submit = (audit: number) => act(t, 'ruth', (by) => submitAudit(t.db, by, audit));
const fact = (audit: number, key: string) => factsOf(t.db, audit).find((one) => one.fact === key);
const section = async (audit: number, key: string) =>
  (await (await t.as('ruth')).get(`/audits/${audit}/sections/${key}`)).text;

describe('a fact out of a list', () => {
  it('is kept only where the service keeps it', () => {
    const { caseId } = audited();
    bringIn('Named victim', 'Yes');
    expect(known(caseId, 'victim')).toBeUndefined();
  });

  it('is kept beside the register, and once more with a later list that says otherwise', () => {
    keep('victim');
    const { caseId } = audited();
    bringIn('Named victim', 'No');
    expect(known(caseId, 'victim')).toEqual({ value: 'no', source: 'import' });
    bringIn('Named victim', 'No', 'b');
    expect(t.db.prepare('SELECT count(*) FROM case_facts').pluck().get()).toBe(1);
    bringIn('Named victim', '', 'c');
    expect(known(caseId, 'victim')).toEqual({ value: 'no', source: 'import' });
    bringIn('Named victim', 'Y', 'd');
    expect(known(caseId, 'victim')).toEqual({ value: 'yes', source: 'import' });
  });

  it('makes no row faulty: what can’t be read is left blank and told', () => {
    keep('victim');
    const { caseId } = audited();
    const imported = bringIn('Named victim', 'perhaps');
    expect(imported).toMatchObject({
      faulty: 0,
      remarks: [{ line: 2, field: 'Named victim', says: 'Neither yes nor no. Left blank.' }],
    });
    expect(known(caseId, 'victim')).toBeUndefined();
  });

  it('stands on the page of the case', async () => {
    keep('victim', 'court-dates');
    const { caseId } = audited();
    bringIn('Court dates', '3/5/2026; 1/6/2026');
    const { text } = await (await t.as('helen')).get(`/cases/${caseId}`);
    expect(text).toContain('3 May 2026; 1 Jun 2026');
  });

  it('proposes an answer, which counts only once it is taken', async () => {
    keep('victim');
    const { audit } = audited();
    bringIn('Named victim', 'Yes');
    begin(audit);
    expect(answerTo(t.db, audit, 'facts-named-victim', 0)).toBeUndefined();
    const key = sectionOf(audit, 'facts-named-victim');
    expect(await section(audit, key)).toContain('On the case: <b>Yes</b>');
    const ruth = await t.as('ruth');
    await ruth
      .post(`/audits/${audit}/sections/${key}`)
      .type('form')
      .send({ do: 'take:facts-named-victim' })
      .expect(303);
    expect(answerTo(t.db, audit, 'facts-named-victim', 0)).toMatchObject({ value: 'yes' });
  });

  it('fills in a date of a timescale', async () => {
    keep('assessment-submitted');
    const { audit } = audited('management-oversight');
    bringIn('Assessment submitted', '1/6/2026');
    begin(audit);
    const text = await section(audit, sectionOf(audit, 'countersign-time'));
    expect(text).toContain('value="1 Jun 2026"');
    expect(text).toContain('Filled in from what is kept of the case');
  });

  it('that an answer says otherwise is noted as wrong, and not changed', () => {
    keep('victim');
    const { caseId, audit } = audited();
    bringIn('Named victim', 'Yes');
    begin(audit);
    answerAll(t, audit);
    put(audit, 'facts-named-victim', 'no');
    submit(audit);
    expect(fact(audit, 'victim')).toMatchObject({ registerValue: 'yes', value: 'no', correctedBy: t.ids.ruth });
    expect(known(caseId, 'victim')).toEqual({ value: 'yes', source: 'import' });
  });

  it('is not called wrong by an auditor who cannot tell', () => {
    keep('victim');
    const { audit } = audited();
    bringIn('Named victim', 'Yes');
    begin(audit);
    answerAll(t, audit);
    put(audit, 'facts-named-victim', 'cannot-tell');
    submit(audit);
    expect(fact(audit, 'victim')).toMatchObject({ registerValue: 'yes', value: 'yes', correctedBy: null });
  });
});

describe('a fact that nobody knows yet', () => {
  it('is asked once when the audit begins, and stays on the case', async () => {
    keep('victim', 'other-plan', 'release-date');
    const { caseId, audit } = audited();
    const ruth = await t.as('ruth');
    await ruth.post(`/audits/${audit}/beginning`).expect('Location', `/audits/${audit}/case-facts`);
    const { text } = await ruth.get(`/audits/${audit}/case-facts`).expect(200);
    expect(text).toContain('2 things that the service keeps');
    expect(text).not.toContain('release-date');
    await ruth.post(`/audits/${audit}/case-facts`).type('form').send({ victim: 'perhaps' }).expect(422);
    await ruth.post(`/audits/${audit}/case-facts`).type('form').send({ victim: 'yes', 'other-plan': '' }).expect(303);
    expect(known(caseId, 'victim')).toEqual({ value: 'yes', source: 'asked' });
    expect(known(caseId, 'other-plan')).toBeUndefined();
    expect(fact(audit, 'victim')).toMatchObject({ value: 'yes' });
  });

  it('is not asked where the service keeps none', async () => {
    const { audit } = audited();
    const ruth = await t.as('ruth');
    await ruth.post(`/audits/${audit}/beginning`).expect('Location', `/audits/${audit}`);
    await ruth.get(`/audits/${audit}/case-facts`).expect('Location', `/audits/${audit}`);
  });

  it('stays on the case when the form answers it, for the next audit of it', () => {
    keep('victim');
    const { caseId, audit } = audited();
    begin(audit);
    answerAll(t, audit);
    submit(audit);
    expect(known(caseId, 'victim')).toEqual({ value: 'yes', source: 'asked' });
    const next = assign(t, 'court-case', [caseId])[0]!;
    begin(next);
    expect(fact(next, 'victim')).toMatchObject({ value: 'yes' });
  });

  it('is asked of nobody but the auditor', async () => {
    keep('victim');
    const { audit } = audited();
    begin(audit);
    for (const who of ['helen', 'kofi', 'tom'] as const) {
      const { status } = await (
        await t.as(who)
      )
        .post(`/audits/${audit}/case-facts`)
        .type('form')
        .send({ victim: 'yes' });
      expect([403, 404]).toContain(status);
    }
    expect(t.db.prepare('SELECT count(*) FROM case_facts').pluck().get()).toBe(0);
  });
});

test('a fact that is not of the list can’t be chosen', async () => {
  const helen = await t.as('helen');
  await helen.post('/settings/facts').type('form').send({ facts: 'names' }).expect(422);
  await helen
    .post('/settings/facts')
    .type('form')
    .send({ facts: ['victim', 'exploitation'] })
    .expect(303);
  expect((await helen.get('/settings/limits')).text).toContain(
    '2: a victim who can be identified, signs of exploitation',
  );
});

const sectionOf = (audit: number, item: string): string =>
  t.db
    .prepare(
      'SELECT i.section_key FROM audits a JOIN form_items i ON i.form_version_id = a.form_version_id WHERE a.id = ? AND i.item_key = ?',
    )
    .pluck()
    .get(audit, item) as string;
