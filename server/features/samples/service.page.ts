import { minutesInWords } from '../../domain/forms/minutes.js';
import { Type as T, type Static } from '@sinclair/typebox';
import { addDays } from '../../domain/calendar/days.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { parseDate } from '../../domain/calendar/parse-date.js';
import type { Showing } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import { serviceForms } from '../forms/forms.store.js';
import type { AuditOfService } from './audit-of-service.js';
import { auditors } from './auditors.store.js';

interface Field {
  value: string;
  fault: string | null;
}

interface Choice extends Field {
  options: { value: string; text: string }[];
}

export interface ServicePage {
  name: Field;
  form: Choice;
  reason: Field;
  auditor: Choice;
  due: Field;
}

const words = T.String({ default: '', maxLength: 1000 });
export const serviceFields = T.Object({ name: words, form: words, reason: words, auditor: words, due: words });

/** An audit of the service itself, to be begun by hand. */
export function servicePage(c: Pick<Showing, 'db' | 'today' | 'typed' | 'faults'>, form: string): ServicePage {
  const field = (name: string, first = ''): Field => ({ value: typed(c, name, first), fault: faultAt(c, name) });
  const forms = serviceForms(c.db);
  return {
    name: field('name'),
    form: {
      ...field('form', String(forms.find(({ key }) => key === form)?.id ?? '')),
      options: [
        { value: '', text: 'Choose a form' },
        ...forms.map(({ id, title, document }) => ({
          value: String(id),
          text: `${title}, ${minutesInWords(document)}`,
        })),
      ],
    },
    reason: field('reason'),
    auditor: {
      ...field('auditor'),
      options: [
        { value: '', text: 'Choose an auditor' },
        ...auditors(c.db, c.today).map(({ id, name }) => ({ value: String(id), text: name })),
      ],
    },
    due: field('due', formatDate(addDays(c.today, 28))),
  };
}

export const readService = (given: Static<typeof serviceFields>): AuditOfService => ({
  name: given.name,
  formVersionId: Number(given.form) || 0,
  reason: given.reason,
  auditor: Number(given.auditor) || 0,
  dueOn: parseDate(given.due),
});
