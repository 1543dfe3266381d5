import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsTable } from '../../server/settings';

const root = join(__dirname, '..', '..');
const text = readFileSync(join(root, 'README.md'), 'utf8');

describe('the README', () => {
  it('lists each setting with its default, and none that is not there', () => {
    const rows = [...text.matchAll(/^\| `([A-Z_]{3,})` \| `?([^|`]*)`? \|/gm)].map(([, name, value]) => [
      name,
      value!.trim(),
    ]);
    expect(rows).toEqual(settingsTable.map((setting) => [setting.name, setting.default]));
  });

  it('names only files and folders that are there', () => {
    const top = '(?:server|views|schemas|migrations|test|\\.github|\\.ci)';
    const paths = [...text.matchAll(new RegExp(`[\`(](${top}/[\\w./-]*)[\`)]`, 'g'))].map(([, path]) => path!);
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names only commands that npm knows', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...text.matchAll(/npm (?:run )?(?:--silent )?(?!run\b)([a-z][a-z-]*)/g)].map(([, name]) => name!);
    expect(named).toContain('start');
    expect(named.filter((name) => !['ci', 'install'].includes(name) && !(name in scripts))).toEqual([]);
  });
});
