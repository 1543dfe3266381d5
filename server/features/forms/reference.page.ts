import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseFacts } from '../../domain/forms/facts.js';
import { documentReference, type ReferencePart } from '../../domain/forms/reference.js';
import { scales } from '../../domain/forms/scales.js';
import { themes } from '../../domain/forms/themes.js';

/** How a form document is built, for whoever writes or reads one as a file. */
export interface ReferencePage {
  parts: (Omit<ReferencePart, 'fields' | 'oneOf'> & { fields: Field[]; oneOf: { text: string; href: string }[] })[];
  scales: { name: string; answers: string }[];
  themes: { name: string; text: string }[];
  facts: { name: string; text: string }[];
}

interface Field {
  name: string;
  says: string;
  required: boolean;
  holds: string;
  href: string | null;
}

export function referencePage(): ReferencePage {
  const parts = reference();
  const titles = new Map(parts.map(({ key, title }) => [key, title]));
  return {
    parts: parts.map((part) => ({
      ...part,
      fields: part.fields.map(({ part: of, ...field }) => ({ ...field, href: of === null ? null : `#${of}` })),
      oneOf: part.oneOf.map((key) => ({ text: titles.get(key) ?? key, href: `#${key}` })),
    })),
    scales: Object.entries(scales).map(([name, options]) => ({
      name,
      answers: options
        .map(({ key, label, worth }) => `${key} (${label}${worth === undefined ? '' : `, ${worth}`})`)
        .join('; '),
    })),
    themes: themes.map(({ key, name }) => ({ name: key, text: name })),
    facts: Object.entries(caseFacts).map(([key, { title, values }]) => ({
      name: key,
      text: values === null ? title : `${title}: ${values.join(', ')}`,
    })),
  };
}

let drawn: ReferencePart[] | null = null;

/** Drawn once: the schema ships with the program. */
function reference(): ReferencePart[] {
  const path = join(__dirname, '../../../schemas/form.schema.json');
  return (drawn ??= documentReference(JSON.parse(readFileSync(path, 'utf8')) as object));
}
