import { Type as T } from '@sinclair/typebox';
import type { Reporting } from './reporting.js';
import { queryOf } from './selection.js';

/** What a figure counts, as it stands in the address of its own page. Nothing of it: all audits of the selection. */
export const whatFields = {
  theme: T.Optional(T.String()),
  item: T.Optional(T.String()),
  /** The version of the form whose answers a question had, where they differ between versions. */
  asked: T.Optional(T.String()),
  section: T.Optional(T.String()),
  rules: T.Optional(T.String()),
  entries: T.Optional(T.String()),
  levels: T.Optional(T.String()),
  step: T.Optional(T.String()),
  own: T.Optional(T.String()),
  computed: T.Optional(T.String()),
  score: T.Optional(T.String()),
  /** Whose work: figures of people leave out what judges the manager. */
  of: T.Optional(T.String()),
  measures: T.Optional(T.String()),
  auditor: T.Optional(T.String()),
  /** Several forms, where one would not do. */
  forms: T.Optional(T.String()),
};
export type What = { [name in keyof typeof whatFields]?: string | undefined };

/** The parts of an address that say what is counted. */
export const askedFor = (what: What): Record<string, string> =>
  Object.fromEntries(
    Object.keys(whatFields).flatMap((name) => {
      const value = what[name as keyof What];
      return value ? [[name, value]] : [];
    }),
  );

/** The page of a figure: its sentence and the audits behind it. */
export const pageOf = (r: Reporting, what: What): string =>
  `/reports/audits${queryOf(r.selection, r.today, askedFor(what))}`;
