import { createHash } from 'node:crypto';
import type { FormDocument, Item } from '../../domain/forms/document.js';
import type { Db } from '../../platform/sqlite/open.js';
import { addVersion, type ItemRow } from './forms.store.js';

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Takes a checked document into the database as a published version, with its items row by row. */
export function publishVersion(
  db: Db,
  document: FormDocument,
  published: { origin: 'library' | 'service' | 're-audit'; by: number | null; at: string },
): number {
  const text = JSON.stringify(document);
  return addVersion(db, { document, text, digest: digestOf(text), ...published }, itemRows(document));
}

function itemRows(document: FormDocument): ItemRow[] {
  let position = 0;
  return document.sections.flatMap((section) =>
    section.items.map((item) => ({
      itemKey: item.key,
      position: position++,
      sectionKey: section.key,
      about: section.about,
      kind: item.kind,
      scale: 'scale' in item && item.scale ? item.scale : null,
      weight: 'weight' in item && item.weight ? item.weight : 0,
      meaningDigest: meaningDigest(document, item),
      themes: 'themes' in item && item.themes ? item.themes : [],
    })),
  );
}

/** Two versions agree on an item when its question and its answers are the same. */
function meaningDigest(document: FormDocument, item: Item): string {
  const scale = 'scale' in item && item.scale ? (document.scales?.[item.scale] ?? item.scale) : null;
  const options = 'options' in item && item.options ? item.options : null;
  return digestOf(JSON.stringify([item.kind, item.question, scale, options]));
}
