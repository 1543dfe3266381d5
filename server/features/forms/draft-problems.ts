import { join } from 'node:path';
import { checkAmong } from '../../domain/forms/check/among.js';
import type { FormDocument } from '../../domain/forms/document.js';
import { unfinished } from '../../domain/forms/draft/findings.js';
import { FormFault, type FormProblem } from '../../domain/forms/fault.js';
import type { FormReader } from '../../domain/forms/read.js';
import type { Db } from '../../platform/sqlite/open.js';
import { readerIn } from './check-files.js';
import { everyForm } from './forms.store.js';

let reader: FormReader | null = null;

/** Reads a document against the schema and the checker; made once, since compiling the schema takes a while. */
export const readDocument: FormReader = (json) => (reader ??= readerIn(join(__dirname, '../../../schemas')))(json);

/** All that stands in the way of publishing a draft: what it lacks, what the checker finds, and keys that mean something else in another form. */
export function draftProblems(db: Db, document: FormDocument): readonly FormProblem[] {
  const lacks = unfinished(document);
  if (lacks.length > 0) return lacks;
  try {
    readDocument(document);
  } catch (cause) {
    if (cause instanceof FormFault) return cause.problems;
    throw cause;
  }
  return checkAmong(
    document,
    everyForm(db).map((version) => version.document),
  );
}
