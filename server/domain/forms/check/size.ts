import type { FormProblem } from '../fault.js';

/** How large a form document may be. */
export const limits = {
  /** Bytes of its text. */
  bytes: 1_000_000,
  /** Questions. */
  items: 400,
  /** Conditions within one another. */
  conditions: 8,
  /** Lists and objects within one another: what a condition of eight steps in an item needs, and some to spare. */
  nesting: 40,
} as const;

/** What is wrong with the size of a document's text, before anything in it is read; null when nothing is. */
export function tooLong(bytes: number): FormProblem | null {
  if (bytes <= limits.bytes) return null;
  return {
    path: '',
    message: `the document has ${bytes} bytes, and ${limits.bytes} is the most`,
    remedy: 'Make several forms of it.',
  };
}

/**
 * What makes a parsed document too large to be looked at closely: nested too deep, too much text, too many items. It
 * walks through without calling itself, so that no document can exhaust it. Null when nothing does.
 */
export function tooLarge(json: unknown): FormProblem | null {
  const left: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  let bytes = 0;
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) {
      bytes += typeof value === 'string' ? value.length : 4;
    } else if (depth === limits.nesting) {
      return {
        path: '',
        message: `the document is nested more than ${limits.nesting} deep`,
        remedy: 'Say conditions in fewer steps.',
      };
    } else {
      for (const [key, part] of Object.entries(value)) {
        bytes += key.length;
        left.push({ value: part, depth: depth + 1 });
      }
    }
    if (bytes > limits.bytes) return tooLong(bytes);
  }
  const items = countItems(json);
  return items > limits.items ? tooManyItems(items) : null;
}

function tooManyItems(count: number): FormProblem {
  return {
    path: 'sections',
    message: `there are ${count} items, and ${limits.items} is the most`,
    remedy: 'Make two forms of it.',
  };
}

function countItems(json: unknown): number {
  const lengthOf = (section: unknown) => listIn(section, 'items').length;
  return listIn(json, 'sections').reduce<number>((sum, section) => sum + lengthOf(section), 0);
}

function listIn(value: unknown, key: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const list: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return Array.isArray(list) ? list : [];
}
