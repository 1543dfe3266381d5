import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { SampleCertificate } from '../domain/sampling/certificate-document.js';
import { verifyCertificate } from '../domain/sampling/verify-certificate.js';

const schemaFile = join(__dirname, '../../schemas/sample-certificate.schema.json');

/**
 * `npm run sample-verify -- FILE`: draws a sample again from its certificate alone.
 * Ends with 0 when it is the same, 1 when it is different, 2 when the file can't be read.
 */
export function sampleVerify(args: readonly string[], say: (line: string) => void): 0 | 1 | 2 {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) {
    say('Give one file, the record of a sample: npm run sample-verify -- FILE');
    return 2;
  }
  const read = readCertificate(file);
  if (typeof read === 'string') {
    say(`${file} can’t be checked: ${read}`);
    return 2;
  }
  const { same, says } = verifyCertificate(read);
  say(`${read.name}, drawn ${read.drawnAt} by ${read.drawnBy}`);
  say(says);
  return same ? 0 : 1;
}

/** The certificate in a file, or why there is none, in words. */
function readCertificate(file: string): SampleCertificate | string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return 'there is no such file, or it may not be read.';
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return 'it is not JSON.';
  }
  const check = certificateCheck();
  if (check(document)) return document;
  const fault = check.errors?.[0];
  return `it is no certificate of a sample: ${fault?.instancePath || 'the document'} ${fault?.message ?? 'is not as it should be'}.`;
}

function certificateCheck(): ValidateFunction<SampleCertificate> {
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as object;
  return new Ajv2020({ allowUnionTypes: true }).compile<SampleCertificate>(schema);
}

if (require.main === module) process.exitCode = sampleVerify(process.argv.slice(2), console.log);
