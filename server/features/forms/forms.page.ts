import type { FormDocument } from '../../domain/forms/document.js';
import { minutesInWords } from '../../domain/forms/minutes.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import type { FormVersion } from './forms.store.js';

export interface FormsPage {
  acts: { text: string; href: string; kind: string }[] | null;
  groups: { title: string; says: string; forms: FormLine[] }[];
}

interface FormLine {
  title: string;
  href: string;
  purpose: string;
  minutes: string;
  questions: string;
  version: string;
  isDraft: boolean;
}

const measures: Record<FormDocument['measures'], { title: string; says: string }> = {
  quality: { title: 'Quality', says: 'How well the work was done. Scored, and counted by practitioner and by theme.' },
  compliance: {
    title: 'Compliance',
    says: 'Whether things were done when due. Counted beside quality, never mixed with it.',
  },
  inspection: { title: 'Inspection', says: 'Readings in the format of an inspection.' },
  service: { title: 'The service', says: 'About the service instead of a case.' },
};

export function formsPage(versions: readonly FormVersion[], mayWrite: boolean): FormsPage {
  const groups = Object.entries(measures).map(([key, words]) => ({
    ...words,
    forms: versions.filter((v) => v.measures === key).map(formLine),
  }));
  return {
    acts: mayWrite ? [{ text: 'Write forms', href: '/forms/drafts', kind: 'secondary' }] : null,
    groups: groups.filter((group) => group.forms.length > 0),
  };
}

function formLine(v: FormVersion): FormLine {
  return {
    title: v.title,
    href: `/forms/${v.key}`,
    purpose: v.document.about.purpose,
    minutes: minutesInWords(v.document),
    questions: `${questionCount(v.document)} questions at most`,
    version: `version ${v.version}, ${formatDate(londonDate(v.publishedAt))}`,
    isDraft: v.document.draft === true,
  };
}

export const questionCount = (form: FormDocument): number =>
  form.sections.reduce((sum, section) => sum + section.items.length, 0);
