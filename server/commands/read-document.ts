import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';

/** One of the files under `schemas/`. */
export const schemaNamed = (name: string): object =>
  JSON.parse(readFileSync(join(__dirname, '../../schemas', name), 'utf8')) as object;

/** The document in a file, when it passes the check; or why there is none, in words. */
export function readDocument<T>(
  file: string,
  check: ValidateFunction<T>,
  wrong: (faults: readonly ErrorObject[]) => string,
): T | string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return 'there is no such file, or it may not be read.';
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return 'it is not JSON.';
  }
  return check(document) ? document : wrong(check.errors ?? []);
}
