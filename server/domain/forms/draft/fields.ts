/** What was typed into a form, by name of the field: one value, or the ticked values of a list. */
export interface Fields {
  one: (name: string) => string;
  many: (name: string) => readonly string[];
}

export interface FieldFault {
  field: string;
  message: string;
}

/** Fields out of a body of text and lists of text. */
export function fieldsOf(body: object): Fields {
  const sent = new Map<string, unknown>(Object.entries(body));
  const list = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value]).filter((part) => typeof part === 'string');
  return {
    one: (name) => tidied(list(sent.get(name))[0] ?? ''),
    many: (name) => list(sent.get(name)).map(tidied),
  };
}

/** Text that is refused when it is missing or longer than a form document takes it. */
export function words(
  faults: FieldFault[],
  field: string,
  text: string,
  most: number,
  missing: string | null,
): string | undefined {
  if (text === '' && missing !== null) faults.push({ field, message: missing });
  if (text.length > most) faults.push({ field, message: `Shorten this to ${most} characters; it has ${text.length}.` });
  return text === '' ? undefined : text;
}

/** A number that was typed, undefined for none; refused outside its bounds. */
export function number(
  faults: FieldFault[],
  field: string,
  text: string,
  [least, most]: [number, number],
): number | undefined {
  if (text === '') return undefined;
  const value = Number(text.replace(',', '.'));
  if (Number.isFinite(value) && value >= least && value <= most) return value;
  faults.push({ field, message: `Give a number from ${least} to ${most}, or leave it empty.` });
  return undefined;
}

/** A whole number that was typed. */
export function whole(
  faults: FieldFault[],
  field: string,
  text: string,
  [least, most]: [number, number],
): number | undefined {
  const value = number(faults, field, text, [least, most]);
  if (value === undefined || Number.isInteger(value)) return value;
  faults.push({ field, message: 'Give a whole number.' });
  return undefined;
}

/** The same without the fields that are undefined or empty lists. */
export function tidy<T extends object>(thing: T): T {
  const kept = Object.entries(thing).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  // Optional fields alone can be undefined or empty here.
  return Object.fromEntries(kept) as T;
}

const tidied = (text: string): string => text.replace(/\r\n/g, '\n').trim();
