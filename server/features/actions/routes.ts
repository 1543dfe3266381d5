import { Type as T } from '@sinclair/typebox';
import { parseDate } from '../../domain/calendar/parse-date.js';
import { notAllowed, notFound } from '../../domain/problems.js';
import { may } from '../../domain/rights.js';
import { page, to } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { isBlindTo } from '../audits/hidden-earlier.js';
import { isAbout } from './about.js';
import { actionPage } from './action.page.js';
import { actionById, stepsOf } from './actions.store.js';
import { actionsPage, shownWords } from './actions.page.js';
import { actionsList, type Key, type Shown, type Whose } from './lists.store.js';
import { makeAction } from './make.js';
import { newActionPage } from './new-action.page.js';
import { stepRoutes } from './steps.routes.js';

const pageLength = 50;
const words = T.String({ default: '', maxLength: 5000 });

export const routes = [
  route({
    path: '/actions',
    may: 'actions.read',
    query: T.Object({
      whose: T.String({ default: '' }),
      state: T.String({ default: 'in-sight' }),
      after: T.String({ default: '' }),
    }),
    show: (c) => {
      const whose = whoseOf(c.query.whose, c.reach.kind === 'all' ? 'all' : c.me.teamsLed.length > 0 ? 'team' : 'mine');
      const shown = shownOf(c.query.state);
      const after = keyOf(c.query.after);
      const found = actionsList(c.db, { whose, shown, after, limit: pageLength + 1 }, c.reach, c.me.id, c.today);
      const actions = found.slice(0, pageLength);
      const more = found.length > pageLength ? (actions.at(-1) ?? null) : null;
      const mayMake = may(c.me, 'actions.make-by-hand');
      const model = actionsPage(actions, { whose, shown, today: c.today, paged: after !== null, mayMake, more });
      return page('actions/actions', model, { title: 'Actions', tables: [model.table] });
    },
  }),

  route({
    path: '/actions/new',
    may: 'actions.make-by-hand',
    body: T.Object({
      wording: words,
      goodLooksLike: words,
      owner: words,
      dueOn: words,
      about: words,
      theme: words,
      team: words,
    }),
    show: (c) =>
      page('actions/new', newActionPage(c.db, c.me, c, c.today), {
        title: 'Make an action',
        crumbs: [{ text: 'Actions', href: '/actions' }],
      }),
    save: (c) => {
      const { wording, goodLooksLike, owner, dueOn, about, theme, team } = c.body;
      const made = makeAction(c.db, c, {
        about: isAbout(about) && about !== 'case' ? about : 'practice',
        audit: null,
        item: null,
        theme: theme || null,
        practitioner: null,
        team: teamFor(c.me, team),
        wording,
        goodLooksLike,
        owner: Number(owner),
        dueOn: parseDate(dueOn) ?? '',
      });
      return to(`/actions/${made}`);
    },
  }),

  route({
    path: '/actions/:id',
    may: 'actions.read',
    show: (c) => {
      const action = actionById(c.db, c.id('id'), c.reach, c.today);
      if (action.auditId !== null && isBlindTo(c.db, { id: action.auditId }, c.me.id, c.today))
        throw notAllowed('You read this audit again: its actions open to you when all your answers are given.');
      return page('actions/action', actionPage(action, stepsOf(c.db, action.id), c.me, c.today), {
        title: action.wording ?? 'An action',
        crumbs: [{ text: 'Actions', href: '/actions' }],
      });
    },
  }),

  ...stepRoutes,
];

/** A team lead makes actions for a team they lead; the head for any team, or for none. */
function teamFor(me: { roles: ReadonlySet<string>; teamsLed: readonly number[] }, typed: string): number | null {
  const team = /^[1-9]\d{0,9}$/.test(typed) ? Number(typed) : null;
  if (me.roles.has('head')) return team;
  const led = team !== null && me.teamsLed.includes(team) ? team : me.teamsLed[0];
  if (led === undefined) throw notFound();
  return led;
}

const whoseOf = (asked: string, byDefault: Whose): Whose =>
  asked === 'mine' || asked === 'team' || asked === 'all' ? asked : byDefault;

const shownOf = (asked: string): Shown =>
  (Object.keys(shownWords) as Shown[]).find((shown) => shown === asked) ?? 'in-sight';

function keyOf(after: string): Key | null {
  const [, dueOn, id] = /^(\d{4}-\d{2}-\d{2})_([1-9]\d{0,14})$/.exec(after) ?? [];
  return dueOn && id ? { dueOn, id: Number(id) } : null;
}
