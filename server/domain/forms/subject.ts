import type { Subject } from '../audits/subject.js';
import type { FormDocument } from './document.js';
import { optionsOf } from './scales.js';

/** What a sample knows of an audit before it is begun. */
export interface KnownOfSample {
  subject: Subject;
  /** It is a reading of an inspection. */
  isInspection: boolean;
}

const subjects: Readonly<Record<Subject, string>> = { order: 'child', victim: 'victim', service: 'service' };

/** Questions about the reading itself that a sample answers: whose it is, what for, and whose copy. */
const known: Readonly<Record<string, (of: KnownOfSample) => string>> = {
  'facts-subject': ({ subject }) => subjects[subject],
  'facts-use': ({ isInspection }) => (isInspection ? 'inspection' : 'internal-audit'),
  'facts-copy': ({ isInspection }) => (isInspection ? 'lead' : 'service'),
};

/**
 * What a form asks about the reading that the sample knows already, where the form offers that answer.
 * @example answersFromSample(form, { subject: 'service', isInspection: false }) // [{ item: 'facts-subject', value: 'service' }]
 */
export function answersFromSample(form: FormDocument, of: KnownOfSample): { item: string; value: string }[] {
  return form.sections.flatMap(({ items }) =>
    items.flatMap((item) => {
      const value = known[item.key]?.(of);
      const isOffered = value !== undefined && optionsOf(form, item).some(({ key }) => key === value);
      return isOffered ? [{ item: item.key, value }] : [];
    }),
  );
}

/** Whether a form can read the service itself: it is about nothing else, or one of its parts is. */
export const mayReadService = (form: FormDocument): boolean =>
  form.measures === 'service' ||
  answersFromSample(form, { subject: 'service', isInspection: false }).some(({ item }) => item === 'facts-subject');
