import { join, relative } from 'node:path';
import type { FormDocument } from '../../domain/forms/document.js';
import { FormFault } from '../../domain/forms/fault.js';
import type { Db } from '../../platform/sqlite/open.js';
import { checkFiles, readerIn, shippedFiles } from './check-files.js';
import { publishedDigest } from './forms.store.js';
import { digestOf, publishVersion } from './publish-version.js';

/**
 * Takes the forms that ship into the database as published versions. A document that fails its schema or the checker,
 * or one that was edited after its release, stops the start with its path and the reason.
 */
export function takeShippedForms(db: Db, now: string, schemas = join(__dirname, '..', '..', '..', 'schemas')): void {
  for (const { document, path } of shippedForms(schemas)) {
    const known = publishedDigest(db, document.key, document.version);
    if (known === undefined) {
      db.transaction(() => publishVersion(db, document, { origin: 'library', by: null, at: now })).immediate();
    } else if (known !== digestOf(JSON.stringify(document))) {
      throw new Error(
        `${path} differs from the version ${document.version} that was published here. Give the change a new version.`,
      );
    }
  }
}

/** Every document under schemas/forms, in order of key and version, checked each by itself and one beside the other. */
export function shippedForms(schemas: string): { document: FormDocument; path: string }[] {
  return checkFiles(readerIn(schemas), shippedFiles(schemas), []).map(({ file, document, problems }) => {
    const path = join('schemas', relative(schemas, file));
    if (document === null || problems.length > 0)
      throw new Error(`${path} can't be used as an audit form: ${new FormFault(problems).message}`);
    return { document, path };
  });
}
