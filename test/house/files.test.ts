import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Route } from '../../server/platform/http/route';
import { testApp, type TestApp } from '../fixtures/app';
import { everyRoute } from './everything';

const root = join(__dirname, '..', '..');
const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the files', () => {
  it('are short: one idea each', () => {
    const long = [...filesUnder('server'), ...filesUnder('test'), ...filesUnder('views')]
      .filter((path) => /\.(ts|mjs|js|hbs|scss)$/.test(path) && path !== generated)
      .filter((path) => read(path).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('lie in folders that say what is in them', () => {
    const folders = new Set([...filesUnder('server'), ...filesUnder('test'), ...filesUnder('views')].map(dirname));
    expect([...folders].filter((path) => /(^|\/)(utils?|helpers?|common|shared|libs?|misc)(\/|$)/.test(path))).toEqual(
      [],
    );
  });

  it('leave the top of the house as it is', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
    const top = new Set(tracked.map((path) => path.split('/')[0]!));
    const known = ['package.json', 'tsconfig.json', 'server', 'views', 'schemas', 'migrations', 'test', 'README.md'];
    const more = [...top].filter((name) => !known.includes(name) && !name.startsWith('.') && !ofTools.includes(name));
    expect(more).toEqual([]);
  });
});

/** Made from schemas/form.schema.json. */
const generated = 'server/domain/forms/document.ts';
const ofTools = ['package-lock.json', 'tsconfig.test.json', 'jest.config.cjs', 'eslint.config.mjs', 'LICENSE'];

describe('an address', () => {
  let t: TestApp;
  beforeAll(() => (t = testApp()));
  afterAll(() => t.close());

  it('names the folder of its capability by its first word', () => {
    const wrong = everyRoute(t).filter((route) => {
      const folder = folderOf(route);
      return !(`${folder}/routes.ts` in allSources()) && !explained.has(folder);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

/** Addresses that people type or read aloud, and where they are kept. */
const explained = new Map([
  ['', 'home'],
  ['who-may', 'trail: drawn from the table of rights'],
  ['account', 'sign-in'],
  ['sign-out', 'sign-in'],
  ['set-up', 'sign-in'],
]);

const folderOf = (route: Route): string => route.path.split('/')[1] ?? '';

const allSources = (): Record<string, true> =>
  Object.fromEntries(filesUnder('server/features').map((path) => [path.replace('server/features/', ''), true]));

describe('the templates', () => {
  const templates = filesUnder('views').filter((path) => path.endsWith('.hbs'));
  const names = templates.map((path) => path.slice('views/'.length, -'.hbs'.length));
  const code = filesUnder('server')
    .filter((path) => path.endsWith('.ts'))
    .map(read)
    .join('\n');
  const markup = templates.map(read).join('\n');

  it('are there for every page that is rendered', () => {
    const rendered = [...code.matchAll(/\b(?:page|shown|as|step|view:)\(?\s*(?:\d{3},\s*)?'([a-z-]+\/[a-z-]+)'/g)].map(
      ([, name]) => name!,
    );
    expect(rendered.length).toBeGreaterThan(30);
    expect(rendered.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('are all used: by a page, or as a part of another', () => {
    const used = (name: string): boolean =>
      code.includes(`'${name}'`) || new RegExp(`\\{\\{#?> ${name}[\\s}]`).test(markup) || pickedByKind(name, code);
    expect(names.filter((name) => name !== 'layout' && !used(name))).toEqual([]);
  });

  it('use no part that is not there', () => {
    const parts = [...markup.matchAll(/\{\{#?> ([a-z][\w/-]*)/g)].map(([, name]) => name!);
    expect(parts.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('load no script that is not there', () => {
    const scripts = [...code.matchAll(/scripts: \[([^\]]+)\]/g)].flatMap(([, list]) => list!.match(/[a-z-]+/g) ?? []);
    const assets = readdirSync(join(root, 'views/assets'));
    expect(scripts.filter((name) => !assets.includes(`${name}.js`))).toEqual([]);
  });
});

/** Some are picked by a word of the model: a question by its kind, a report by its name. */
const pickedByKind = (name: string, code: string): boolean =>
  code.includes(`\`${dirname(name)}/\${`) || (name.startsWith('items/') && /lookup [^}]*items/.test(code));
