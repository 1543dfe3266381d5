import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkForm } from '../../server/commands/check-form.js';
import type { FormDocument } from '../../server/domain/forms/document.js';
import { readShipped, root } from '../domain/forms/shipped.js';
import { prompt, section, smallForm } from '../domain/forms/small-form.js';

const folder = mkdtempSync(join(tmpdir(), 'check-form-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, document: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));
  return file;
};
const small = (key: string, question = 'Is it so?'): FormDocument =>
  smallForm([section('one', [prompt('so', { question })])], { key });

function run(...args: string[]) {
  const said: string[] = [];
  const code = checkForm(args, (line) => said.push(line));
  return { code, said: said.join('\n') };
}
const problemsOf = ({ said }: { said: string }) =>
  (JSON.parse(said) as { files: { file: string; ok: boolean; problems: { path: string; message: string }[] }[] }).files;

test('every form that ships is all right, each by itself and beside the others', () => {
  const shipped = join(root, 'schemas/forms');
  const files = readdirSync(shipped, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const began = performance.now();
  expect(problemsOf(run('--json', ...files.map((name) => join(shipped, name)))).filter(({ ok }) => !ok)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(2000);
});

test('a right file ends with 0 and is named', () => {
  const file = written('right.json', small('right'));
  expect(run(file)).toEqual({ code: 0, said: `${file}: all right (Small form, version 1)` });
  expect(run(file, '--json').said).toBe(JSON.stringify({ files: [{ file, ok: true, problems: [] }] }));
});

test('a wrong file among right ones ends with 1 and says where, what and how to put it right', () => {
  const files = [written('right.json', small('right')), written('wrong.json', { ...small('wrong'), close: 'end' })];
  const { code, said } = run(...files);
  expect(code).toBe(1);
  expect(said).toContain('close: there is no section ‘end’. Name the section that closes the form.');
  expect(problemsOf(run('--json', ...files)).map(({ ok }) => ok)).toEqual([true, false]);
});

test('a file that is not there, no JSON, or too large is a problem of that file', () => {
  const files = [
    join(folder, 'none.json'),
    written('words.json', 'words'),
    written('large.json', ' '.repeat(10_000_000)),
  ];
  const result = run('--json', ...files);
  expect(result.code).toBe(1);
  expect(problemsOf(result).map(({ problems }) => problems[0]?.message.split(':')[0])).toEqual([
    'there is no such file, or it can’t be read',
    'this is no JSON',
    'the document has 10000000 bytes, and 1000000 is the most',
  ]);
});

test('a key with another question in another file named is a problem of both', () => {
  const files = [written('a.json', small('form-a')), written('b.json', small('form-b', 'Is it otherwise?'))];
  expect(problemsOf(run('--json', ...files)).map(({ problems }) => problems[0]?.message)).toEqual([
    '‘so’ asks another question in the form ‘form-b’: ‘Is it otherwise?’',
    '‘so’ asks another question in the form ‘form-a’: ‘Is it so?’',
  ]);
});

test('a key with another question in the library is a problem, unless the file is that form itself', () => {
  const dip = structuredClone(readShipped('ten-minute-dip'));
  const item = dip.sections[2]?.items.find(({ key }) => key === 'close-strengths');
  Object.assign(item ?? {}, { question: 'What went well?' });
  const [problem] = problemsOf(run('--json', written('dip.json', dip)))[0]?.problems ?? [];
  expect(problem?.message).toMatch(/^‘close-strengths’ asks another question in the form ‘/);
  const own = structuredClone(readShipped('ten-minute-dip'));
  Object.assign(own.sections[1]?.items[0] ?? {}, { question: 'Only this form asks it?' });
  const only = own.sections[1]?.items[0]?.key ?? '';
  const told = problemsOf(run('--json', written('own.json', own)))[0]?.problems ?? [];
  expect(told.filter(({ message }) => message.includes(`‘${only}’`) && message.includes('ten-minute-dip'))).toEqual([]);
});

test('without a file it says how it is called', () => {
  expect(() => run('--json')).toThrow('npm run check-form -- FILE... [--json]');
});
