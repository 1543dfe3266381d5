import type { TObject } from '@sinclair/typebox';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { invalid } from '../../domain/problems.js';
import type { Typed } from './route.js';

const ajv = new Ajv({ coerceTypes: 'array', useDefaults: true, allErrors: true });
const compiled = new WeakMap<TObject, ValidateFunction>();

/**
 * What came, as the schema of the route has it: what is missing has its default, one value becomes a list where a list
 * is asked. A field that it does not name stays, since the questions of an audit are named by its form; no type knows
 * it. Throws invalid with the field.
 */
export function checked(schema: TObject | null, given: Typed): unknown {
  if (!schema) return {};
  let check = compiled.get(schema);
  if (!check) compiled.set(schema, (check = ajv.compile(schema)));
  const value: unknown = structuredClone({ ...given });
  if (check(value)) return value;
  throw invalid((check.errors ?? []).slice(0, 5).map((e) => ({ field: fieldOf(e), at: null, message: sentence(e) })));
}

function fieldOf(e: ErrorObject): string | null {
  const missing: unknown = e.params['missingProperty'];
  return typeof missing === 'string' ? missing : (e.instancePath.split('/')[1] ?? null);
}

/** Only what a person can't do by filling in the page comes here; what they can is said by the route itself. */
function sentence(e: ErrorObject): string {
  const field = fieldOf(e) ?? 'the page';
  if (e.keyword === 'required') return `Fill in ‘${field}’: it was not sent.`;
  if (e.keyword === 'maxLength') return `‘${field}’ is too long: at most ${String(e.params['limit'])} characters.`;
  if (e.keyword === 'maxItems') return `‘${field}’ holds too many: at most ${String(e.params['limit'])}.`;
  return `‘${field}’ can't be taken as it was sent.`;
}
