import type { Db } from '../../server/platform/sqlite/open.js';

/** Two years to the week: a copy lies as far back as the demonstration reaches. */
const daysBack = 728;

/** What an agreed audit consists of, each table with the columns that hold ids; read in this order. */
const parts: readonly { table: string; ids: readonly string[]; from: string }[] = [
  { table: 'samples', ids: ['id'], from: 'samples t' },
  { table: 'frame_rows', ids: ['sample_id'], from: 'frame_rows t' },
  { table: 'sample_places', ids: ['sample_id'], from: 'sample_places t' },
  { table: 'audits', ids: ['id', 'sample_id'], from: 'to_copy c JOIN audits t ON t.id = c.id' },
  ...['audit_facts', 'answers', 'occurrences', 'audit_results', 'section_results', 'theme_results', 'item_results'].map(
    ofAudit,
  ),
  { ...ofAudit('fact_points'), ids: ['id', 'audit_id'] },
  { ...ofAudit('concerns'), ids: ['id', 'audit_id'] },
  {
    table: 'concern_steps',
    ids: ['id', 'concern_id'],
    from: 'to_copy c JOIN concerns x ON x.audit_id = c.id JOIN concern_steps t ON t.concern_id = x.id',
  },
  { ...ofAudit('actions'), ids: ['id', 'audit_id'] },
  {
    table: 'action_steps',
    ids: ['id', 'action_id'],
    from: 'to_copy c JOIN actions x ON x.audit_id = c.id JOIN action_steps t ON t.action_id = x.id',
  },
];

function ofAudit(table: string) {
  return { table, ids: ['audit_id'], from: `to_copy c JOIN ${table} t ON t.audit_id = c.id` };
}

/**
 * Copies agreed audits until there are so many. `within` the same two years makes a busier service; `further back` makes
 * an older one: the same number each year, over more years.
 */
export function copyAgreed(db: Db, wanted: number, how: 'within' | 'further back'): void {
  const first = agreed(db);
  const step = 10 ** String(Math.max(highestId(db), first)).length;
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`)
    .all();
  db.pragma('foreign_keys = OFF');
  db.pragma('synchronous = OFF');
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(
    'CREATE TEMP TABLE originals AS SELECT id, agreed_on FROM audits WHERE agreed_on IS NOT NULL ORDER BY id; CREATE TEMP TABLE to_copy (id INTEGER PRIMARY KEY)',
  );
  db.exec('CREATE TEMP TABLE samples_to_copy AS SELECT id FROM samples');
  for (let round = 1; agreed(db) < wanted; round += 1) {
    db.prepare('DELETE FROM to_copy').run();
    db.prepare('INSERT INTO to_copy SELECT id FROM originals ORDER BY random() LIMIT ?').run(wanted - agreed(db));
    copyOnce(db, round * step, how === 'within' ? 0 : round * daysBack);
  }
  db.exec('DROP TABLE originals; DROP TABLE to_copy; DROP TABLE samples_to_copy');
  for (const { sql } of triggers) db.exec(sql);
  db.pragma('foreign_keys = ON');
  db.pragma('synchronous = FULL');
  db.pragma('wal_checkpoint(TRUNCATE)');
}

function copyOnce(db: Db, offset: number, days: number): void {
  db.transaction(() => {
    for (const { table, ids, from } of parts) {
      const isSample = ids.includes('id') ? table === 'samples' : ids.includes('sample_id');
      const only = isSample
        ? ` WHERE t.${ids.includes('sample_id') ? 'sample_id' : 'id'} IN (SELECT id FROM samples_to_copy)`
        : '';
      const columns = db
        .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
        .all()
        .map(({ name }) => name);
      const values = columns.map((name) => valueOf(name, ids, offset, days));
      db.exec(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${from}${only}`);
    }
  })();
}

/** An id moves up, a day or a moment moves back; all else is the same. */
function valueOf(name: string, ids: readonly string[], offset: number, days: number): string {
  if (ids.includes(name)) return `t.${name} + ${offset}`;
  const isTime = /(^|_)(on|at|until)$/.test(name);
  return isTime && days > 0 ? `date(substr(t.${name}, 1, 10), '-${days} days') || substr(t.${name}, 11)` : `t.${name}`;
}

const agreed = (db: Db): number =>
  db.prepare<[], { n: number }>('SELECT count(*) AS n FROM audits WHERE agreed_on IS NOT NULL').get()?.n ?? 0;

function highestId(db: Db): number {
  const highest = ['samples', 'audits', 'fact_points', 'concerns', 'concern_steps', 'actions', 'action_steps'].map(
    (table) => db.prepare<[], { id: number | null }>(`SELECT max(id) AS id FROM ${table}`).get()?.id ?? 0,
  );
  return Math.max(...highest);
}
