import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkAmong } from '../../domain/forms/check/among.js';
import { tooLong } from '../../domain/forms/check/size.js';
import type { FormDocument } from '../../domain/forms/document.js';
import { FormFault, type FormProblem } from '../../domain/forms/fault.js';
import { formReader, parseDocument, type FormReader } from '../../domain/forms/read.js';

/** One file, and what is wrong with the form document in it. */
export interface CheckedFile {
  file: string;
  /** Null when it can't be used. */
  document: FormDocument | null;
  problems: readonly FormProblem[];
}

/** The reader of form documents, made from the schema in a folder. */
export function readerIn(schemas: string): FormReader {
  const schema = readFileSync(join(schemas, 'form.schema.json'), 'utf8');
  const reader = readers.get(schema) ?? formReader(JSON.parse(schema) as object);
  readers.set(schema, reader);
  return reader;
}

/** Readers by the text of their schema: making one takes longer than reading all forms. */
const readers = new Map<string, FormReader>();

/** The paths of the documents that ship, in order of key and version. */
export function shippedFiles(schemas: string): string[] {
  return readdirSync(join(schemas, 'forms'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(schemas, 'forms', name));
}

/** Checks documents, each by itself and its keys against the others and against the library. */
export function checkFiles(
  read: FormReader,
  files: readonly string[],
  library: readonly FormDocument[],
): CheckedFile[] {
  const checked = files.map((file) => checkFile(read, file));
  const documents = checked.flatMap(({ document }) => document ?? []);
  return checked.map(({ file, document, problems }) => {
    const among = document ? checkAmong(document, [...documents, ...library]) : [];
    return { file, document, problems: [...problems, ...among] };
  });
}

function checkFile(read: FormReader, file: string): CheckedFile {
  try {
    return { file, document: read(parseDocument(textOf(file))), problems: [] };
  } catch (cause) {
    if (!(cause instanceof FormFault)) throw cause;
    return { file, document: null, problems: cause.problems };
  }
}

/** Looks at the size before the file is read. */
function textOf(file: string): string {
  try {
    const large = tooLong(statSync(file).size);
    if (large) throw new FormFault([large]);
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof FormFault) throw cause;
    const message = 'there is no such file, or it can’t be read';
    throw new FormFault([{ path: '', message, remedy: 'Name a file with a form document.' }]);
  }
}
