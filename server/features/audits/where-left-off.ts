import { isUnanswered, sectionStates } from '../../domain/audits/section-states.js';
import { questionId } from './question-numbers.js';
import type { Reading } from './reading.js';

/** Where the auditor goes on: at the answer saved last, else at the first section that is not done. */
export function whereLeftOff({ base, applying, missing, stored, me }: Reading): string {
  const own = [...stored.values()].filter(({ by }) => by === me).sort((a, b) => a.at.localeCompare(b.at));
  const last = own.at(-1);
  const asked =
    last && applying.questions.find(({ item, occurrence }) => item.key === last.item && occurrence === last.occurrence);
  if (asked) return `${base}/${asked.section.key}#${questionId(asked.item.key, asked.occurrence)}`;
  const states = sectionStates(applying, missing);
  const open = states.find(({ asked: all, answered, gaps }) => answered < all || gaps > 0) ?? states[0];
  return `${base}/${open?.key ?? ''}`;
}

/** How far an audit is, for those who may not read its answers: no word of them. */
export function howFar({ applying, missing }: Reading): string {
  const asked = sectionStates(applying, missing).reduce((sum, state) => sum + state.asked, 0);
  return `${asked - missing.filter(isUnanswered).length} of ${asked} questions answered`;
}
