import { Type as T } from '@sinclair/typebox';
import { comparisonOf, subjectsAt } from '../../domain/forms/draft/comparison.js';
import {
  conditionAt,
  conditionOf,
  joined,
  placeOf,
  withCondition,
  type Place,
} from '../../domain/forms/draft/conditions.js';
import { sectionIn, withoutSection, withSection } from '../../domain/forms/draft/edit.js';
import { fieldsOf } from '../../domain/forms/draft/fields.js';
import type { FormDocument, Section } from '../../domain/forms/document.js';
import { conflict, invalid, invalidField, notFound } from '../../domain/problems.js';
import { page, shown, to, type PageOptions } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { withAbout } from './draft-about.js';
import { draftAboutPage, partOf } from './draft-about.page.js';
import { draftConditionPage } from './draft-condition.page.js';
import { draftPage } from './draft.page.js';
import { draftSectionPage, headOf, readSectionHead } from './draft-section.page.js';
import type { Draft } from './drafts.store.js';
import { changedMeanwhile, draftAt, keepDraft, markOf } from './edit-draft.js';
import { rearranged } from './rearrange.js';

/** Changing a draft says nothing to the trail: only beginning, publishing and throwing away do. */
const changes = { may: 'forms.write', trail: false } as const;
const seen = T.String({ default: '' });

export const draftRoutes = [
  route({
    path: '/forms/drafts/:id',
    ...changes,
    body: T.Object({ do: T.String({ default: '' }), revision: T.String({ default: '' }) }),
    show: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      return page('forms/draft', draftPage(c.db, draft), { ...within(null), title: draft.document.title });
    },
    save: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      const { document, at } = rearranged(c.db, draft, c.body.do);
      if (c.body.revision !== String(draft.revision)) {
        const told = `${draft.editedByName ?? 'Somebody'} changed this draft after you opened it. Here it is as it is now; nothing was moved. Press again if you still want to.`;
        return shown(409, 'forms/draft', draftPage(c.db, draft, told), {
          ...within(null),
          title: draft.document.title,
        });
      }
      keepDraft(c.db, c, draft, document);
      return to(`/forms/drafts/${draft.id}#${at}`);
    },
  }),

  route({
    path: '/forms/drafts/:id/about',
    ...changes,
    body: T.Object({ seen }),
    show: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      return page('forms/draft-about', draftAboutPage(c, draft), { ...within(draft), title: 'About the form' });
    },
    save: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      const { document, faults } = withAbout(draft.document, fieldsOf(c.body));
      if (faults.length > 0) throw invalid(faults.map((fault) => ({ ...fault, at: null })));
      if (c.body.seen !== markOf(partOf(draft.document))) throw conflict(changedMeanwhile(draft));
      keepDraft(c.db, c, draft, document);
      return to(`/forms/drafts/${draft.id}`);
    },
  }),

  route({
    path: '/forms/drafts/:id/sections/new',
    ...changes,
    body: T.Object({}),
    show: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      return page('forms/draft-section', draftSectionPage(c, draft, null), {
        ...within(draft),
        title: 'Add a section',
      });
    },
    save: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      const section = readSection(draft.document, null, c.body);
      keepDraft(c.db, c, draft, withSection(draft.document, section));
      return to(`/forms/drafts/${draft.id}#${section.key}`);
    },
  }),

  route({
    path: '/forms/drafts/:id/sections/:section',
    ...changes,
    body: T.Object({ seen, do: T.String({ default: '' }) }),
    show: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      const section = sectionAt(draft, c.params['section']);
      return page('forms/draft-section', draftSectionPage(c, draft, section), {
        ...within(draft),
        title: section.title,
      });
    },
    save: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      const before = sectionAt(draft, c.params['section']);
      const leaves = c.body.do === 'retire' && before.key !== draft.document.close;
      const section = leaves ? before : readSection(draft.document, before, c.body);
      if (c.body.seen !== markOf(headOf(before))) throw conflict(changedMeanwhile(draft));
      const change = leaves ? withoutSection(draft.document, before.key) : withSection(draft.document, section);
      keepDraft(c.db, c, draft, change);
      return to(`/forms/drafts/${draft.id}#${leaves ? 'top' : before.key}`);
    },
  }),

  route({
    path: '/forms/drafts/:id/conditions/:place',
    ...changes,
    query: T.Object({ look: T.String({ default: '' }) }),
    body: T.Object({ seen, do: T.String({ default: '' }), look: T.String({ default: '' }) }),
    show: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      const { place, word } = placeAt(draft, c.params['place']);
      const model = draftConditionPage(c, draft, place, word);
      return page('forms/draft-condition', model, { ...within(draft), title: model.title });
    },
    save: (c) => {
      const draft = draftAt(c.db, c.id('id'));
      const { place, word } = placeAt(draft, c.params['place']);
      const condition = conditionAt(draft.document, place);
      if (c.body.seen !== markOf(condition))
        throw conflict(
          `${draft.editedByName ?? 'Somebody'} changed this condition after you opened it. It is shown as it is now.`,
        );
      const { how, parts } = joined(condition);
      const [press, n] = c.body.do.split('.');
      if (press === 'out') return keep(conditionOf({ how, parts: parts.filter((_, i) => String(i) !== n) }));
      if (press === 'all' || press === 'any') return keep(conditionOf({ how: press, parts }));
      if (parts.length >= 20) throw invalidField('look', 'Twenty parts are the most.');
      return keep(conditionOf({ how, parts: [...parts, added(draft.document, place, c.body)] }));

      function keep(when: ReturnType<typeof conditionOf>) {
        keepDraft(c.db, c, draft, withCondition(draft.document, place, when));
        return to(`/forms/drafts/${draft.id}/conditions/${word}`);
      }
    },
  }),
];

/** The pages above a page of a draft. */
export const within = (draft: Draft | null): Pick<PageOptions, 'crumbs' | 'scripts'> => ({
  crumbs: [
    { text: 'Audit forms', href: '/forms' },
    { text: 'Write forms', href: '/forms/drafts' },
    ...(draft ? [{ text: draft.document.title, href: `/forms/drafts/${draft.id}` }] : []),
  ],
  scripts: ['hold-line'],
});

export function sectionAt({ document }: Draft, key: string | undefined): Section {
  const section = sectionIn(document, key ?? '');
  if (!section) throw notFound('There is no such section in the draft.');
  return section;
}

function placeAt({ document }: Draft, word = ''): { place: Place; word: string } {
  const place = placeOf(document, word);
  if (!place) throw notFound('There is no such place in the draft.');
  return { place, word };
}

function readSection(form: FormDocument, before: Section | null, body: object): Section {
  const { section, faults } = readSectionHead(form, before, fieldsOf(body));
  if (faults.length > 0) throw invalid(faults.map((fault) => ({ ...fault, at: null })));
  return section;
}

/** The comparison that was chosen from the lists. */
function added(form: FormDocument, place: Place, body: { look: string }) {
  const { answers, facts } = subjectsAt(form, place);
  const subject = [...answers, ...facts].find(({ name }) => name === body.look);
  if (!subject) throw invalidField('look', 'Choose what it depends on.');
  const fields = fieldsOf(body);
  const chosen = { test: fields.one('test'), values: fields.many('values'), number: fields.one('number') };
  const made = comparisonOf(subject, chosen);
  if ('field' in made) throw invalidField(made.field, made.message);
  return made;
}
