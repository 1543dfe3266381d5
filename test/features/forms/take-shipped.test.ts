import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { latestVersions } from '../../../server/features/forms/forms.store';
import { takeShippedForms } from '../../../server/features/forms/take-shipped';
import { testApp, type TestApp } from '../../fixtures/app';

describe('forms taken at the start', () => {
  let t: TestApp;
  let schemas: string;
  const now = '2026-11-24T14:02:00.000Z';
  const dip = (): string => join(schemas, 'forms', 'ten-minute-dip', '1.json');
  const change = (path: string, work: (form: { title: string; version: number }) => object): void =>
    writeFileSync(path, JSON.stringify(work(JSON.parse(readFileSync(path, 'utf8')) as never)));

  beforeEach(() => {
    t = testApp();
    schemas = mkdtempSync(join(tmpdir(), 'assay-schemas-'));
    cpSync(join(__dirname, '..', '..', '..', 'schemas'), schemas, { recursive: true });
  });
  afterEach(() => {
    t.close();
    rmSync(schemas, { recursive: true, force: true });
  });

  it('are there, each once, however often the process starts', () => {
    takeShippedForms(t.db, now, schemas);
    expect(
      latestVersions(t.db)
        .map(({ key, version }) => `${key} ${version}`)
        .sort(),
    ).toEqual(
      readdirSync(join(schemas, 'forms'))
        .sort()
        .map((key) => `${key} 1`),
    );
  });

  it('stop the start when one was edited after its release', () => {
    change(dip(), (form) => ({ ...form, title: 'Another title' }));
    expect(() => takeShippedForms(t.db, now, schemas)).toThrow(
      'schemas/forms/ten-minute-dip/1.json differs from the version 1 that was published here. Give the change a new version.',
    );
  });

  it('take a change as a new version', () => {
    change(dip(), (form) => ({ ...form, title: 'Another title', version: 2 }));
    takeShippedForms(t.db, now, schemas);
    expect(latestVersions(t.db).find(({ key }) => key === 'ten-minute-dip')).toMatchObject({
      version: 2,
      title: 'Another title',
    });
  });

  it.each([
    ['no JSON at all', () => '{ "key": '],
    ['a field that nobody knows', () => '{"colour": "red"}'],
    ['nothing', () => ''],
  ])('stop the start with the path and the reason: %s', (_what, text) => {
    writeFileSync(dip(), text());
    expect(() => takeShippedForms(t.db, now, schemas)).toThrow(
      /^schemas\/forms\/ten-minute-dip\/1\.json can't be used as an audit form: ./,
    );
  });

  it('never change once published', () => {
    expect(() => t.db.exec("UPDATE form_versions SET document = '{}'")).toThrow(
      'a published form version never changes',
    );
    expect(() => t.db.exec('DELETE FROM form_versions')).toThrow('a published form version never changes');
  });
});
