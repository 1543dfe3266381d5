import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../server/platform/sqlite/open';
import { sql, statementsOf } from '../../../server/platform/sqlite/sql';

describe('a connection', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'assay-open-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([false, true])(
    'waits for the disk at each commit and keeps to the keys; only for reading: %s',
    (readonly) => {
      const file = join(folder, 'one.sqlite');
      const first = openDatabase(file);
      const db = readonly ? openDatabase(file, { readonly }) : first;
      const read = (name: string): unknown => db.pragma(name, { simple: true });
      expect(read('journal_mode')).toBe('wal');
      expect(read('synchronous')).toBe(2);
      expect(read('foreign_keys')).toBe(1);
      expect(read('busy_timeout')).toBe(5000);
      expect(read('secure_delete')).toBe(1);
      if (readonly) db.close();
      first.close();
    },
  );

  it('that only reads can write nothing', () => {
    const file = join(folder, 'two.sqlite');
    const db = openDatabase(file);
    db.exec('CREATE TABLE t (x)');
    const reader = openDatabase(file, { readonly: true });
    expect(() => reader.exec('INSERT INTO t VALUES (1)')).toThrow(/readonly/);
    reader.close();
    db.close();
  });

  it('prepares a text once, and tells which texts it has seen', () => {
    const db = openDatabase(':memory:');
    const first = sql<{ n: number }, { n: number }>(db, 'SELECT @n AS n');
    expect(sql(db, 'SELECT @n AS n')).toBe(first);
    expect(first.get({ n: 3 })).toEqual({ n: 3 });
    expect(statementsOf(db)).toEqual(['SELECT @n AS n']);
    expect(statementsOf(openDatabase(':memory:'))).toEqual([]);
    db.close();
  });
});
