import { Type as T } from '@sinclair/typebox';
import { conflict, invalidField, notFound } from '../../domain/problems.js';
import { route } from '../../platform/http/route.js';
import { page, to, type Result } from '../../platform/http/results.js';
import { columnsPage } from './columns.page.js';
import { importPage } from './import.page.js';
import { importRegister } from './import.js';
import { importById, newestImport } from './imports.store.js';
import { nextStep } from './next-step.js';
import { peoplePage } from './people.page.js';
import { previewPage } from './preview.page.js';
import { readFile } from './read-file.js';
import { sheetPage } from './sheet.page.js';
import { forgetOldImports } from './forget.js';
import { removeUploadFile, writeUpload } from './upload-files.js';
import { largestFile, uploadPage } from './upload.page.js';
import { choicesOf, planOf, reading, registerOf } from './upload-reading.js';
import { addUpload, removeUpload, uploadOf } from './uploads.store.js';
import { valuesPage } from './values.page.js';
import { chooseColumns, choosePeople, chooseSheet, chooseValues } from './wizard.js';

const crumbs = [{ text: 'Cases', href: '/cases' }];
const list = (maxItems: number) => T.Array(T.String({ maxLength: 1000 }), { default: [], maxItems });
const dayInMs = 86_400_000;

/** The steps of an import say nothing to the trail: only the import itself does. */
export const routes = [
  route({
    path: '/cases/imports/new',
    may: 'cases.import',
    trail: false,
    upload: { field: 'file', bytes: largestFile, remedy: 'Export fewer columns or fewer years.' },
    show: (c) => page('cases/upload', uploadPage(c), { title: 'Bring in a case list', crumbs }),
    prepare: async (c) => {
      if (!c.upload || (c.upload.name === '' && c.upload.bytes.length === 0)) {
        throw invalidField('file', 'Choose a file: a case list as .csv or .xlsx.');
      }
      return { name: c.upload.name, size: c.upload.bytes.length, ...(await readFile(c.upload.name, c.upload.bytes)) };
    },
    save: (c) => {
      forgetOldImports(c.db, c.now);
      const id = addUpload(c.db, {
        person: c.me.id,
        name: c.prepared.name.slice(0, 200),
        bytes: c.prepared.size,
        digest: c.prepared.digest,
        choices: '{}',
        receivedAt: c.now,
        expiresAt: new Date(Date.parse(c.now) + dayInMs).toISOString(),
      });
      writeUpload(c.db, id, c.prepared.sheets);
      return to(nextStep(c.db, reading({ ...c, id: () => id }), c.today, null));
    },
  }),

  route({
    path: '/cases/uploads/:id/sheet',
    may: 'cases.import',
    trail: false,
    body: T.Object({ sheet: T.String({ default: '0' }), header: T.String({ default: '' }) }),
    show: (c) => step('cases/sheet', sheetPage(c, reading(c))),
    save: (c) => {
      const before = reading(c);
      chooseSheet(c.db, before, c.body);
      const after = reading(c);
      return to(after.at === before.at ? nextStep(c.db, after, c.today, 'sheet') : c.address);
    },
  }),

  route({
    path: '/cases/uploads/:id/columns',
    may: 'cases.import',
    trail: false,
    body: T.Object({ fact: list(500) }),
    show: (c) => step('cases/columns', columnsPage(c, reading(c))),
    save: (c) => {
      chooseColumns(c.db, reading(c), c.body.fact, c.today);
      return to(nextStep(c.db, reading(c), c.today, 'columns'));
    },
  }),

  route({
    path: '/cases/uploads/:id/values',
    may: 'cases.import',
    trail: false,
    body: T.Object({ kind: list(2000), words: list(2000), means: list(2000) }),
    show: (c) => {
      const read = reading(c);
      return step('cases/values', valuesPage(c, read, registerOf(read, c.today)));
    },
    save: (c) => {
      chooseValues(c.db, reading(c), c.body);
      return to(nextStep(c.db, reading(c), c.today, 'values'));
    },
  }),

  route({
    path: '/cases/uploads/:id/people',
    may: 'cases.import',
    trail: false,
    body: T.Object({ person: list(2000), who: list(2000), team: list(500), which: list(500) }),
    show: (c) => {
      const read = reading(c);
      return step('cases/people', peoplePage(c, read, planOf(c.db, read, registerOf(read, c.today)).names));
    },
    save: (c) => {
      const read = reading(c);
      const { names } = planOf(c.db, read, registerOf(read, c.today));
      choosePeople(c.db, read, c.body, { people: names.everybody, teams: names.everyTeam });
      return to(nextStep(c.db, reading(c), c.today, 'people'));
    },
  }),

  route({
    path: '/cases/uploads/:id/preview',
    may: 'cases.import',
    body: T.Object({ newest: T.String(), same: list(5000), look: T.String({ default: '' }) }),
    trail: 'cases.import',
    show: (c) => {
      const read = reading(c);
      if (read.columnFaults.length > 0) return to(nextStep(c.db, read, c.today, null));
      const model = previewPage(c, read, planOf(c.db, read, registerOf(read, c.today)));
      const tables = [model.faults, model.changes, model.changed, model.remarks?.table].filter((one) => one != null);
      return page('cases/preview', model, { title: 'Look before anything is kept', crumbs, tables });
    },
    save: (c) => {
      const read = reading(c);
      if (String(newestImport(c.db)?.id ?? 0) !== c.body.newest) {
        throw conflict('Another list was brought in since this page was shown. Look again at what will change.');
      }
      const register = registerOf(read, c.today);
      if (register.good.length === 0) throw invalidField('newest', 'There is no good row to bring in.');
      const sameOrders = new Set(c.body.same.map(Number));
      const { digest } = read.upload;
      const { importId } = importRegister(c.db, c, {
        digest,
        mapping: read.mapping,
        register,
        choices: choicesOf(read),
        sameOrders,
      });
      removeUpload(c.db, read.upload.id);
      removeUploadFile(c.db, read.upload.id);
      return to(`/cases/imports/${importId ?? newestImport(c.db)?.id ?? ''}`);
    },
  }),

  route({
    path: '/cases/uploads/:id/stop',
    may: 'cases.import',
    trail: false,
    save: (c) => {
      const upload = uploadOf(c.db, c.id('id'), c.me.id);
      if (!upload) throw notFound();
      removeUpload(c.db, upload.id);
      removeUploadFile(c.db, upload.id);
      return to('/cases/imports/new');
    },
  }),

  route({
    path: '/cases/imports/:id',
    may: 'cases.import',
    show: (c) => {
      const found = importById(c.db, c.id('id'));
      if (!found) throw notFound();
      const model = importPage(c, found);
      return page('cases/import', model, { title: model.title, crumbs, tables: [model.faults] });
    },
  }),
];

function step(view: string, model: object): Result {
  return page(view, model, { title: 'Bring in a case list', crumbs });
}
