import type TestAgent from 'supertest/lib/agent';
import { saveAnswer } from '../../server/features/audits/save-answer';
import { testApp, type TestApp } from '../fixtures/app';
import { act, begunAudit } from '../fixtures/audits';
import { addressesOf, everyRoute } from './everything';

/** It moves with each page that somebody opens. */
const headOfTrail = /Head of the trail: \w{64}/;
const level = { harm: 'auditor-harm-level', safety: 'auditor-safety-level' };

/**
 * Until an auditor has put their own levels, no page tells them the service's. So every page must be the same to the
 * last letter whatever those levels are: a class, a count or a left-out section would tell them as well as a word.
 */
describe.each(['ten-minute-dip', 'risk-of-harm', 'safeguarding'])('to the auditor of %s', (form) => {
  let t: TestApp;
  let id: number;
  let ruth: TestAgent;
  beforeAll(async () => {
    t = testApp();
    id = begunAudit(t, form);
    t.world = worldOf(id, t);
    ruth = await t.as('ruth');
  });
  afterAll(() => t.close());

  it('no page says which level the service gave, until their own are put', async () => {
    expect(await pagesThatDiffer(t, ruth)).toEqual([]);
    put(t, id, level.harm);
    put(t, id, level.safety);
    expect((await pagesThatDiffer(t, ruth)).join()).toContain(`/audits/${id}/sections/`);
  }, 120_000);
});

async function pagesThatDiffer(t: TestApp, ruth: TestAgent): Promise<string[]> {
  serviceSays(t, 'low');
  const low = await pages(t, ruth);
  serviceSays(t, 'very-high');
  const high = await pages(t, ruth);
  expect(low.size).toBeGreaterThan(15);
  return [...low].filter(([address, html]) => html !== high.get(address)).map(([address]) => address);
}

async function pages(t: TestApp, somebody: TestAgent): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const routes = everyRoute(t).filter(({ show }) => show);
  for (const address of routes.flatMap(({ path }) => addressesOf(t, path))) {
    const answer = await somebody.get(address).buffer(true);
    if (answer.status === 200) found.set(address, answer.text.replace(headOfTrail, ''));
  }
  return found;
}

/** What the service thinks of the child, as an import would bring it and as the audit copied it when it was begun. */
function serviceSays({ db }: TestApp, to: string): void {
  db.prepare('UPDATE orders SET harm_level = ?, safety_level = ?').run(to, to);
  db.prepare(`UPDATE audit_facts SET register_value = ?, value = ? WHERE fact IN ('rosh', 'safety')`).run(to, to);
}

const put = (t: TestApp, id: number, item: string): unknown =>
  act(t, 'ruth', (by) =>
    saveAnswer(t.db, by, id, {
      item,
      occurrence: 0,
      value: 'medium',
      note: null,
      evidence: null,
      reason: null,
      seen: null,
    }),
  );

function worldOf(id: number, t: TestApp): TestApp['world'] {
  const audit = t.db.prepare('SELECT case_id AS one, sample_id AS sample FROM audits WHERE id = ?').get(id) as {
    one: number;
    sample: number;
  };
  return {
    cases: { one: audit.one },
    audits: { inProgress: id } as TestApp['world']['audits'],
    actions: {} as TestApp['world']['actions'],
    concern: 0,
    sample: audit.sample,
  };
}
