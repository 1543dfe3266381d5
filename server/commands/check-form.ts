import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles, readerIn, shippedFiles, type CheckedFile } from '../features/forms/check-files.js';

const schemas = join(__dirname, '..', '..', 'schemas');
const usage = 'npm run check-form -- FILE... [--json]';

/**
 * `npm run check-form -- FILE... [--json]`: checks form documents, each by itself, against the other files and against
 * the forms that ship. Ends with 0 when all are right, 1 when not.
 */
export function checkForm(args: readonly string[], say: (line: string) => void): 0 | 1 {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new Error(`Name one file or more: ${usage}`);
  const read = readerIn(schemas);
  const library = checkFiles(read, shippedFiles(schemas), []).flatMap(({ document }) => document ?? []);
  const checked = checkFiles(read, positionals, library);
  say(values.json ? asJson(checked) : checked.map(asWords).join('\n'));
  return checked.every(isRight) ? 0 : 1;
}

const isRight = ({ problems }: CheckedFile): boolean => problems.length === 0;

function asJson(checked: readonly CheckedFile[]): string {
  return JSON.stringify({
    files: checked.map((one) => ({ file: one.file, ok: isRight(one), problems: one.problems })),
  });
}

function asWords({ file, problems, document }: CheckedFile): string {
  if (document && problems.length === 0) return `${file}: all right (${document.title}, version ${document.version})`;
  return [
    `${file}: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}`,
    ...problems.map(({ path, message, remedy }) => `  ${path === '' ? 'the document' : path}: ${message}. ${remedy}`),
  ].join('\n');
}

if (require.main === module) {
  try {
    process.exitCode = checkForm(process.argv.slice(2), console.log);
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : String(fault));
    process.exitCode = 1;
  }
}
