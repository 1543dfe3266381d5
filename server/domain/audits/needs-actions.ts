import { grades, type Grade } from '../forms/scales.js';

export const mostActions = 3;

/**
 * Whether an audit asks for one to three actions, or a reason for none: the auditor's own or the computed grade is
 * below Good.
 * @example needsActions('good', 'requires-improvement') // true
 */
export function needsActions(own: Grade | null, computed: Grade | null): boolean {
  return [own, computed].some((grade) => grade !== null && grades.indexOf(grade) < grades.indexOf('good'));
}
