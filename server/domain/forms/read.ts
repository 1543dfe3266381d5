import { Ajv2020 } from 'ajv/dist/2020.js';
import { check } from './check/check.js';
import { tooLarge, tooLong } from './check/size.js';
import type { FormDocument } from './document.js';
import { FormFault, type FormProblem } from './fault.js';
import { schemaProblems } from './schema-problems.js';

/** Problems that are told at once; more help nobody. */
const MOST_PROBLEMS = 50;

/** Reads form documents: gives the document back typed, and throws FormFault with every problem that is found. */
export type FormReader = (json: unknown) => FormDocument;

/**
 * Makes the reader of form documents out of the schema (schemas/form.schema.json). The size is looked at first, then
 * the schema, then all that only the checker sees; each problem has a path, a message and a remedy.
 */
export function formReader(schema: object): FormReader {
  const matches = new Ajv2020({
    allErrors: true,
    verbose: true,
    discriminator: true,
    strict: true,
    allowUnionTypes: true,
  }).compile<FormDocument>(schema);
  return (json) => {
    refuseFor([tooLarge(json)].filter((problem) => problem !== null));
    if (!matches(json)) throw fault(schemaProblems(matches.errors ?? []));
    refuseFor(check(json));
    return json;
  };
}

/**
 * The JSON in a document's text, to be given to the reader. The size is looked at before anything is parsed.
 * @throws FormFault when it is too long or no JSON
 */
export function parseDocument(text: string): unknown {
  refuseFor([tooLong(Buffer.byteLength(text))].filter((problem) => problem !== null));
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw fault([{ path: '', message: `this is no JSON: ${why}`, remedy: 'Correct it there, or export it again.' }]);
  }
}

function refuseFor(problems: readonly FormProblem[]): void {
  if (problems.length > 0) throw fault(problems);
}

const fault = (problems: readonly FormProblem[]): FormFault => new FormFault(problems.slice(0, MOST_PROBLEMS));
