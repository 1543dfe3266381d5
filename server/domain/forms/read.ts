import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { check } from './check/check.js';
import type { FormDocument } from './document.js';
import { FormFault, type FormProblem } from './fault.js';

/** Problems that are told at once; more help nobody. */
const MOST_PROBLEMS = 20;

/**
 * Makes the reader of form documents out of the schema (schemas/form.schema.json). The reader gives the document back
 * typed, and throws FormFault with every problem's path, message and remedy when schema or checker find any.
 */
export function formReader(schema: object): (json: unknown) => FormDocument {
  const matches = new Ajv2020({
    allErrors: false,
    discriminator: true,
    strict: true,
    allowUnionTypes: true,
  }).compile<FormDocument>(schema);
  return (json) => {
    if (!matches(json)) throw new FormFault(schemaProblems(matches.errors ?? []).slice(0, MOST_PROBLEMS));
    const problems = check(json);
    if (problems.length > 0) throw new FormFault(problems.slice(0, MOST_PROBLEMS));
    return json;
  };
}

// A condition may be one of four things, and each that it is not adds its own complaint: the deepest one is meant.
function schemaProblems(errors: readonly ErrorObject[]): FormProblem[] {
  const deepest = Math.max(...errors.map(({ instancePath }) => instancePath.split('/').length));
  const [meant] = errors.filter(({ instancePath }) => instancePath.split('/').length === deepest);
  return meant ? [{ path: meant.instancePath.slice(1), ...inWords(meant) }] : [];
}

function inWords({ keyword, params, message }: ErrorObject): { message: string; remedy: string } {
  switch (keyword) {
    case 'additionalProperties':
      return {
        message: `there is no field ‘${params['additionalProperty']}’ here`,
        remedy: 'Take the field out, or correct its name.',
      };
    case 'required':
    case 'dependentRequired':
      return { message: `the field ‘${params['missingProperty']}’ is missing`, remedy: 'Add the field.' };
    case 'type':
      return { message: `this must be of the type ${params['type']}`, remedy: 'Write a value of that type.' };
    case 'enum':
    case 'const':
      return {
        message: `this must be ${[params['allowedValues'] ?? params['allowedValue']].flat().join(', ')}`,
        remedy: 'Choose one of these.',
      };
    case 'discriminator':
      return {
        message: `there is no such ${params['tag']} as ‘${params['tagValue']}’`,
        remedy: `Give a ${params['tag']} that the reference names.`,
      };
    case 'pattern':
      return { message: 'this is no name', remedy: 'Use small letters and digits with single hyphens between them.' };
    default:
      return { message: message ?? 'this does not fit the schema', remedy: 'See the reference of form documents.' };
  }
}
