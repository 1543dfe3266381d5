import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../server/domain/forms/check/check';
import { shippedForms } from '../../server/features/forms/take-shipped';

const root = join(__dirname, '..', '..');

describe('the forms that ship', () => {
  const forms = shippedForms(join(root, 'schemas'));

  it.each(forms.map((form) => [form.path, form] as const))('pass the checker: %s', (_path, { document }) => {
    expect(check(document)).toEqual([]);
  });

  it('lie where their key and version say', () => {
    const places = forms.map(({ document }) => `schemas/forms/${document.key}/${document.version}.json`);
    expect(forms.map(({ path }) => path)).toEqual(places);
  });

  it('are as they were released: a change is a new version', () => {
    const lines = readFileSync(join(__dirname, 'form-digests.txt'), 'utf8').trim().split('\n');
    const now = forms.map(({ path }) => `${digestOf(readFileSync(join(root, path), 'utf8'))}  ${path}`);
    expect(now).toEqual(lines);
  });
});

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
