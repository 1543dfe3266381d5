import { Ajv2020 } from 'ajv/dist/2020.js';
import type { SampleCertificate } from '../domain/sampling/certificate-document.js';
import { verifyCertificate } from '../domain/sampling/verify-certificate.js';
import { readDocument, schemaNamed } from './read-document.js';

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
  const check = new Ajv2020({ allowUnionTypes: true }).compile<SampleCertificate>(
    schemaNamed('sample-certificate.schema.json'),
  );
  const read = readDocument(
    file,
    check,
    ([fault]) =>
      `it is no certificate of a sample: ${fault?.instancePath || 'the document'} ${fault?.message ?? 'is not as it should be'}.`,
  );
  if (typeof read === 'string') {
    say(`${file} can’t be checked: ${read}`);
    return 2;
  }
  const { same, says } = verifyCertificate(read);
  say(`${read.name}, drawn ${read.drawnAt} by ${read.drawnBy}`);
  say(says);
  return same ? 0 : 1;
}

if (require.main === module) process.exitCode = sampleVerify(process.argv.slice(2), console.log);
