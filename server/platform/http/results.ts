import type { Table } from '../table.js';

/** A change of the session: sign this person in (with a new session id), or end it. */
export type SessionChange = { person: number } | 'end';

export interface PageOptions {
  title: string;
  crumbs?: { text: string; href: string | null }[];
  layout?: 'page' | 'audit' | 'bare';
  /** Served as .csv and .xlsx after the page's address. */
  tables?: Table[];
  scripts?: string[];
}

export type Result =
  | {
      kind: 'page';
      status: number;
      view: string;
      model: object;
      options: PageOptions;
      outcome?: object;
      session?: SessionChange;
    }
  | { kind: 'to'; address: string; outcome?: object; session?: SessionChange }
  | { kind: 'file'; name: string; type: string; body: Buffer | string };

export const page = (view: string, model: object, options: PageOptions): Result => ({
  kind: 'page',
  status: 200,
  view,
  model,
  options,
});

/** See other: what a save answers when all is well. A script gets the outcome as JSON instead. */
export const to = (address: string, more: { outcome?: object; session?: SessionChange } = {}): Result => ({
  kind: 'to',
  address,
  ...more,
});

export const file = (name: string, type: string, body: Buffer | string): Result => ({ kind: 'file', name, type, body });

/** Committed, and something is left to tell (409 or 422), or a page that answers a save (200). */
export const shown = (
  status: 200 | 409 | 422,
  view: string,
  model: object,
  options: PageOptions & { outcome?: object; session?: SessionChange },
): Result => {
  const { outcome, session, ...rest } = options;
  return { kind: 'page', status, view, model, options: rest, ...(outcome && { outcome }), ...(session && { session }) };
};
