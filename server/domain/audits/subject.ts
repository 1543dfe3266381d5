/** What an audit reads: a case through one of its orders, the work with a victim, or the service itself. */
export type Subject = 'order' | 'victim' | 'service';

/** The subject of one audit as it is stored; the reference is null for the service, and once a case was erased. */
export interface AuditSubject {
  subject: Subject;
  reference: string | null;
}

/**
 * What an audit is called in a list or a title.
 * @example subjectName({ subject: 'service', reference: null }) // 'The service'
 */
export const subjectName = ({ subject, reference }: AuditSubject): string =>
  subject === 'service' ? 'The service' : (reference ?? 'Erased case');

/**
 * The same inside a sentence: 'Audit of the service'.
 * @example subjectInSentence({ subject: 'order', reference: null }) // 'an erased case'
 */
export const subjectInSentence = ({ subject, reference }: AuditSubject): string =>
  subject === 'service' ? 'the service' : (reference ?? 'an erased case');
