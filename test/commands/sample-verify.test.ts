import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleVerify } from '../../server/commands/sample-verify.js';
import { drawnCertificate } from '../fixtures/certificates.js';

const folder = mkdtempSync(join(tmpdir(), 'sample-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

function verify(content: string | Buffer): { code: number; said: string } {
  const file = join(folder, 'certificate.json');
  writeFileSync(file, content);
  return run([file]);
}

function run(args: string[]): { code: number; said: string } {
  const lines: string[] = [];
  const code = sampleVerify(args, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

test('ends with 0 when the draw is the same', () => {
  const { code, said } = verify(JSON.stringify(drawnCertificate()));
  expect(code).toBe(0);
  expect(said).toContain('Autumn 2026');
  expect(said).toContain('The same: drawn again, 3 of 7');
});

test('a byte order mark, as editors leave it, does no harm', () => {
  expect(verify(`\uFEFF${JSON.stringify(drawnCertificate())}`).code).toBe(0);
});

test('ends with 1 when the draw is different, and says where', () => {
  const { code, said } = verify(JSON.stringify({ ...drawnCertificate(), seed: 'typed by hand' }));
  expect(code).toBe(1);
  expect(said).toContain('Different: drawn again, place 1 is');
});

test.each([
  ['no JSON', 'name,seed\n', 'it is not JSON'],
  ['binary junk', Buffer.from([0, 255, 254, 1]), 'it is not JSON'],
  ['half a file', JSON.stringify(drawnCertificate()).slice(0, 200), 'it is not JSON'],
  ['another document', '{"key":"dip"}', 'it is no certificate of a sample'],
  ['nothing', 'null', 'it is no certificate of a sample'],
  ['a rank that is no number', JSON.stringify(drawnCertificate()).replace('"rank":1', '"rank":"1"'), '/ranks/0/rank'],
  [
    'an unknown field',
    JSON.stringify({ ...drawnCertificate(), reference: 'YJ1' }),
    'must NOT have additional properties',
  ],
])('ends with 2 for %s', (_, content, says) => {
  const { code, said } = verify(content);
  expect(code).toBe(2);
  expect(said).toContain(says);
});

test('ends with 2 when there is no such file, or none or two are given', () => {
  expect(run([join(folder, 'missing.json')])).toMatchObject({ code: 2, said: expect.stringContaining('no such file') });
  expect(run([folder]).code).toBe(2);
  expect(run([]).said).toContain('npm run sample-verify -- FILE');
  expect(run(['a', 'b']).code).toBe(2);
});
