/** What is wrong with one field: `field` is its name in the form, `at` an address where it can be put right. */
export interface Fault {
  field: string | null;
  at: string | null;
  message: string;
}

export type ProblemKind = 'not-found' | 'not-allowed' | 'invalid' | 'conflict';

/** The few ways to fail that a person can do something about. Anything else is a defect. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    message: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(message);
    this.name = 'Problem';
  }
}

/** There is no such thing, or it is out of reach: the two are never told apart. */
export const notFound = (message = 'There is no such page, or it is not yours to see.') =>
  new Problem('not-found', message);

/** The person may not do this; `why` says what stands in the way and who can. */
export const notAllowed = (why: string) => new Problem('not-allowed', why);

/** What was typed can't be taken as it is. @example throw invalid([{ field: 'name', at: null, message: 'Give the sample a name.' }]) */
export const invalid = (faults: readonly Fault[]) =>
  new Problem('invalid', faults.map((fault) => fault.message).join(' '), faults);

/** One field, one message. */
export const invalidField = (field: string, message: string) => invalid([{ field, at: null, message }]);

/** Somebody else changed the thing in the meantime. */
export const conflict = (message: string) => new Problem('conflict', message);
