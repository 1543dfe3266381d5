import { Type as T } from '@sinclair/typebox';
import type { FormDocument } from '../../domain/forms/document.js';
import { notFound } from '../../domain/problems.js';
import { page, shown, to, type PageOptions, type Result } from '../../platform/http/results.js';
import { route, type Showing } from '../../platform/http/route.js';
import type { Db } from '../../platform/sqlite/open.js';
import { draftProblems } from '../forms/draft-problems.js';
import { draftAt } from '../forms/edit-draft.js';
import { latestVersion } from '../forms/forms.store.js';
import { nothingToRedraw } from './question.page.js';
import { faultsByField, fields } from './sent.js';
import { readTrial } from './trial.js';
import { trialPage } from './trial.page.js';

/** A form that is tried, published or still a draft, and the address of its own page. */
interface Tried {
  document: FormDocument;
  home: string;
}

export const trialRoutes = [
  route({
    path: '/forms/:key/trial',
    may: 'forms.try',
    trail: false,
    body: T.Object({}),
    show: (c) => begun(c, published(c.db, c.params['key'])),
    save: (c) => filledIn(c, published(c.db, c.params['key']), c.body),
  }),

  route({
    path: '/forms/drafts/:id/trial',
    may: 'forms.write',
    trail: false,
    body: T.Object({}),
    show: (c) => {
      const tried = draft(c.db, c.id('id'));
      return isSound(c.db, tried) ? begun(c, tried) : to(`${tried.home}#findings`);
    },
    save: (c) => {
      const tried = draft(c.db, c.id('id'));
      return isSound(c.db, tried) ? filledIn(c, tried, c.body) : to(`${tried.home}#findings`);
    },
  }),
];

function published(db: Db, key = ''): Tried {
  const version = latestVersion(db, key);
  if (!version) throw notFound('There is no such form.');
  return { document: version.document, home: `/forms/${key}` };
}

const draft = (db: Db, id: number): Tried => ({ document: draftAt(db, id).document, home: `/forms/drafts/${id}` });

/** What the checker has against a draft is put right before anybody is asked its questions. */
const isSound = (db: Db, { document }: Tried): boolean => draftProblems(db, document).length === 0;

function begun({ db, today }: Showing, tried: Tried): Result {
  const trial = readTrial(tried.document, new Map(), today);
  return page('audits/trial', trialPage(db, `${tried.home}/trial`, trial, nothingToRedraw, today), options(tried));
}

function filledIn({ db, today }: Showing, tried: Tried, body: object): Result {
  const sent = fields(body);
  const trial = readTrial(tried.document, sent, today);
  const isFaulty = trial.faults.length > 0;
  const redraw = {
    ...nothingToRedraw,
    faults: faultsByField(trial.faults),
    typed: isFaulty ? sent : new Map<string, string>(),
  };
  const model = trialPage(db, `${tried.home}/trial`, trial, redraw, today);
  return shown(isFaulty ? 422 : 200, 'audits/trial', model, options(tried));
}

const options = ({ document, home }: Tried): PageOptions => ({
  title: `Try ${document.title}`,
  crumbs: [
    { text: 'Audit forms', href: '/forms' },
    { text: document.title, href: home },
  ],
});
