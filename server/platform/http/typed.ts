import type { Fault } from '../../domain/problems.js';
import type { Typed } from './route.js';

interface Again {
  typed: Typed | null;
  faults: readonly Fault[];
}

/** The value to show in a field: what was typed a moment ago, else what is saved. */
export function typed(c: Again, field: string, saved = ''): string {
  const value = c.typed?.[field];
  if (value === undefined) return c.typed ? '' : saved;
  return typeof value === 'string' ? value : (value[0] ?? '');
}

/** The ticked values of a list of checkboxes. */
export function typedList(c: Again, field: string, saved: readonly string[] = []): readonly string[] {
  if (!c.typed) return saved;
  const value = c.typed[field];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** What is wrong with a field, to show beside it. */
export function faultAt(c: Again, field: string): string | null {
  return c.faults.find((fault) => fault.field === field)?.message ?? null;
}
