import { Type as T, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { invalidField, type Fault } from '../../domain/problems.js';
import type { Account } from '../people/accounts.store.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Typed } from '../../platform/http/route.js';

interface Again {
  typed: Typed | null;
  faults: readonly Fault[];
}

export interface SignInPage {
  name: string;
  nameFault: string | null;
  passwordFault: string | null;
  next: string;
  carried: string;
  isCarrying: boolean;
}

export function signInPage(c: Again, going: { next: string; carried: string }): SignInPage {
  return {
    name: typed(c, 'name'),
    nameFault: faultAt(c, 'name'),
    passwordFault: faultAt(c, 'password'),
    ...going,
    isCarrying: going.carried !== '',
  };
}

const Carried = T.Object({
  address: T.String({ pattern: '^/(?![/\\\\])' }),
  fields: T.Record(T.String(), T.Union([T.String(), T.Array(T.String())])),
});

/** What was typed when a sign-in ran out, as text that the sign-in page carries along. */
export function carry(address: string, fields: Typed): string {
  const parts: Static<typeof Carried> = { address, fields: structuredClone({ ...fields }) };
  return JSON.stringify(parts);
}

export interface CarriedPage {
  address: string;
  fields: { name: string; value: string }[];
}

/** The page after such a sign-in: one button that posts what was typed to where it was going. */
export function carriedPage(carried: string): CarriedPage {
  let parts: unknown;
  try {
    parts = JSON.parse(carried);
  } catch {
    parts = null;
  }
  if (!Value.Check(Carried, parts))
    throw invalidField('name', 'What you typed could not be read. Go back to the page and save it again.');
  const fields = Object.entries(parts.fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
  );
  return { address: parts.address, fields };
}

export interface PasswordPage {
  title: string;
  sentence: string | null;
  signInName: string;
  oldFault: string | null;
  passwordFault: string | null;
  againFault: string | null;
}

export const passwordPage = (c: Again, account: Account | undefined): PasswordPage => ({
  title: account?.mustChange ? 'Choose a password of your own' : 'Change your password',
  sentence: account?.mustChange
    ? 'The first password was known to whoever gave it to you. Choose one that only you know; then everything opens.'
    : null,
  signInName: account?.signInName ?? '',
  oldFault: faultAt(c, 'old'),
  passwordFault: faultAt(c, 'password'),
  againFault: faultAt(c, 'again'),
});
