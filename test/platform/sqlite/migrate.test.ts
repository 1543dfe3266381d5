import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../../server/platform/sqlite/migrate';
import { openDatabase, type Db } from '../../../server/platform/sqlite/open';

describe('bringing a database forward', () => {
  let folder: string;
  let db: Db;
  const step = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const version = (): unknown => db.pragma('user_version', { simple: true });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-migrate-'));
    db = openDatabase(':memory:');
    step('0002-rows.sql', 'INSERT INTO t VALUES (2)');
    step('0001-table.sql', 'CREATE TABLE t (x)');
    step('notes.txt', 'no step');
  });
  afterEach(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes the steps in the order of their numbers, each once', () => {
    expect(migrate(db, folder)).toEqual(['0001-table.sql', '0002-rows.sql']);
    expect(migrate(db, folder)).toEqual([]);
    expect(db.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 1 });
    expect(version()).toBe(2);
  });

  it('takes only what is new', () => {
    migrate(db, folder);
    step('0003-more.sql', 'INSERT INTO t VALUES (3)');
    expect(migrate(db, folder)).toEqual(['0003-more.sql']);
  });

  it('leaves nothing of a step that fails half way', () => {
    step('0003-broken.sql', 'CREATE TABLE half (x); INSERT INTO nowhere VALUES (1)');
    expect(() => migrate(db, folder)).toThrow(/nowhere/);
    expect(version()).toBe(2);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined();
  });

  it('refuses a database of a newer version, and changes nothing in it', () => {
    db.pragma('user_version = 7');
    expect(() => migrate(db, folder)).toThrow('was used by a newer version of Assay (step 7)');
    expect(version()).toBe(7);
    expect(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).toEqual({ n: 0 });
  });
});
