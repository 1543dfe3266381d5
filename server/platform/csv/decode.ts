import { decode as decodeAs } from 'iconv-lite';
import { isUtf8 } from 'node:buffer';

/**
 * The text of a file whose encoding nobody tells: by its byte order mark, else as strict UTF-8, else as Windows-1252.
 * (Not TextDecoder: on Node 20 it loses the curly quotes and the euro sign of Windows-1252 without a word.)
 */
export function decode(bytes: Buffer): string {
  const mark = marks.find(([start]) => bytes.subarray(0, start.length).equals(start));
  if (mark) return decodeAs(bytes.subarray(mark[0].length), mark[1]);
  return isUtf8(bytes) ? bytes.toString('utf8') : decodeAs(bytes, 'windows-1252');
}

const marks: readonly (readonly [Buffer, string])[] = [
  [Buffer.from([0xef, 0xbb, 0xbf]), 'utf8'],
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
];
