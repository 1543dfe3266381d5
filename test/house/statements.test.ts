import { statementsOf } from '../../server/platform/sqlite/sql';
import type { Db } from '../../server/platform/sqlite/open';
import type { TestApp } from '../fixtures/app';
import { addressesOf, everyRoute, worldToWalk } from './everything';

/** Tables that get longer with every month of work. */
const growing = [
  ...['cases', 'orders', 'register_changes', 'frame_rows', 'sample_places'],
  ...['audits', 'audit_facts', 'audit_moves', 'answers', 'answer_history', 'occurrences', 'come_backs'],
  ...['audit_results', 'section_results', 'theme_results', 'item_results'],
  ...['fact_points', 'returns', 'notices', 'concerns', 'concern_steps', 'actions', 'action_steps'],
  ...['trail', 'sessions', 'import_faults'],
];

/** Indexes of what is open only: as long as a to-do list, however old the service is. */
const openOnly = /USING (COVERING )?INDEX (fact_points_open|erasures_open|roles_held_role)$/;

describe('the statements of a walk through everything', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await worldToWalk();
    for (const name of ['helen', 'ada', 'marcus', 'ruth', 'tom', 'kofi'] as const) await walk(t, name);
  }, 120_000);
  afterAll(() => t.close());

  it('were seen in good number', () => {
    expect(statementsOf(t.db).length).toBeGreaterThan(200);
  });

  it('read no table that grows from end to end', () => {
    const scanning = statementsOf(t.db).flatMap((text) =>
      scansOf(t.db, text).map((scan) => `${scan} IN ${inLine(text)}`),
    );
    expect(scanning).toEqual([]);
  });

  it('are told apart from ones that do', () => {
    expect(scansOf(t.db, 'SELECT a.id FROM audits a WHERE a.revision = @n')).toEqual(['SCAN a']);
    expect(scansOf(t.db, 'SELECT sum(length(hash)) FROM trail')).toEqual(['SCAN trail']);
    expect(scansOf(t.db, 'SELECT count(*) FROM audits JOIN answers n ON n.by_id = audits.auditor_id')).toEqual([
      'SCAN n',
    ]);
    expect(scansOf(t.db, 'SELECT id FROM audits WHERE id = @id')).toEqual([]);
    expect(scansOf(t.db, 'SELECT hash FROM trail ORDER BY id DESC LIMIT 1')).toEqual([]);
    expect(scansOf(t.db, 'SELECT id FROM cases /* reads all: the whole list is asked for */')).toEqual([]);
  });
});

/** Every page, and every change with a form that is empty, taken back at once. */
async function walk(t: TestApp, name: 'helen' | 'ada' | 'marcus' | 'ruth' | 'tom' | 'kofi'): Promise<void> {
  const somebody = await t.as(name);
  for (const { path, show, save } of everyRoute(t)) {
    for (const address of addressesOf(t, path)) {
      if (show) await somebody.get(address);
      if (!save) continue;
      t.db.exec('BEGIN IMMEDIATE');
      await somebody.post(address).type('form').send(filledAnyhow);
      t.db.exec('ROLLBACK');
    }
  }
}

/** Words for the fields that most changes ask for. */
const filledAnyhow = {
  ...{ reason: 'A reason.', said: 'Said.', evidence: 'Entry of 3 May.', code: 'other', confirm: 'yes' },
  ...{ acknowledged: 'Yes.', done: 'Rang.', closed: 'Over.', 'in-error': 'Mistaken.', reference: 'YJ200001' },
};

/** Lines of the plan that walk through the whole of a table that grows; or build an index of it on the way. */
function scansOf(db: Db, text: string): string[] {
  if (/\/\* reads all: \S/.test(text)) return [];
  const names = [...text.matchAll(/[@:$]([a-z]\w*)/gi)].map(([, name]) => name!);
  const plan = db
    .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
    .all(Object.fromEntries(names.map((name) => [name, null])))
    .map(({ detail }) => detail);
  const inOrder = /\bLIMIT\b/.test(text) && !plan.some((line) => line.startsWith('USE TEMP B-TREE'));
  if (inOrder) return [];
  return plan.filter((line) => {
    const [, walks, name] = /^(SCAN|SEARCH) (\S+)/.exec(line) ?? [];
    const whole = (walks === 'SCAN' && !openOnly.test(line)) || (walks === 'SEARCH' && line.includes('AUTOMATIC'));
    return whole && name !== undefined && tablesCalled(text, name).some((table) => growing.includes(table));
  });
}

/** The tables that a name of the plan may stand for: the table itself, or those that the text calls so. */
function tablesCalled(text: string, name: string): string[] {
  const called = new RegExp(`(?:FROM|JOIN|,|INTO|UPDATE)\\s+(\\w+)\\s+(?:AS\\s+)?${name}\\b`, 'gi');
  return [name, ...[...text.matchAll(called)].map(([, table]) => table!)];
}

const inLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
