import { Type as T } from '@sinclair/typebox';
import { conflict, invalidField, notFound } from '../../domain/problems.js';
import { file, page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { within } from './draft.routes.js';
import { removeDraft } from './drafts.store.js';
import { draftAt } from './edit-draft.js';
import { latestVersion, retiredAt, setRetired } from './forms.store.js';
import { publicationPage } from './publication.page.js';
import { publishDraft } from './publish-draft.js';
import { digestOf } from './publish-version.js';

const asFile = (document: { key: string; version: number }, name: string) =>
  file(`${document.key}-${name}.json`, 'application/json; charset=utf-8', `${JSON.stringify(document, null, 2)}\n`);

/** Publishing, throwing away, retiring, and forms as files. */
export const publicationRoutes = [
  route({
    path: '/forms/drafts/:id/publication',
    may: 'forms.write',
    trail: 'forms.publish',
    body: T.Object({ revision: T.String({ default: '' }) }),
    show: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      return page('forms/publication', publicationPage(c.db, draft), { ...within(draft), title: 'Publish a form' });
    },
    save: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      if (c.body.revision !== String(draft.revision)) {
        throw conflict(
          `${draft.editedByName ?? 'Somebody'} changed this draft after you opened the page. What is different stands below as it is now.`,
        );
      }
      const { key } = publishDraft(c.db, c, draft.id);
      return to(`/forms/${key}`);
    },
  }),

  route({
    path: '/forms/drafts/:id/removal',
    may: 'forms.write',
    trail: 'forms.remove-draft',
    body: T.Object({ revision: T.String({ default: '' }) }),
    show: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      const model = {
        title: draft.document.title,
        address: `/forms/drafts/${draft.id}/removal`,
        back: `/forms/drafts/${draft.id}`,
        revision: String(draft.revision),
      };
      return page('forms/removal', model, { ...within(draft), title: 'Throw a draft away' });
    },
    save: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      if (c.body.revision !== String(draft.revision)) {
        throw invalidField('revision', 'The draft was changed after you opened this page. Look at it again first.');
      }
      removeDraft(c.db, draft.id);
      c.entry.about('form_drafts', draft.id, { form: draft.formKey, digest: digestOf(JSON.stringify(draft.document)) });
      return to('/forms/drafts');
    },
  }),

  route({
    path: '/forms/drafts/:id/file',
    may: 'forms.write',
    show: (c) => asFile(draftAt(c.db, c.id('id')).document, 'draft'),
  }),

  route({
    path: '/forms/:key/file',
    may: 'forms.read',
    show: (c) => {
      const version = latestVersion(c.db, c.params['key'] ?? '');
      if (!version) throw notFound('There is no such form.');
      return asFile(version.document, String(version.version));
    },
  }),

  route({
    path: '/forms/:key/retirement',
    may: 'forms.write',
    trail: 'forms.retire',
    body: T.Object({ do: T.String({ default: '' }) }),
    show: (c) => {
      const version = latestVersion(c.db, c.params['key'] ?? '');
      if (!version) throw notFound('There is no such form.');
      const { key, title } = version;
      const model = {
        title,
        address: `/forms/${key}/retirement`,
        back: `/forms/${key}`,
        isRetired: retiredAt(c.db, key) !== null,
      };
      return page('forms/retirement', model, {
        title: 'Retire a form',
        crumbs: [
          { text: 'Audit forms', href: '/forms' },
          { text: title, href: `/forms/${key}` },
        ],
      });
    },
    save: (c) => {
      const version = latestVersion(c.db, c.params['key'] ?? '');
      if (!version) throw notFound('There is no such form.');
      if (c.body.do !== 'retire' && c.body.do !== 'bring-back')
        throw invalidField('do', 'Press one of the buttons of the page.');
      setRetired(c.db, version.key, c.body.do === 'retire' ? c.now : null);
      c.entry.about('form_versions', version.id, { form: version.key, retired: c.body.do === 'retire' });
      return to(`/forms/${version.key}`);
    },
  }),
];
