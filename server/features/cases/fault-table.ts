import type { RowFault } from '../../domain/register/register-row.js';
import { number, table, text, type Table } from '../../platform/table.js';

/** Every fault by line, field, value and reason: the page and the file for whoever owns the data. */
export function faultTable(faults: readonly RowFault[], whatToDo: (fault: RowFault) => string): Table {
  return table({
    key: 'faults',
    title: 'Faulty rows',
    sentence: `${faults.length} faults; a faulty row is left out until it is put right.`,
    columns: [
      { key: 'line', head: 'Line', kind: 'text' },
      { key: 'field', head: 'Field', kind: 'text' },
      { key: 'value', head: 'Value', kind: 'reference' },
      { key: 'why', head: 'Why', kind: 'text' },
      { key: 'todo', head: 'What to do', kind: 'words' },
    ],
    rows: faults.map((fault) => ({
      line: number(fault.line),
      field: text(fault.field),
      value: fault.value === '' ? { ...text('empty'), value: null } : text(fault.value),
      why: text(fault.reason),
      todo: text(whatToDo(fault)),
    })),
  });
}
