import { Type as T } from '@sinclair/typebox';
import type { FormDocument } from '../../domain/forms/document.js';
import { FormFault } from '../../domain/forms/fault.js';
import { parseDocument } from '../../domain/forms/read.js';
import { invalid, invalidField, type Fault } from '../../domain/problems.js';
import { page, shown, to } from '../../platform/http/results.js';
import { route, type Typed } from '../../platform/http/route.js';
import { aboutNewForm, copyPage, measuresOptions } from './begin.page.js';
import { beginBlank, beginCopy, beginFromFile, beginNext, type NewForm } from './begin-draft.js';
import { readDocument } from './draft-problems.js';
import { draftsPage } from './drafts.page.js';
import { filePage } from './file.page.js';
import { linesSent, pastePage } from './paste.page.js';

const forms = { text: 'Audit forms', href: '/forms' };
const crumbs = [forms, { text: 'Write forms', href: '/forms/drafts' }];
const begun = { trail: 'forms.begin-draft', may: 'forms.write' } as const;
const line = T.Optional(T.Union([T.String(), T.Array(T.String())]));
const newForm = {
  title: T.String({ default: '' }),
  purpose: T.String({ default: '' }),
  measures: T.String({ default: '' }),
};
const largest = 1_000_000;

/** The ways to begin a draft. */
export const beginRoutes = [
  route({
    path: '/forms/drafts',
    may: 'forms.write',
    show: (c) => page('forms/drafts', draftsPage(c.db), { title: 'Write forms', crumbs: [forms] }),
  }),

  route({
    path: '/forms/drafts/new',
    ...begun,
    body: T.Object(newForm),
    show: (c) => page('forms/new', aboutNewForm(c), { title: 'Begin from blank', crumbs }),
    save: (c) => to(`/forms/drafts/${beginBlank(c.db, c, newFormOf(c.body))}`),
  }),

  route({
    path: '/forms/drafts/copy',
    ...begun,
    query: T.Object({ form: T.String({ default: '' }) }),
    body: T.Object({ from: T.String({ default: '' }), title: T.String({ default: '' }) }),
    show: (c) => page('forms/copy', copyPage(c), { title: 'Begin from a form', crumbs }),
    save: (c) => {
      const [way, key = ''] = c.body.from.split(':');
      if (way === 'next') return to(`/forms/drafts/${beginNext(c.db, c, key)}`);
      if (way !== 'copy') throw invalidField('from', 'Choose a form to begin from.');
      return to(`/forms/drafts/${beginCopy(c.db, c, key, titleOf(c.body.title))}`);
    },
  }),

  route({
    path: '/forms/drafts/paste',
    ...begun,
    body: T.Object({ ...newForm, text: T.String({ default: '', maxLength: 200_000 }), line, as: line, answers: line }),
    show: (c) => page('forms/paste', pastePage(c), { title: 'Paste your own form', crumbs }),
    save: (c) => {
      if (!('line' in c.body)) {
        if (c.body.text.trim() === '') throw invalidField('text', 'Paste the questions of your form, one a line.');
        const look = { typed: { text: c.body.text } satisfies Typed, faults: [] };
        return shown(200, 'forms/paste', pastePage(look), { title: 'Paste your own form', crumbs });
      }
      return to(`/forms/drafts/${beginBlank(c.db, c, newFormOf(c.body), linesSent(c.body))}`);
    },
  }),

  route({
    path: '/forms/drafts/file',
    ...begun,
    upload: { field: 'file', bytes: largest, remedy: 'A form is never as large: choose the file of one form.' },
    show: (c) => page('forms/file', filePage(c), { title: 'Bring in a file', crumbs }),
    prepare: (c) => {
      if (!c.upload || c.upload.bytes.length === 0) throw invalidField('file', 'Choose a file that holds a form.');
      return Promise.resolve({ document: documentIn(c.upload.bytes) });
    },
    save: (c) => to(`/forms/drafts/${beginFromFile(c.db, c, c.prepared.document)}`),
  }),
];

function newFormOf({ title, purpose, measures }: Record<keyof typeof newForm, string>): NewForm {
  const chosen = measuresOptions.find(({ value }) => value === measures)?.value as FormDocument['measures'] | undefined;
  const faults: Fault[] = [];
  const fault = (field: string, message: string) => faults.push({ field, at: null, message });
  if (title.trim() === '') fault('title', 'Give the form a title.');
  if (title.trim().length > 120) fault('title', 'Shorten the title to 120 characters.');
  if (purpose.trim() === '') fault('purpose', 'Say what the form finds out.');
  if (purpose.trim().length > 1000) fault('purpose', 'Shorten this to 1,000 characters.');
  if (!chosen) fault('measures', 'Choose what the form measures.');
  if (faults.length > 0 || !chosen) throw invalid(faults);
  return { title: title.trim(), purpose: purpose.trim(), measures: chosen };
}

function titleOf(text: string): string {
  const title = text.trim();
  if (title === '') throw invalidField('title', 'Give your form a title of its own.');
  if (title.length > 120) throw invalidField('title', 'Shorten the title to 120 characters.');
  return title;
}

/** The document in a file, or every problem that the schema and the checker find. */
function documentIn(bytes: Buffer): FormDocument {
  try {
    return readDocument(parseDocument(bytes.toString('utf8')));
  } catch (cause) {
    if (!(cause instanceof FormFault)) throw cause;
    throw invalid([
      { field: 'file', at: null, message: 'This file can’t be taken as a form. What is wrong in it:' },
      ...cause.problems.map(({ path, message, remedy }) => ({
        field: null,
        at: null,
        message: `${path === '' ? 'The document' : path}: ${message}. ${remedy}`,
      })),
    ]);
  }
}
