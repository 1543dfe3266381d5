import { decode } from '../../../server/platform/csv/decode.js';
import { readCsv } from '../../../server/platform/csv/read.js';
import { harmless, tableAsCsv } from '../../../server/platform/csv/write.js';
import { number, share, table, text } from '../../../server/platform/table.js';
import { encode } from 'iconv-lite';

const rowsOf = (content: string | Buffer) =>
  readCsv(Buffer.from(content as string)).rows.map(({ line, cells }) => [line, ...cells]);
const refusal = (content: string | Buffer) => {
  try {
    readCsv(Buffer.from(content as string));
  } catch (problem) {
    return (problem as Error).message;
  }
  return null;
};

describe('the line of a row', () => {
  test('is the line of the file, banner and blank lines included', () => {
    expect(rowsOf('Banner\r\n\r\na,b\r\n1,2\r\n')).toEqual([
      [1, 'Banner'],
      [2, ''],
      [3, 'a', 'b'],
      [4, '1', '2'],
    ]);
  });
  test('is right after cells of several lines, whatever ends a line', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(rowsOf(['a,"x', 'y', 'z"', 'b,2', ''].join(end))).toEqual([
        [1, 'a', 'x\ny\nz'],
        [4, 'b', '2'],
      ]);
    }
  });
});

describe('an encoding', () => {
  test('is told by its byte order mark', () => {
    expect(decode(Buffer.from('\ufeffŵ'))).toBe('ŵ');
    expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), encode('ŵ', 'utf-16le')]))).toBe('ŵ');
  });
  test('is UTF-8 where that is strictly so', () => {
    expect(decode(Buffer.from('Siân £'))).toBe('Siân £');
  });
  test('is Windows-1252 otherwise, with its quotes, dashes and euro sign', () => {
    expect(decode(Buffer.from([0x53, 0xe2, 0x6e, 0x92, 0x96, 0x80]))).toBe('Sân’–€');
  });
});

test('rows of another width, stray quotes and NULs come as they stand', () => {
  expect(rowsOf('a,b\n1\nx "y",2\n"Mixed\u0000",3,4\n')).toEqual([
    [1, 'a', 'b'],
    [2, '1'],
    [3, 'x "y"', '2'],
    [4, 'Mixed\u0000', '3', '4'],
  ]);
});

test('semicolons and tabs separate where they stand more often', () => {
  expect(rowsOf('a;b;c\n"Okafor, Kofi";2;3\n')[1]).toEqual([2, 'Okafor, Kofi', '2', '3']);
  expect(rowsOf('a\tb\n1\t2\n')[1]).toEqual([2, '1', '2']);
});

describe('refused in plain words is', () => {
  test('a quotation mark that is never closed, with its line', () => {
    expect(refusal('a,b\n1,2\n"x\ny",2\n3,"open\n4,5\n')).toMatch(/row at line 5 is never closed/);
  });
  test('binary junk', () => {
    expect(refusal(Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256)))).toMatch(/not a text file/);
  });
  test('a web page under the name of a list', () => {
    expect(refusal('<html><table></table></html>')).toMatch(/web page/);
  });
});

describe('a table as a file', () => {
  const made = {
    title: 'Teams',
    at: '2026-11-24T14:02:00.000Z',
    by: 'Sian Lloyd',
    address: '/reports?from=2026-01-01',
  };
  const csv = tableAsCsv(
    table({
      key: 'teams',
      title: 'Teams',
      sentence: '23 audits, 2026',
      columns: [
        { key: 'name', head: 'Team', kind: 'text' },
        { key: 'met', head: 'Met', kind: 'share' },
        { key: 'change', head: 'Change', kind: 'number' },
      ],
      rows: [{ name: text('=cmd|Sŵn'), met: share(3, 4), change: number(-1) }],
    }),
    made,
  ).toString('utf8');

  test('begins with a byte order mark, what is counted, the filter, the time and the version', () => {
    const lines = csv.split('\r\n');
    expect(lines.slice(0, 4)).toEqual([
      '\ufeffTeams',
      '"23 audits, 2026"',
      'From /reports?from=2026-01-01',
      expect.stringMatching(/^"Made 24 Nov 2026, 14:02 by Sian Lloyd, Assay \d+\.\d+/),
    ]);
  });
  test('keeps text from being run as a formula, and numbers as numbers', () => {
    expect(csv).toContain("'=cmd|Sŵn,3,4,0.75,-1\r\n");
  });
  test.each(['=1+1', '+1', '-1', '@x', '\t=1'])('%p is made harmless', (words) => {
    expect(harmless(words)).toBe(`'${words}`);
  });
});
