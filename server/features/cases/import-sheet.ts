import type { By } from '../../domain/by.js';
import { invalidField, invalid } from '../../domain/problems.js';
import { checkColumns } from '../../domain/register/check-columns.js';
import { headingsOf } from '../../domain/register/columns.js';
import { findHeader } from '../../domain/register/header.js';
import { readRegister } from '../../domain/register/read-register.js';
import type { SheetRows } from '../../domain/register/sheet-rows.js';
import type { Db } from '../../platform/sqlite/open.js';
import { cellsUnder } from './cells-under.js';
import { importRegister, importedBy, type Import, type Imported } from './import.js';
import { mappingFor } from './mappings.store.js';
import { planImport } from './plan-import.js';
import { noChoices } from './settle-names.js';

/** A file read into rows, and the SHA-256 of its bytes. */
export interface FileRows {
  readonly sheet: SheetRows;
  readonly digest: string;
}

/**
 * Brings in a file as it stands: the header is found, the mapping is the kept or the guessed one, people and teams are
 * made as met. For the command line and for a service that is made up.
 */
export function importSheet(db: Db, by: By, file: FileRows): Imported {
  return importRegister(db, by, readAsMet(db, file, by.today)).imported;
}

/** What `importSheet` would do: nothing is written. */
export function planSheet(db: Db, file: FileRows, today: string): Imported {
  const { register, mapping, choices, sameOrders } = readAsMet(db, file, today);
  return importedBy(planImport(db, register, mapping, choices, sameOrders));
}

function readAsMet(db: Db, { sheet, digest }: FileRows, today: string): Import {
  const header = findHeader(sheet);
  if (header === null) throw invalidField('file', 'Nothing is written in this file.');
  const headings = headingsOf(sheet.rows[header]?.cells ?? []);
  const { columns, values } = mappingFor(db, headings);
  const faults = checkColumns(columns, cellsUnder(sheet, header), today);
  if (faults.length > 0) throw invalid(faults.map(({ message }) => ({ field: 'file', at: null, message })));
  const mapping = { columns, values };
  return {
    digest,
    mapping,
    register: readRegister(sheet, header, mapping, today),
    choices: noChoices,
    sameOrders: new Set(),
  };
}
