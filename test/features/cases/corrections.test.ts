import { correctFactOf } from '../../../server/features/audits/correct-fact.js';
import { beginAudit } from '../../../server/features/audits/begin.js';
import { saveAnswer } from '../../../server/features/audits/save-answer.js';
import { submitAudit } from '../../../server/features/audits/submit.js';
import { importSheet } from '../../../server/features/cases/import-sheet.js';
import { chooseFacts } from '../../../server/features/settings/kept-facts.js';
import { testApp, type TestApp } from '../../fixtures/app.js';
import { act, addCase, answerAll, assign, nameContacts } from '../../fixtures/audits.js';
import type { StaffName } from '../../fixtures/staff.js';

let t: TestApp;
let audit: number;
beforeEach(() => {
  t = testApp();
  nameContacts(t);
  act(t, 'helen', (by) => chooseFacts(t.db, by, ['victim']));
  const id = addCase(t, 'YJ100142', { orderType: 'yro-iss' });
  bringIn({ 'Named victim': 'Yes' });
  audit = assign(t, 'risk-of-harm', [id])[0]!;
  act(t, 'ruth', (by) => beginAudit(t.db, by, audit));
});
afterEach(() => t.close());

let file = 0;
function bringIn(more: Record<string, string>): void {
  const row = {
    case_reference: 'YJ100142',
    order_type: 'YRO with ISS',
    order_start: '2026-05-14',
    practitioner: 'Kofi Okafor',
    team: 'North',
    status: 'Open',
    ...more,
  };
  const rows = [Object.keys(row), Object.values(row)].map((cells, i) => ({ line: i + 1, cells }));
  const digest = String((file += 1))
    .repeat(64)
    .slice(0, 64);
  act(t, 'helen', (by) => importSheet(t.db, by, { sheet: { rows }, digest }));
}
const correct = (fact: string, typed: string) => act(t, 'ruth', (by) => correctFactOf(t.db, by, audit, fact, typed));
const submit = (victim = 'yes') => {
  answerAll(t, audit);
  const answer = { occurrence: 0, note: null, evidence: null, reason: null, seen: null };
  act(t, 'ruth', (by) => saveAnswer(t.db, by, audit, { item: 'facts-named-victim', value: victim, ...answer }));
  act(t, 'ruth', (by) => submitAudit(t.db, by, audit));
};
const csv = async (who: StaffName = 'helen') =>
  (await (await t.as(who)).get('/cases/corrections.csv').expect(200)).text
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .slice(5); // what the file is, then a blank line

describe('facts that an auditor found otherwise', () => {
  it('are listed once the audit is submitted: register and kept facts, by fact', async () => {
    correct('ends-on', '1 12 2026');
    correct('age', '15');
    expect(await csv()).toHaveLength(1);
    t.clock.now = '2026-11-24T15:00:00.000Z';
    submit('no');
    const [, ...lines] = await csv();
    expect(lines.map((line) => line.split(',')[0])).toEqual([
      'end of the order',
      'age',
      'a victim who can be identified',
    ]);
    expect(lines[1]).toMatch(/age,YJ100142,.*16,15,2026-11-24,Ruth/);
    expect(lines[2]).toMatch(/Yes,No,/);
    const { text } = await (await t.as('helen')).get('/cases/corrections').expect(200);
    expect(text).toContain('3 facts that auditors found otherwise');
  });

  it('go once a later list brings what was found, and stay while it brings something else', async () => {
    correct('age', '15');
    submit('no');
    expect(await csv()).toHaveLength(3);
    bringIn({ Age: '17', 'Named victim': 'Yes' });
    expect((await csv()).join()).toContain('17,15');
    bringIn({ Age: '15', 'Named victim': 'No' });
    expect(await csv()).toHaveLength(1);
  });

  it('are of no interest where the auditor only confirmed them', async () => {
    submit('yes');
    expect(await csv()).toHaveLength(1);
  });

  it('are for the head, and for the lead of the team', async () => {
    correct('age', '15');
    submit();
    expect(await csv('helen')).toHaveLength(2);
    expect(await csv('marcus')).toHaveLength(2);
    expect(await csv('priya')).toHaveLength(1);
    for (const who of ['ruth', 'kofi', 'ada'] as const) await (await t.as(who)).get('/cases/corrections').expect(403);
  });

  it('are not told of a case to somebody who is auditing it at the moment', async () => {
    correct('age', '15');
    submit();
    const [id] = t.db.prepare('SELECT case_id FROM audits WHERE id = ?').pluck().all(audit) as number[];
    t.db.prepare('UPDATE orders SET team_id = ?').run(t.ids.South);
    expect(await csv('priya')).toHaveLength(2);
    assign(t, 'ten-minute-dip', [id!], 'priya');
    expect(await csv('priya')).toHaveLength(1);
  });
});
