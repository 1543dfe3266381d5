import type { FormDocument } from '../../domain/forms/document.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Showing } from '../../platform/http/route.js';
import { everyForm } from './forms.store.js';

type Again = Pick<Showing, 'typed' | 'faults'>;

/** What every new form is asked: its title, what it measures and what it is for. */
export interface AboutNewForm {
  title: string;
  titleFault: string | null;
  purpose: string;
  purposeFault: string | null;
  measures: string;
  measuresOptions: { value: string; text: string; hint: string }[];
}

const measuresWords: Record<FormDocument['measures'], { text: string; hint: string }> = {
  quality: { text: 'How well the work was done', hint: 'Scored; counted by practitioner and by theme.' },
  compliance: { text: 'Whether things were done when due', hint: 'Counted as rules kept, beside quality.' },
  inspection: { text: 'Cases as an inspectorate reads them', hint: 'Judgements in a framework’s format.' },
  service: { text: 'The service as a whole', hint: 'Not about a case.' },
};

export const measuresOptions = Object.entries(measuresWords).map(([value, words]) => ({ value, ...words }));

export function aboutNewForm(c: Again): AboutNewForm {
  return {
    title: typed(c, 'title'),
    titleFault: faultAt(c, 'title'),
    purpose: typed(c, 'purpose'),
    purposeFault: faultAt(c, 'purpose'),
    measures: typed(c, 'measures', 'quality') || 'quality',
    measuresOptions,
  };
}

export interface CopyPage {
  from: string;
  fromOptions: { value: string; text: string }[];
  fromFault: string | null;
  title: string;
  titleFault: string | null;
}

/** Which form a draft begins as; `form` is the one whose page somebody comes from. */
export function copyPage(c: Showing<{ form: string }>): CopyPage {
  const forms = everyForm(c.db);
  const next = forms.filter(({ origin }) => origin === 'service');
  const fits = forms.find(({ key }) => key === c.query.form);
  const first = fits ? `${fits.origin === 'service' ? 'next' : 'copy'}:${fits.key}` : '';
  return {
    from: typed(c, 'from', first),
    fromOptions: [
      { value: '', text: 'Choose a form' },
      ...next.map(({ key, title, version }) => ({
        value: `next:${key}`,
        text: `Version ${version + 1} of ‘${title}’`,
      })),
      ...forms.map(({ key, title }) => ({ value: `copy:${key}`, text: `A form of our own that begins as ‘${title}’` })),
    ],
    fromFault: faultAt(c, 'from'),
    title: typed(c, 'title'),
    titleFault: faultAt(c, 'title'),
  };
}
