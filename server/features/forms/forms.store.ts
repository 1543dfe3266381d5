import type { FormDocument } from '../../domain/forms/document.js';
import { mayReadService } from '../../domain/forms/subject.js';
import type { Db } from '../../platform/sqlite/open.js';
import { sql } from '../../platform/sqlite/sql.js';

export interface FormVersion {
  id: number;
  key: string;
  version: number;
  title: string;
  origin: string;
  measures: FormDocument['measures'];
  publishedAt: string;
  document: FormDocument;
}

interface Row extends Omit<FormVersion, 'document' | 'title'> {
  document: string;
}

const columns = `v.id, v.form_key AS key, v.version, f.origin, f.measures, v.published_at AS publishedAt,
  v.document`;

/** A published version never changes, so each is read once for each connection. */
const known = new WeakMap<Db, Map<number, FormVersion>>();

export function formVersion(db: Db, id: number): FormVersion {
  const found = remembered(db).get(id);
  if (found) return found;
  const row = sql<{ id: number }, Row>(
    db,
    `SELECT ${columns} FROM form_versions v JOIN forms f ON f.key = v.form_key WHERE v.id = @id`,
  ).get({ id });
  if (!row) throw new Error(`There is no form version ${id}.`);
  return remember(db, row);
}

/** The newest version of each form that people can choose, in order of title; retired forms are left out. */
export function latestVersions(db: Db): FormVersion[] {
  return sql<void, { id: number }>(
    db,
    `SELECT v.id FROM forms f JOIN form_versions v ON v.form_key = f.key
     WHERE f.retired_at IS NULL AND f.origin <> 're-audit'
       AND v.version = (SELECT max(n.version) FROM form_versions n WHERE n.form_key = f.key)
     ORDER BY f.title`,
  )
    .all()
    .map((row) => formVersion(db, row.id));
}

/** The forms that cases can be read with: all but those about the service itself. */
export function caseForms(db: Db): FormVersion[] {
  return latestVersions(db).filter(({ measures }) => measures !== 'service');
}

/** The forms that the service itself can be read with. */
export function serviceForms(db: Db): FormVersion[] {
  return latestVersions(db).filter(({ document }) => mayReadService(document));
}

/** The newest version of a form; a re-audit belongs to one audit and is nobody’s to choose. */
export function latestVersion(db: Db, key: string): FormVersion | undefined {
  const row = sql<{ key: string }, { id: number }>(
    db,
    `SELECT v.id FROM form_versions v JOIN forms f ON f.key = v.form_key
     WHERE v.form_key = @key AND f.origin <> 're-audit' ORDER BY v.version DESC LIMIT 1`,
  ).get({ key });
  return row && formVersion(db, row.id);
}

/** Every version of a form, the newest first. */
export function versionsOf(db: Db, key: string): FormVersion[] {
  return sql<{ key: string }, { id: number }>(
    db,
    'SELECT id FROM form_versions WHERE form_key = @key ORDER BY version DESC',
  )
    .all({ key })
    .map((row) => formVersion(db, row.id));
}

/** The newest version of each form, retired ones too, in order of title. */
export function everyForm(db: Db): FormVersion[] {
  return sql<void, { key: string }>(db, "SELECT key FROM forms WHERE origin <> 're-audit' ORDER BY title")
    .all()
    .flatMap(({ key }) => latestVersion(db, key) ?? []);
}

/** The number that the next version of a form gets. */
export function nextVersion(db: Db, key: string): number {
  const row = sql<{ key: string }, { last: number | null }>(
    db,
    'SELECT max(version) AS last FROM form_versions WHERE form_key = @key',
  ).get({ key });
  return (row?.last ?? 0) + 1;
}

/** Keys that a published version has given a meaning: they are never given another. */
export function publishedItemKeys(db: Db): string[] {
  return sql<void, { key: string }>(db, 'SELECT DISTINCT item_key AS key FROM form_items')
    .all()
    .map(({ key }) => key);
}

/** When a form was retired; null while it is in use. Not part of a version, so it is read each time. */
export function retiredAt(db: Db, key: string): string | null {
  return (
    sql<{ key: string }, { at: string | null }>(db, 'SELECT retired_at AS at FROM forms WHERE key = @key').get({ key })
      ?.at ?? null
  );
}

/** Retires a form, or brings it back with null. */
export function setRetired(db: Db, key: string, at: string | null): void {
  sql<{ key: string; at: string | null }>(db, 'UPDATE forms SET retired_at = @at WHERE key = @key').run({ key, at });
}

/** The digest under which a version was published, or undefined when it is not known yet. */
export function publishedDigest(db: Db, key: string, version: number): string | undefined {
  return sql<{ key: string; version: number }, { digest: string }>(
    db,
    'SELECT digest FROM form_versions WHERE form_key = @key AND version = @version',
  ).get({ key, version })?.digest;
}

export interface ItemRow {
  itemKey: string;
  position: number;
  sectionKey: string;
  about: string;
  kind: string;
  scale: string | null;
  weight: number;
  meaningDigest: string;
  themes: readonly string[];
}

/** Writes a version with its items, for good. */
export function addVersion(
  db: Db,
  form: {
    document: FormDocument;
    text: string;
    digest: string;
    origin: 'library' | 'service' | 're-audit';
    by: number | null;
    at: string;
  },
  items: readonly ItemRow[],
): number {
  const { key, version, title, measures } = form.document;
  sql<{ key: string; title: string; origin: string; measures: string }>(
    db,
    `INSERT INTO forms (key, title, origin, measures) VALUES (@key, @title, @origin, @measures)
     ON CONFLICT (key) DO UPDATE SET title = @title, measures = @measures`,
  ).run({ key, title, origin: form.origin, measures });
  const added = sql<{ key: string; version: number; text: string; digest: string; by: number | null; at: string }>(
    db,
    `INSERT INTO form_versions (form_key, version, document, digest, published_by, published_at)
     VALUES (@key, @version, @text, @digest, @by, @at)`,
  ).run({ key, version, text: form.text, digest: form.digest, by: form.by, at: form.at });
  const id = Number(added.lastInsertRowid);
  for (const item of items) addItem(db, id, item);
  return id;
}

function addItem(db: Db, formVersion: number, { themes, ...item }: ItemRow): void {
  sql<Omit<ItemRow, 'themes'> & { formVersion: number }>(
    db,
    `INSERT INTO form_items (form_version_id, item_key, position, section_key, about, kind, scale, weight, meaning_digest)
     VALUES (@formVersion, @itemKey, @position, @sectionKey, @about, @kind, @scale, @weight, @meaningDigest)`,
  ).run({ formVersion, ...item });
  themes.forEach((theme, i) => {
    sql<{ formVersion: number; theme: string; item: string; home: number }>(
      db,
      'INSERT INTO form_item_themes (form_version_id, theme, item_key, home) VALUES (@formVersion, @theme, @item, @home)',
    ).run({ formVersion, theme, item: item.itemKey, home: i === 0 ? 1 : 0 });
  });
}

function remembered(db: Db): Map<number, FormVersion> {
  let versions = known.get(db);
  if (!versions) known.set(db, (versions = new Map<number, FormVersion>()));
  return versions;
}

function remember(db: Db, row: Row): FormVersion {
  // The text passed the schema before it was published, and has not changed since.
  const document = JSON.parse(row.document) as FormDocument;
  const version: FormVersion = { ...row, title: document.title, document };
  remembered(db).set(row.id, version);
  return version;
}
