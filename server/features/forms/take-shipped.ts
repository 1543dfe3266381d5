import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FormDocument } from '../../domain/forms/document.js';
import { formReader } from '../../domain/forms/read.js';
import type { Db } from '../../platform/sqlite/open.js';
import { publishedDigest } from './forms.store.js';
import { digestOf, publishVersion } from './publish-version.js';

/**
 * Takes the forms that ship into the database as published versions. A document that fails its schema, or one
 * that was edited after its release, stops the start with its path and the reason.
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

/** Every document under schemas/forms, in order of key and version, checked. */
export function shippedForms(schemas: string): { document: FormDocument; path: string }[] {
  const read = formReader(JSON.parse(readFileSync(join(schemas, 'form.schema.json'), 'utf8')) as object);
  return readdirSync(join(schemas, 'forms'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const path = join('schemas', 'forms', name);
      try {
        return { document: read(JSON.parse(readFileSync(join(schemas, 'forms', name), 'utf8'))), path };
      } catch (cause) {
        throw new Error(
          `${path} can't be used as an audit form: ${cause instanceof Error ? cause.message : String(cause)}`,
          { cause },
        );
      }
    });
}
