import type { By } from '../../domain/by.js';
import type { Group } from '../../domain/forms/document.js';
import { invalidField, notFound } from '../../domain/problems.js';
import type { Db } from '../../platform/sqlite/open.js';
import { lastOccurrence, occurrencesOf, putOccurrence, removeOccurrence } from './occurrences.store.js';
import { openForWriting, type Writing } from './own-audit.js';

/** More rows than this are a slip. */
const mostRows = 60;

/** Adds a row to a repeated group and gives its number; 'none in the period' falls away. */
export function addRow(db: Db, by: By, auditId: number, group: string): number {
  const { audit } = groupIn(openForWriting(db, by, auditId), group);
  const row = lastOccurrence(db, audit.id, group) + 1;
  if (row > mostRows) throw invalidField(`group-${group}`, `A form takes at most ${mostRows} rows here.`);
  removeOccurrence(db, audit.id, group, 0, by.now);
  putOccurrence(db, audit.id, group, row);
  return row;
}

/** Takes a row away; what was answered in it stays in the history. */
export function removeRow(db: Db, by: By, auditId: number, group: string, row: number): void {
  const { audit } = groupIn(openForWriting(db, by, auditId), group);
  const there = occurrencesOf(db, audit.id).some((one) => one.group === group && one.occurrence === row && row > 0);
  if (!there) throw notFound('There is no such row.');
  removeOccurrence(db, audit.id, group, row, by.now);
}

/** Says that there was nothing of the kind in the period, or takes that back. */
export function noneInPeriod(db: Db, by: By, auditId: number, group: string, none: boolean): void {
  const { audit } = groupIn(openForWriting(db, by, auditId), group);
  if (!none) {
    removeOccurrence(db, audit.id, group, 0, by.now);
    return;
  }
  const rows = occurrencesOf(db, audit.id).filter((one) => one.group === group && one.occurrence > 0);
  if (rows.length > 0) throw invalidField(`group-${group}`, 'There are rows here. Remove them first.');
  putOccurrence(db, audit.id, group, 0);
}

function groupIn(writing: Writing, key: string): Writing & { group: Group } {
  const group = writing.form.sections.flatMap(({ repeats }) => repeats ?? []).find((one) => one.key === key);
  if (!group) throw notFound('This form has no such group of questions.');
  return { ...writing, group };
}
