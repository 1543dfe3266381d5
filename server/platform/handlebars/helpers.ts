import Handlebars from 'handlebars';

type Block = Handlebars.HelperDelegate;

/** The four block helpers again, made to fail where the original passes over a missing variable; then four of ours. */
export const helpers: Record<string, Block> = {
  if: strictly('if'),
  unless: strictly('unless'),
  each: strictly('each'),
  with: strictly('with'),

  /** `(eq value ../value)`: the same, or, where the second is a list, one of it. */
  eq: (value: unknown, other: unknown) => (Array.isArray(other) ? other.includes(value) : value === other),

  /** `(or hint fault)`: the first that is given. */
  or: (first: unknown, second: unknown) => first || second,

  /** `(plus @index 1)`: people count from one. */
  plus: (value: unknown, more: unknown) => Number(value) + Number(more),

  /** `(concat name '-hint')`: for ids. */
  concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),
};

function strictly(name: 'if' | 'unless' | 'each' | 'with'): Block {
  const original = Handlebars.helpers[name];
  if (original === undefined) throw new Error(`Handlebars has no helper ${name}`);
  return function (this: unknown, value: unknown, options: Handlebars.HelperOptions) {
    if (value === undefined) throw new Error(`{{#${name}}} was given a variable that is not defined`);
    return original.call(this, value, options) as unknown;
  };
}
