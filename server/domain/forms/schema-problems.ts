import type { ErrorObject } from 'ajv/dist/2020.js';
import type { FormProblem } from './fault.js';

/**
 * What the schema complains of, as problems, in the order of the document. A condition may be one of four things, and
 * each that it is not adds a complaint of its own: only those of the thing that it was meant to be are kept.
 */
export function schemaProblems(errors: readonly ErrorObject[]): FormProblem[] {
  const meant = errors.filter((error) => !isChoiceOfForms(error) && isMeant(error));
  const problems = (meant.length > 0 ? meant : errors).map((error) => ({
    path: error.instancePath.slice(1),
    ...inWords(error),
  }));
  return [...new Map(problems.map((problem) => [`${problem.path} ${problem.message}`, problem])).values()];
}

const isChoiceOfForms = ({ keyword }: ErrorObject): boolean => keyword === 'anyOf' || keyword === 'oneOf';

/** Needs errors with their data and schema (`verbose`). */
function isMeant({ parentSchema, data }: ErrorObject): boolean {
  const form = conditionForms.find((field) => Object.hasOwn((parentSchema?.['properties'] ?? {}) as object, field));
  return form === undefined || form === formMeant(data);
}

/** The field by which one knows each of the four things that a condition may be. */
const conditionForms = ['all', 'any', 'not', 'answer'] as const;

function formMeant(condition: unknown): (typeof conditionForms)[number] {
  const isObject = typeof condition === 'object' && condition !== null;
  return conditionForms.find((field) => isObject && field in condition) ?? 'answer';
}

type Words = Omit<FormProblem, 'path'>;

function inWords({ keyword, params, message }: ErrorObject): Words {
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
      return discriminatorInWords(params);
    case 'pattern':
      return { message: 'this is no name', remedy: 'Use small letters and digits with single hyphens between them.' };
    case 'propertyNames':
      return { message: `‘${params['propertyName']}’ is no name`, remedy: 'Use small letters, digits and hyphens.' };
    case 'minProperties':
    case 'maxProperties':
      return {
        message:
          params['limit'] === 1 ? 'nothing stands here' : 'a comparison looks at one fact or one answer, with one test',
        remedy: 'See the reference of form documents.',
      };
    default:
      return sizeInWords(keyword, params) ?? { message: message ?? '', remedy: 'See the reference of form documents.' };
  }
}

function discriminatorInWords(params: ErrorObject['params']): Words {
  const tag = String(params['tag']);
  return params['tagValue'] === undefined
    ? { message: `the field ‘${tag}’ is missing`, remedy: `Give a ${tag} that the reference names.` }
    : {
        message: `there is no such ${tag} as ‘${String(params['tagValue'])}’`,
        remedy: `Give a ${tag} that the reference names.`,
      };
}

function sizeInWords(keyword: string, { limit }: ErrorObject['params']): Words | null {
  const words: Readonly<Record<string, Words>> = {
    minLength: { message: 'this is empty', remedy: 'Write something here, or take the field out.' },
    maxLength: { message: `this is longer than ${limit} characters`, remedy: 'Shorten it.' },
    minItems: { message: `fewer than ${limit} stand here`, remedy: 'Add one, or take the list out.' },
    maxItems: { message: `more than ${limit} stand here`, remedy: 'Take some out.' },
    minimum: { message: `this is less than ${limit}`, remedy: `Give ${limit} or more.` },
    maximum: { message: `this is more than ${limit}`, remedy: `Give ${limit} or less.` },
    uniqueItems: { message: 'the same thing stands here twice', remedy: 'Take one of the two out.' },
  };
  return Object.hasOwn(words, keyword) ? (words[keyword] ?? null) : null;
}
