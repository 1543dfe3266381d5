import type { ActionState } from '../../actions/steps.js';
import type { Compared } from './compare.js';

export type Proposal = 'close' | 'reopen' | 'decide';

/**
 * What a re-audit proposes for an action of the earlier audit; whoever verifies it decides. Closed when all that it is
 * about is put right; reopened with a new date when something is as weak as before; for a person to decide when the rest
 * can't come any more or nothing has called for it. Null for an action that was dropped.
 * @param action its question, or null when it is about the whole audit
 */
export function proposalFor(
  action: { item: string | null; state: ActionState },
  rows: readonly Compared[],
): Proposal | null {
  if (action.state === 'dropped') return null;
  const named = rows.filter(({ item }) => item === action.item);
  const about = named.length > 0 ? named : rows;
  const open = about.filter(({ kind }) => kind !== 'put-right');
  if (open.length === 0) return 'close';
  return open.every(({ kind }) => kind === 'no-longer-possible' || kind === 'not-yet-due') ? 'decide' : 'reopen';
}

/**
 * Whether the whole form should be read again instead: more than twenty questions, or an Inadequate that came of three
 * or more sections.
 */
export function wholeFormAdvised(taken: number, grade: string | null, sectionsNotSufficient: number): boolean {
  return taken > 20 || (grade === 'inadequate' && sectionsNotSufficient >= 3);
}
