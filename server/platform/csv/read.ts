import { CsvError, parse } from 'csv-parse/sync';
import { invalidField } from '../../domain/problems.js';
import type { SheetRow, SheetRows } from '../../domain/register/sheet-rows.js';
import { decode } from './decode.js';

/**
 * The rows of a CSV file with the line of the file at which each begins, first line 1. Cells come as they stand: NULs,
 * blanks and rows of another width too.
 * @throws invalid at `file` when it is no text or a quotation mark is never closed
 */
export function readCsv(bytes: Buffer): SheetRows {
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  if (!isText(text)) throw invalidField('file', 'This is not a text file. Choose a case list as .csv or .xlsx.');
  if (text.trimStart().startsWith('<')) {
    throw invalidField('file', 'This is a web page by another name. Save the list as .csv or .xlsx and choose that.');
  }
  let line = 1;
  return {
    rows: records(text).map(({ record, raw }): SheetRow => {
      const row = { line, cells: record };
      // csv-parse's own count runs ahead where a line ends inside quotes.
      line += raw.split('\n').length - 1;
      return row;
    }),
  };
}

interface Read {
  record: string[];
  raw: string;
}

function records(text: string): Read[] {
  try {
    // With `raw` the parser gives this shape, which its types don't know.
    return parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      raw: true,
    }) as unknown as Read[];
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const open = fault.code === 'CSV_QUOTE_NOT_CLOSED' ? lineOfOpenQuote(text, fault) : null;
    throw invalidField(
      'file',
      open === null
        ? 'This can’t be read as CSV. Save the list again as .csv or .xlsx and choose that.'
        : `A quotation mark in the row at line ${open} is never closed, so nothing after it can be told apart.`,
    );
  }
}

function lineOfOpenQuote(text: string, fault: CsvError): number {
  const raw: unknown = fault.raw;
  const rest = typeof raw === 'string' ? raw.length : 0;
  return text.slice(0, text.length - rest).split('\n').length;
}

/** Comma, or what Excel writes elsewhere: the one that stands most often outside quotes in the first lines. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 5000).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => first.split(delimiter).length;
  return [',', ';', '\t'].reduce((most, delimiter) => (count(delimiter) > count(most) ? delimiter : most));
}

/** A stray control character is a fault of an export; more than one in fifty means that these are no words. */
function isText(text: string): boolean {
  const first = text.slice(0, 65_536);
  const strange = first.match(/[^\P{Cc}\t\n]|\uFFFD/gu)?.length ?? 0;
  return strange <= first.length / 50 + 2;
}
