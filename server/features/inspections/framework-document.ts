import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { By } from '../../domain/by.js';
import { FormFault } from '../../domain/forms/fault.js';
import { parseDocument } from '../../domain/forms/read.js';
import { invalid, invalidField } from '../../domain/problems.js';
import type { FrameworkDocument } from '../../domain/ratings/framework-document.js';
import { frameworkReader, type FrameworkReader } from '../../domain/ratings/read-framework.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addFrameworkDocument, frameworkEntered } from './framework-documents.store.js';

const schemas = join(__dirname, '..', '..', '..', 'schemas');
let reader: FrameworkReader | null = null;
let shipped: FrameworkDocument | null = null;

/** Made once: the schema ships and does not change. */
const read: FrameworkReader = (json) =>
  (reader ??= frameworkReader(parsed(readFileSync(join(schemas, 'framework.schema.json'), 'utf8'))))(json);

function parsed(text: string): object {
  const json: unknown = JSON.parse(text);
  if (typeof json !== 'object' || json === null) throw new TypeError('A schema is an object');
  return json;
}

/** The framework of 2025 as it ships: its areas and parts, and no rule. */
export const shippedFramework = (): FrameworkDocument =>
  (shipped ??= read(parsed(readFileSync(join(schemas, 'frameworks', '2025.json'), 'utf8'))));

/** The framework of 2025 as it held at a moment: as somebody entered it by then, else as it ships. */
export function frameworkAt(db: Db, at: string): FrameworkDocument {
  const entered = frameworkEntered(db, '2025', at);
  return entered ? read(JSON.parse(entered.document)) : shippedFramework();
}

/** Enters a framework's document with the rule in it; everything that is wrong with it is told. */
export function enterFramework(db: Db, by: By, text: string): void {
  const document = readOrTell(text);
  const held = frameworkEntered(db, '2025', by.now);
  if (document.key !== '2025')
    throw invalidField('document', 'This is the document of another framework: its key is to be 2025.');
  if (!document.rollUp) throw invalidField('document', 'There is no rule in it: the field ‘rollUp’ is missing.');
  if (document.version <= (held?.version ?? shippedFramework().version))
    throw invalidField('document', `Give it a higher version than ${held?.version ?? shippedFramework().version}.`);
  addFrameworkDocument(db, {
    framework: '2025',
    version: document.version,
    document: text,
    by: by.me?.id ?? null,
    now: by.now,
  });
  by.entry.about('frameworks', document.version);
}

function readOrTell(text: string): FrameworkDocument {
  try {
    return read(parseDocument(text));
  } catch (cause) {
    if (!(cause instanceof FormFault)) throw cause;
    throw invalid(
      cause.problems.map(({ path, message, remedy }) => ({
        field: 'document',
        at: null,
        message: `${path === '' ? 'The document' : path}: ${message}. ${remedy}`,
      })),
    );
  }
}
