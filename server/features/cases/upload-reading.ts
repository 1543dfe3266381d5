import { Type as T, type Static } from '@sinclair/typebox';
import Ajv from 'ajv';
import { notFound } from '../../domain/problems.js';
import { checkColumns, type CellsOf, type ColumnFault } from '../../domain/register/check-columns.js';
import { headingsOf } from '../../domain/register/columns.js';
import { findHeader } from '../../domain/register/header.js';
import { readRegister, type Mapping, type Register } from '../../domain/register/read-register.js';
import type { Me } from '../../domain/rights.js';
import type { Db } from '../../platform/sqlite/open.js';
import { factsKept } from '../settings/kept-facts.js';
import { cellsUnder } from './cells-under.js';
import { likelySheet } from './likely-sheet.js';
import { KeptMapping, mappingFor, mappingOf } from './mappings.store.js';
import { planImport, type Plan } from './plan-import.js';
import type { NamedSheet } from './read-file.js';
import { readUploadFile } from './upload-files.js';
import { keepChoices, uploadOf, type UploadRow } from './uploads.store.js';

const Settled = T.Record(T.String(), T.Union([T.Integer(), T.Literal('new'), T.Literal('nobody')]));

/** What was chosen on the way; what was not is found or guessed anew on each page. */
const Chosen = T.Partial(
  T.Object({
    sheet: T.Integer({ minimum: 0 }),
    header: T.Integer({ minimum: 0 }),
    mapping: KeptMapping,
    people: Settled,
    teams: Settled,
    sameOrders: T.Array(T.Integer()),
  }),
);
export type Chosen = Static<typeof Chosen>;
const isChosen = new Ajv().compile<Chosen>(Chosen);

/** An upload as far as it can be read with what was chosen so far. */
export interface Reading {
  readonly upload: UploadRow;
  readonly chosen: Chosen;
  readonly sheets: readonly NamedSheet[];
  readonly at: number;
  readonly sheet: NamedSheet;
  /** Place of the heading in the rows of the sheet. */
  readonly header: number;
  readonly headings: readonly string[];
  readonly cellsOf: CellsOf;
  readonly mapping: Mapping;
  /** The mapping is the one of last time, or was chosen now. */
  readonly isMapped: boolean;
  readonly columnFaults: readonly ColumnFault[];
}

interface Asking {
  readonly db: Db;
  readonly me: Me;
  readonly now: string;
  readonly today: string;
  id(name: string): number;
}

/** The upload that the address names, where it is mine and not over. */
export function reading(c: Asking): Reading {
  const upload = uploadOf(c.db, c.id('id'), c.me.id);
  const sheets = upload && upload.expiresAt > c.now ? readUploadFile(c.db, upload.id) : null;
  if (!upload || !sheets)
    throw notFound('This file is no longer here: it was brought in, stopped, or a day has passed.');
  const chosen = chosenIn(upload);
  const at = chosen.sheet ?? likelySheet(sheets);
  const sheet = sheets[at];
  if (!sheet) throw notFound();
  const header = chosen.header ?? findHeader(sheet) ?? 0;
  const headings = headingsOf(sheet.rows[header]?.cells ?? []);
  const kept = mappingFor(c.db, headings);
  const mapping = chosen.mapping ? mappingOf(chosen.mapping, factsKept(c.db)) : kept;
  const cellsOf = cellsUnder(sheet, header);
  const columnFaults = checkColumns(mapping.columns, cellsOf, c.today);
  const isMapped = chosen.mapping !== undefined || kept.kept;
  return { upload, chosen, sheets, at, sheet, header, headings, cellsOf, mapping, isMapped, columnFaults };
}

export function registerOf(read: Reading, today: string): Register {
  return readRegister(read.sheet, read.header, read.mapping, today);
}

export function planOf(db: Db, read: Reading, register: Register): Plan {
  return planImport(db, register, read.mapping, choicesOf(read), new Set(read.chosen.sameOrders));
}

export function choicesOf({ chosen }: Reading) {
  return { people: chosen.people ?? {}, teams: chosen.teams ?? {} };
}

/** Adds to what was chosen; a new sheet, header or column makes later choices void. */
export function choose(db: Db, read: Reading, more: Chosen): void {
  keepChoices(db, read.upload.id, JSON.stringify({ ...read.chosen, ...more }));
}

function chosenIn(upload: UploadRow): Chosen {
  const chosen: unknown = JSON.parse(upload.choices);
  return isChosen(chosen) ? chosen : {};
}
