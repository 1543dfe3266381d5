import { deflateRawSync } from 'node:zlib';
import writeExcelFile from 'write-excel-file/node';
import { date, number, table, text } from '../../../server/platform/table.js';
import { readWorkbook } from '../../../server/platform/xlsx/read.js';
import { tableAsWorkbook } from '../../../server/platform/xlsx/write.js';
import { declaredSize, sizesAreTrue } from '../../../server/platform/xlsx/zip-sizes.js';

const midday = new Date(Date.UTC(2026, 5, 1, 12));
const workbook = () =>
  writeExcelFile([
    { sheet: 'Notes', data: [['Run 1 November']] },
    {
      sheet: 'Cases',
      data: [
        [],
        ['Person ID', 'Start', 'Age', 'Worker', 'LAC'],
        [
          'YJ1 ',
          { value: midday, type: Date, format: 'dd/mm/yyyy' },
          15,
          { value: '=HYPERLINK("x")', type: String },
          true,
        ],
        ['00012', null, 12345678901234, { value: '1+1', type: 'Formula' }, false],
      ],
    },
  ]).toBuffer();

test('a workbook gives its sheets as rows of text, dates as YYYY-MM-DD, lines as Excel counts them', async () => {
  const sheets = await readWorkbook(await workbook());
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Notes', 'Cases']);
  expect(sheets[1]?.rows).toEqual([
    { line: 1, cells: ['', '', '', '', ''] },
    { line: 2, cells: ['Person ID', 'Start', 'Age', 'Worker', 'LAC'] },
    { line: 3, cells: ['YJ1 ', '2026-06-01', '15', '=HYPERLINK("x")', 'true'] },
    { line: 4, cells: ['00012', '', '12345678901234', '', 'false'] },
  ]);
});

test('a workbook that unpacks to too much is refused before it is unpacked', async () => {
  await expect(readWorkbook(zipOf(Buffer.from('x'), 300 * 1024 * 1024))).rejects.toThrow(/unpacks to 300 MB/);
});

test('a zip that unpacks to more than it declares is found out', async () => {
  const bomb = zipOf(Buffer.alloc(1024 * 1024), 100);
  expect(declaredSize(bomb)).toBe(100);
  expect(sizesAreTrue(bomb)).toBe(false);
  await expect(readWorkbook(bomb)).rejects.toThrow(/can’t be read as a workbook/);
});

test('a good workbook that declares less than it holds is refused all the same', async () => {
  const bytes = await workbook();
  const entry = bytes.indexOf('xl/worksheets/sheet2.xml', bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))) - 46;
  expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
  bytes.writeUInt32LE(bytes.readUInt32LE(entry + 24) - 1, entry + 24);
  await expect(readWorkbook(bytes)).rejects.toThrow(/can’t be read as a workbook/);
});

test('another kind of zip, half a workbook and junk are refused in plain words', async () => {
  const whole = await workbook();
  for (const bytes of [
    zipOf(Buffer.from('hello'), 5),
    whole.subarray(0, whole.length / 2),
    Buffer.from('PK\u0003\u0004'),
  ]) {
    await expect(readWorkbook(bytes)).rejects.toThrow(/can’t be read as a workbook/);
  }
});

test('a table written as a workbook is read back as it was, text that looks like a formula too', async () => {
  const made = { title: 'Teams', at: '2026-11-24T14:02:00.000Z', by: 'Sian Lloyd', address: '/reports' };
  const columns = [
    { key: 'name', head: 'Team', kind: 'text' },
    { key: 'on', head: 'On', kind: 'date' },
    { key: 'n', head: 'n', kind: 'number' },
  ] as const;
  const rows = [{ name: text('=1+1'), on: date('2026-06-01'), n: number(4) }];
  const [sheet] = await readWorkbook(
    await tableAsWorkbook(table({ key: 'teams', title: 'Teams: a/b', sentence: '4 audits', columns, rows }), made),
  );
  expect(sheet?.rows.slice(-2).map((row) => row.cells)).toEqual([
    ['Team', 'On', 'n'],
    ['=1+1', '2026-06-01', '4'],
  ]);
});

/** A zip of one file that declares a size of its own choice. */
function zipOf(content: Buffer, declared: number): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from('a.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declared, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}
