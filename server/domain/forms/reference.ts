/** One part of a form document: an object with its fields, or a choice between others. */
export interface ReferencePart {
  key: string;
  title: string;
  says: string;
  fields: ReferenceField[];
  /** Where one of several stands in its place: their keys. */
  oneOf: string[];
}

export interface ReferenceField {
  name: string;
  says: string;
  required: boolean;
  /** What it holds, in words: 'text, at most 300 characters', 'one of: within, before'. */
  holds: string;
  /** The part that it holds, where that is one of its own. */
  part: string | null;
}

interface Schema {
  $ref?: string;
  type?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: (string | number)[];
  const?: string | boolean;
  oneOf?: Schema[];
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  $defs?: Record<string, Schema>;
}

/**
 * The reference of form documents, drawn from the descriptions of their JSON Schema: the document itself, then each
 * part. Fields that only the tool writes are left out.
 * @param schema schemas/form.schema.json
 */
export function documentReference(schema: object): ReferencePart[] {
  const whole = schema as Schema;
  const defs = whole.$defs ?? {};
  const parts = Object.entries(defs).filter(([key, part]) => !byToolOnly.has(key) && isPart(part));
  return [
    partOf('document', 'The document', whole, defs),
    ...inReadingOrder(parts).map(([key, part]) => partOf(key, inWords(key), part, defs)),
  ];
}

/** What a document is made of comes first, then what these hold. */
const first = ['about', 'section', 'group', 'item'];

function inReadingOrder(parts: readonly [string, Schema][]): (readonly [string, Schema])[] {
  const rank = ([key]: readonly [string, Schema]) => (first.includes(key) ? first.indexOf(key) : first.length);
  return parts.toSorted((a, b) => rank(a) - rank(b));
}

const byToolOnly = new Set(['origin']);

const isPart = ({ properties, oneOf, anyOf }: Schema): boolean => (properties ?? oneOf ?? anyOf) !== undefined;

function partOf(key: string, title: string, part: Schema, defs: Readonly<Record<string, Schema>>): ReferencePart {
  const own = Object.entries(part.properties ?? {}).flatMap(([name, field]) => fieldsOf(name, field, part, defs));
  const others = [...(part.oneOf ?? []), ...(part.anyOf ?? [])].flatMap((one) => refOf(one) ?? []);
  return { key, title, says: plain(part.description ?? ''), fields: own, oneOf: others };
}

/** A field, and the fields of an object that stands in its place: 'minutes', 'minutes.from', 'minutes.to'. */
function fieldsOf(name: string, field: Schema, of: Schema, defs: Readonly<Record<string, Schema>>): ReferenceField[] {
  const ref = refOf(field) ?? refOf(field.items) ?? null;
  if (ref !== null && byToolOnly.has(ref)) return [];
  const aimed = ref === null ? undefined : defs[ref];
  const within = field.properties ? field : field.items?.properties ? field.items : null;
  return [
    {
      name,
      says: plain(field.description ?? aimed?.description ?? ''),
      required: of.required?.includes(name) ?? false,
      holds: holdsInWords(field, defs),
      part: aimed && isPart(aimed) ? ref : null,
    },
    ...Object.entries(within?.properties ?? {}).flatMap(([inner, one]) =>
      fieldsOf(
        `${name}.${inner}`,
        one,
        { ...within, required: (within?.required ?? []).map((r) => `${name}.${r}`) },
        defs,
      ),
    ),
  ];
}

function holdsInWords(field: Schema, defs: Readonly<Record<string, Schema>>): string {
  const ref = refOf(field);
  if (ref !== null) {
    const aimed = defs[ref];
    return aimed && !isPart(aimed) ? holdsInWords(aimed, defs) : inWords(ref).toLowerCase();
  }
  if (field.const !== undefined) return field.const === true ? 'true, or left out' : `always ‘${field.const}’`;
  if (field.enum) return `one of: ${field.enum.join(', ')}`;
  if (field.type === 'array') return listInWords(field, defs);
  if (field.type === 'string')
    return field.maxLength === undefined ? 'text' : `text, at most ${field.maxLength} characters`;
  if (field.type === 'integer' || field.type === 'number') return numberInWords(field);
  return field.properties ? 'these fields' : 'named lists';
}

function listInWords({ items = {}, minItems, maxItems }: Schema, defs: Readonly<Record<string, Schema>>): string {
  const least = minItems === undefined || minItems === 0 ? '' : `at least ${minItems}`;
  const most = maxItems === undefined ? '' : `at most ${maxItems}`;
  const bounds = [least, most].filter((bound) => bound !== '').join(', ');
  return `a list${bounds === '' ? '' : ` (${bounds})`} of ${items.properties ? 'these fields' : holdsInWords(items, defs)}`;
}

function numberInWords({ type, minimum, maximum }: Schema): string {
  const kind = type === 'integer' ? 'a whole number' : 'a number';
  if (minimum !== undefined && maximum !== undefined) return `${kind} from ${minimum} to ${maximum}`;
  return minimum === undefined ? kind : `${kind} from ${minimum}`;
}

/** Names of fields stand in quotation marks on a page. */
const plain = (words: string): string => words.replace(/`([^`]+)`/g, '‘$1’');

const refOf = (schema: Schema | undefined): string | null => schema?.$ref?.replace('#/$defs/', '') ?? null;

/** @example inWords('choiceItem') // 'Choice item' */
function inWords(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
