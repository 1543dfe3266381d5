import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormDocument } from '../../../server/domain/forms/document.js';
import type { Answer } from '../../../server/domain/forms/filled.js';
import { formReader } from '../../../server/domain/forms/read.js';

export const root = join(__dirname, '..', '..', '..');

/** The reader of documents, made from the schema as it ships. */
export const readForm = formReader(JSON.parse(readFileSync(join(root, 'schemas/form.schema.json'), 'utf8')) as object);

export const shippedKeys = ['risk-of-harm', 'safeguarding', 'national-standards-2013', 'ten-minute-dip'] as const;

/** Every form of the library. */
export const libraryKeys = readdirSync(join(root, 'schemas/forms')).sort();

/** A form as it ships, version 1. */
export function readShipped(key: string): FormDocument {
  return readForm(JSON.parse(readFileSync(join(root, 'schemas/forms', key, '1.json'), 'utf8')));
}

/** One answer with nothing beside its value. */
export function answer(item: string, value: string | null, more: Partial<Answer> = {}): Answer {
  return { item, occurrence: 0, value, note: null, evidence: null, reason: null, ...more };
}

/** The given answers, those of repeated items in row 1. */
export function everyRow(form: FormDocument, values: Readonly<Record<string, string>>): Answer[] {
  const items = form.sections.flatMap((section) => section.items);
  return Object.entries(values).map(([key, value]) => {
    const item = items.find((candidate) => candidate.key === key);
    return answer(key, value, { occurrence: item && 'group' in item && item.group ? 1 : 0 });
  });
}
