import { Type as T } from '@sinclair/typebox';
import { itemIn, withoutItem } from '../../domain/forms/draft/edit.js';
import { fieldsOf } from '../../domain/forms/draft/fields.js';
import { kindNames } from '../../domain/forms/draft/read-item.js';
import { keyOf } from '../../domain/forms/draft/read-rules.js';
import { conflict, notFound, type Fault } from '../../domain/problems.js';
import { page, shown, to } from '../../platform/http/results.js';
import { route, type Showing, type Typed } from '../../platform/http/route.js';
import { addItem, changeItem } from './change-item.js';
import { draftItemPage, type AboutItem } from './draft-item.page.js';
import type { Draft } from './drafts.store.js';
import { changedMeanwhile, draftAt, keepDraft, markOf } from './edit-draft.js';
import { sectionAt, within } from './draft.routes.js';

const changes = { may: 'forms.write', trail: false } as const;

/** Adding and changing the questions of a draft. */
export const itemRoutes = [
  route({
    path: '/forms/drafts/:id/sections/:section/items',
    ...changes,
    query: T.Object({ kind: T.String({ default: 'choice' }) }),
    body: T.Object({ do: T.String({ default: '' }) }),
    show: (c) => page('forms/draft-item', draftItemPage(newItem(c, c)), options(c)),
    save: (c) => {
      const about = newItem(c, c);
      if (c.body.do === 'answers') return again(draftItemPage(newItem(c, typedAgain(c.body))), c);
      const key = addItem(c.db, c, about.draft, about.kind, fieldsOf(c.body));
      return to(afterwards(about.draft, key, c.body.do));
    },
  }),

  route({
    path: '/forms/drafts/:id/items/:item',
    ...changes,
    body: T.Object({ do: T.String({ default: '' }), seen: T.String({ default: '' }) }),
    show: (c) => page('forms/draft-item', draftItemPage(oldItem(c, c)), options(c)),
    save: (c) => {
      const about = oldItem(c, typedAgain(c.body));
      const { draft, before } = about;
      if (!before)
        throw conflict(
          `${draft.editedByName ?? 'Somebody'} took this question out after you opened it. What you wrote is below: adding it makes it a new question.`,
        );
      if (c.body.do === 'answers') return again(draftItemPage(about), c);
      if (c.body.do === 'retire') {
        if (c.body.seen !== markOf(before)) throw conflict(changedMeanwhile(draft));
        keepDraft(c.db, c, draft, withoutItem(draft.document, before.key));
        return to(`/forms/drafts/${draft.id}#${about.section.key}`);
      }
      return to(afterwards(draft, changeItem(c.db, c, draft, before, fieldsOf(c.body)), c.body.do));
    },
  }),
];

type Again = Pick<Showing, 'typed' | 'faults'>;
type At = Pick<Showing, 'db' | 'id' | 'params'>;

const typedAgain = (body: object): Again => ({ typed: body as Typed, faults: [] satisfies Fault[] });

function newItem(c: At & { query: { kind: string } }, { typed, faults }: Again): AboutItem {
  const draft = draftAt(c.db, c.id('id'));
  const kind = keyOf(kindNames, c.query.kind);
  if (!kind) throw notFound('There is no such kind of question.');
  return { db: c.db, draft, section: sectionAt(draft, c.params['section']), kind, before: null, typed, faults };
}

/** Where the question is gone, what was typed about it is shown as a new one, so that it is not lost. */
function oldItem(c: At, { typed, faults }: Again): AboutItem {
  const draft = draftAt(c.db, c.id('id'));
  const found = itemIn(draft.document, c.params['item'] ?? '');
  if (found)
    return { db: c.db, draft, section: found.section, kind: found.item.kind, before: found.item, typed, faults };
  const [first] = draft.document.sections;
  const section = draft.document.sections.find(({ key }) => key === typed?.['section']) ?? first;
  const kind = keyOf(kindNames, typeof typed?.['kind'] === 'string' ? typed['kind'] : '');
  if (!section || !kind) throw notFound('There is no such question in the draft.');
  return { db: c.db, draft, section, kind, before: null, typed, faults };
}

const options = (c: At) => ({ ...within(draftAt(c.db, c.id('id'))), title: 'A question' });

const again = (model: object, c: At) => shown(200, 'forms/draft-item', model, options(c));

const afterwards = ({ id }: Draft, key: string, press: string): string =>
  press === 'condition' ? `/forms/drafts/${id}/conditions/item.${key}` : `/forms/drafts/${id}#${key}`;
