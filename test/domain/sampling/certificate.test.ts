import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { certificate } from '../../../server/domain/sampling/certificate.js';
import { verifyCertificate } from '../../../server/domain/sampling/verify-certificate.js';
import { drawnCertificate, drawnSample, drawOrder, frame } from '../../fixtures/certificates.js';

interface Part {
  description?: string;
  $ref?: string;
  properties?: Record<string, Part>;
}
const schema: Part & { $defs: Record<string, Part> } = JSON.parse(
  readFileSync('schemas/sample-certificate.schema.json', 'utf8'),
);
const valid = new Ajv2020({ allowUnionTypes: true }).compile(schema);
const [first, second, third, fourth, fifth] = drawOrder as [string, string, string, string, string];
const swap = (leaves: string, takes: string | null, minute = 0) => ({
  leaves,
  takes,
  at: `2026-11-12T10:0${minute}:00.000Z`,
  reason: 'Transferred to another service',
});

test('a certificate keeps to its schema, which refuses what it does not know', () => {
  expect(valid(drawnCertificate({ swaps: [swap(second, fourth)] }))).toBe(true);
  expect(valid({ ...drawnCertificate(), reference: 'YJ100671' })).toBe(false);
  expect(valid({ ...drawnCertificate(), frame: [{ ...frame[0], reference: 'YJ100671' }] })).toBe(false);
});

test('a certificate without a seed or a time of drawing is none', () => {
  expect(valid({ ...drawnCertificate(), seed: undefined })).toBe(false);
  expect(valid({ ...drawnCertificate(), seed: '' })).toBe(false);
  expect(valid({ ...drawnCertificate(), drawnAt: null })).toBe(false);
});

// json2ts -i schemas/sample-certificate.schema.json --bannerComment '' --style.printWidth 120 --style.singleQuote
test('the types of the certificate are those of its schema', () => {
  const json2ts = require.resolve('json-schema-to-typescript/dist/src/cli.js');
  const style = ['--bannerComment', '', '--style.printWidth', '120', '--style.singleQuote'];
  const types = execFileSync(process.execPath, [json2ts, '-i', 'schemas/sample-certificate.schema.json', ...style]);
  expect(readFileSync('server/domain/sampling/certificate-document.ts', 'utf8')).toBe(String(types));
});

test('every field of a certificate is described', () => {
  const isDescribed = ({ description, $ref }: Part) =>
    Boolean(description ?? ($ref && schema.$defs[$ref.replace('#/$defs/', '')]?.description));
  const undescribed = (part: Part, path: string): string[] =>
    Object.entries(part.properties ?? {}).flatMap(([name, field]) => [
      ...(isDescribed(field) ? [] : [`${path}.${name}`]),
      ...undescribed(field, `${path}.${name}`),
    ]);
  const parts = Object.entries({ certificate: schema, ...schema.$defs });
  expect(parts.flatMap(([name, part]) => undescribed(part, name))).toEqual([]);
});

test('a certificate holds nothing but what its schema names, whatever the sample carries beside', () => {
  const carrying = { ...drawnSample(), frame: frame.map((row) => ({ ...row, reference: 'YJ100671' })), note: 'words' };
  expect(JSON.stringify(certificate(carrying))).not.toMatch(/YJ100671|words|hash/);
});

describe('drawn again from the certificate alone', () => {
  test('an honest draw is the same', () => {
    expect(verifyCertificate(drawnCertificate())).toEqual({
      same: true,
      says: 'The same: drawn again, 3 of 7 that may be drawn, out of 8 looked at. Nothing was swapped.',
    });
  });

  test('so is one for each practitioner, and one of everybody', () => {
    const strata = frame.map((row) => ({ ...row, stratum: row.unit < '15' ? 'practitioner-1' : 'practitioner-2' }));
    expect(verifyCertificate(drawnCertificate({ method: 'per-practitioner', size: 2, frame: strata }))).toEqual({
      same: true,
      says: 'The same: drawn again, 4 of 7 that may be drawn, 2 for each practitioner, out of 8 looked at. Nothing was swapped.',
    });
    expect(verifyCertificate(drawnCertificate({ method: 'whole', size: 7 })).same).toBe(true);
  });

  test('any honest draw is the same after its way through JSON', () => {
    const rows = fc.uniqueArray(
      fc.record({
        unit: fc.stringMatching(/^[a-z0-9é]{1,6}$/),
        excludedBy: fc.constantFrom(null, null, 'team'),
        stratum: fc.constantFrom(null, 'a', 'b'),
      }),
      { selector: ({ unit }) => unit, maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, fc.nat(10), (some, size) => {
        const document = JSON.parse(JSON.stringify(drawnCertificate({ frame: some, size, method: 'simple' })));
        expect(valid(document)).toBe(true);
        expect(verifyCertificate(document).same).toBe(true);
      }),
    );
  });

  test('honest swaps are the same', () => {
    const swaps = [swap(second, fourth, 1), swap(fourth, fifth, 2)];
    expect(verifyCertificate(drawnCertificate({ swaps })).says).toMatch(/2 swapped, each for the next in reserve\.$/);
    expect(verifyCertificate(drawnCertificate({ swaps: swaps.toReversed() })).same).toBe(true);
  });

  test.each([
    [
      'a case put on the list',
      { frame: [...frame, { unit: '19', excludedBy: null, stratum: null }] },
      'the list is not the one',
    ],
    ['a case put on the list twice', { frame: [...frame, frame[0]!] }, 'the list holds 11 twice'],
    ['a case let back in', { frame: frame.map((row) => ({ ...row, excludedBy: null })) }, 'the list is not the one'],
    ['another seed', { seed: '0000' }, 'drawn again, place 1 is'],
    ['a whole that is not all', { method: 'whole' as const }, 'this method takes all 7, and the certificate says 3'],
  ])('%s is told', (_, tampered, says) => {
    const verdict = verifyCertificate({ ...drawnCertificate(), ...tampered });
    expect(verdict.same).toBe(false);
    expect(verdict.says).toContain(says);
  });

  test('two cases that changed places are told, with both', () => {
    const { ranks, ...rest } = drawnCertificate();
    const [one, two, ...others] = ranks as [(typeof ranks)[0], (typeof ranks)[0]];
    const tampered = { ...rest, ranks: [{ ...two, rank: 1 }, { ...one, rank: 2 }, ...others] };
    expect(verifyCertificate(tampered).says).toBe(
      `Different: drawn again, place 1 is ${first}, and the certificate has ${second} as place 1.`,
    );
  });

  test('a rank too few or too many is told', () => {
    const document = drawnCertificate();
    expect(verifyCertificate({ ...document, ranks: document.ranks.slice(0, 6) }).says).toContain('has nothing there');
    const surplus = { unit: '14', stratum: null, rank: 8 };
    expect(verifyCertificate({ ...document, ranks: [...document.ranks, surplus] }).says).toContain('ranks 14, which');
  });

  test('a swap for another than the next in reserve is told', () => {
    expect(verifyCertificate(drawnCertificate({ swaps: [swap(second, fifth)] })).says).toBe(
      `Different: in place of ${second} the next in reserve is ${fourth}, and the certificate has ${fifth}.`,
    );
    expect(verifyCertificate(drawnCertificate({ swaps: [swap(second, null)] })).same).toBe(false);
    expect(verifyCertificate(drawnCertificate({ size: 7, method: 'whole', swaps: [swap(third, null)] })).same).toBe(
      true,
    );
  });

  test('a swap of a case that had no place is told', () => {
    expect(verifyCertificate(drawnCertificate({ swaps: [swap(fifth, fourth)] })).says).toContain(
      'had no place in the sample',
    );
    expect(verifyCertificate(drawnCertificate({ swaps: [swap(second, fourth, 1), swap(second, fifth, 2)] })).same).toBe(
      false,
    );
  });
});
