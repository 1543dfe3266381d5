import type { Applying, ApplyingSection } from '../forms/applies.js';
import type { Gap } from '../forms/gaps.js';

/** How far a section is. */
export interface SectionState {
  key: string;
  title: string;
  /** Questions that are asked here; a repeated group without rows counts as one. */
  asked: number;
  answered: number;
  /** Answers that lack a note or a reason. */
  gaps: number;
}

/** How far each section that applies is, in the order of the form. */
export function sectionStates(applying: Applying, missing: readonly Gap[]): SectionState[] {
  return applying.sections.map((applyingSection) => {
    const { section } = applyingSection;
    const own = missing.filter((gap) => gap.section === section.key);
    const open = own.filter(isUnanswered).length;
    const asked = askedIn(applyingSection);
    return { key: section.key, title: section.title, asked, answered: asked - open, gaps: own.length - open };
  });
}

/** Nothing was answered at all, or not whole: the rest are gaps. */
export const isUnanswered = ({ kind }: Gap): boolean => kind === 'unanswered' || kind === 'rows';

/**
 * The state in words.
 * @example stateInWords({ key: 'a', title: 'A', asked: 7, answered: 5, gaps: 1 }) // '5 of 7'
 */
export function stateInWords({ asked, answered, gaps }: SectionState): string {
  if (answered === 0 && asked > 0) return 'not begun';
  return answered === asked && gaps === 0 ? 'done' : `${answered} of ${asked}`;
}

function askedIn({ parts, questions }: ApplyingSection): number {
  const groups = parts.filter((part) => part.kind === 'group' && part.rows.length === 0).length;
  return groups + questions.filter(({ item }) => item.kind !== 'echo').length;
}
