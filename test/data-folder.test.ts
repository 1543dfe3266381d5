import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../server/data-folder';
import { openDatabase } from '../server/platform/sqlite/open';

describe('the data folder', () => {
  let parent: string;
  beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'assay-folder-'))));
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('is made where there is none, with a secret that stays and that nobody else can read', () => {
    const folder = join(parent, 'a', 'b');
    const first = openDataFolder(folder);
    first.db.close();
    const again = openDataFolder(folder);
    again.db.close();
    expect(first.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(again.secret).toBe(first.secret);
    expect(statSync(join(folder, 'cookie-secret')).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('that cannot be written stops the start and says what to do', () => {
    writeFileSync(join(parent, 'file'), '');
    expect(() => openDataFolder(join(parent, 'file', 'data'))).toThrow(/can't be written.*set DATA_DIR/);
  });

  it.each([
    ['NFS', 0x6969],
    ['SMB', 0x517b],
    ['CIFS', 0xff534d42],
    ['SMB 2', 0xfe534d42],
    ['AFS', 0x5346414f],
    ['9P', 0x01021997],
  ])('on a network share is refused before a database is made: %s', (_name, type) => {
    expect(() => openDataFolder(parent, () => type)).toThrow(/lies on a network share.*local disk/);
    expect(existsSync(join(parent, 'assay.sqlite'))).toBe(false);
  });

  it('whose database is something else is refused, and that is left as it is', () => {
    const file = join(parent, 'assay.sqlite');
    writeFileSync(file, 'a letter to the council, not a database '.repeat(200));
    const before = readFileSync(file);
    expect(() => openDataFolder(parent)).toThrow(/is not a database of Assay/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('used by a newer version is refused', () => {
    const db = openDatabase(join(parent, 'assay.sqlite'));
    db.pragma('user_version = 9999');
    db.close();
    expect(() => openDataFolder(parent)).toThrow(/newer version/);
  });
});
