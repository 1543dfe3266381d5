import type { Subject } from '../audits/subject.js';
import type { FormDocument } from './document.js';
import { optionsOf } from './scales.js';

/** The question by which one form reads a child's case, a victim or the service; the sample knows the answer. */
const subjectItem = 'facts-subject';

const answers: Readonly<Record<Subject, string>> = { order: 'child', victim: 'victim', service: 'service' };

/**
 * What a form asks about its subject and a sample knows already; null when the form does not ask.
 * @example subjectAnswer(form, 'service') // { item: 'facts-subject', value: 'service' }
 */
export function subjectAnswer(form: FormDocument, subject: Subject): { item: string; value: string } | null {
  const asked = form.sections.flatMap(({ items }) => items).find(({ key }) => key === subjectItem);
  const offered = asked ? optionsOf(form, asked).some(({ key }) => key === answers[subject]) : false;
  return offered ? { item: subjectItem, value: answers[subject] } : null;
}

/** Whether a form can read the service itself: it is about nothing else, or one of its parts is. */
export const mayReadService = (form: FormDocument): boolean =>
  form.measures === 'service' || subjectAnswer(form, 'service') !== null;
