import type { Register } from '../../domain/register/read-register.js';
import { choicesOf, leaveOut, valueKey, type MappedKind } from '../../domain/register/values.js';
import type { Showing } from '../../platform/http/route.js';
import { typedList } from '../../platform/http/typed.js';
import { stepAddress, stepsAt } from './next-step.js';
import type { Reading } from './upload-reading.js';

/** What the list's own words mean: each is mapped once and known next time. */
export interface ValuesPage {
  name: string;
  steps: { text: string; current: boolean }[];
  values: ValueLine[];
  back: string;
  stop: string;
}

interface ValueLine {
  id: string;
  kind: MappedKind;
  words: string;
  label: string;
  options: { value: string; text: string }[];
  value: string;
}

const undecided = { value: '', text: 'Nothing yet: rows are faulty' };
const out = { value: leaveOut, text: 'Leave these rows out' };
const kinds: Record<MappedKind, string> = { 'order-type': 'Order', level: 'Level', 'yes-no': 'Yes or no' };

export function valuesPage(c: Showing, read: Reading, register: Register): ValuesPage {
  const again = typedList(c, 'means');
  return {
    name: read.upload.name,
    steps: stepsAt('values'),
    values: linesOf(read, register).map(({ kind, words, rows, means }, at) => ({
      id: `means-${at + 1}`,
      kind,
      words,
      label: `${kinds[kind]} ‘${words}’${rows === null ? '' : `, in ${rows === 1 ? '1 row' : `${rows} rows`}`}`,
      options: [undecided, ...choicesOf[kind].map(({ value, says }) => ({ value, text: says })), out],
      value: c.typed ? (again[at] ?? '') : means,
    })),
    back: stepAddress(read.upload.id, 'columns'),
    stop: `/cases/uploads/${read.upload.id}/stop`,
  };
}

/** Words that mean nothing yet first, then those that were mapped, so that they can be changed. */
function linesOf({ mapping }: Reading, register: Register) {
  const unknown = register.unknown.map((value) => ({ ...value, means: '' }));
  const known = new Set(unknown.map(({ kind, words }) => `${kind} ${valueKey(words)}`));
  const mapped = (['order-type', 'level', 'yes-no'] as const).flatMap((kind) =>
    Object.entries(mapping.values[kind] ?? {})
      .filter(([words]) => !known.has(`${kind} ${words}`))
      .map(([words, means]) => ({ kind, words, rows: null, means })),
  );
  return [...unknown, ...mapped];
}
