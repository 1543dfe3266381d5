import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { ratedTable, type RatingTable } from '../domain/ratings/rating-table.js';
import { readDocument, schemaNamed } from './read-document.js';

/**
 * `npm run rate -- FILE`: rates one table of judgements, or a list of them, by the rules of 2018 to 2024. The ratings go
 * out as JSON, in the order of the tables. Ends with 0, or with 2 when the file can't be read or is no such table.
 */
export function rateFile(
  args: readonly string[],
  say: (line: string) => void,
  complain: (line: string) => void,
): 0 | 2 {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) {
    complain('Give one file of judgements: npm run rate -- FILE');
    return 2;
  }
  const check = new Ajv2020({ strict: false }).compile<RatingTable | RatingTable[]>(
    schemaNamed('rating-table.schema.json'),
  );
  const read = readDocument(file, check, (faults) => `it is no table of judgements: ${inWords(faults)}.`);
  if (typeof read === 'string') {
    complain(`${file} can’t be rated: ${read}`);
    return 2;
  }
  say(JSON.stringify(Array.isArray(read) ? read.map(ratedTable) : ratedTable(read), null, 2));
  return 0;
}

/** Where the first fault lies and what it is; the schema's own 'if' says nothing to a reader. */
function inWords(errors: readonly ErrorObject[]): string {
  const fault = errors.find(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames');
  if (!fault) return 'it is not as it should be';
  const name = fault.propertyName === undefined ? '' : ` ‘${fault.propertyName}’`;
  return `${fault.instancePath || 'the document'}${name} ${why(fault)}`;
}

function why({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'false schema') return 'can’t stand beside ‘standards’: give the cases, or the ratings alone';
  if (keyword === 'pattern') return 'is no key question of these cases';
  if (keyword === 'required') return `has no ‘${String(params['missingProperty'])}’`;
  const allowed = (params as { allowedValues?: readonly unknown[] }).allowedValues;
  return allowed
    ? `must be one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}`
    : (message ?? 'is not as it should be');
}

if (require.main === module)
  process.exitCode = rateFile(process.argv.slice(2), console.log, (line) => {
    console.error(line);
  });
