import { Type as T } from '@sinclair/typebox';
import { conflict, invalidField, notAllowed, notFound } from '../../../server/domain/problems';
import { addTeam } from '../../../server/features/people/teams.store';
import { file, page, shown, to } from '../../../server/platform/http/results';
import { openRoute, route } from '../../../server/platform/http/route';
import { faultAt, typed, typedList } from '../../../server/platform/http/typed';
import { table, text } from '../../../server/platform/table';

/** Where the last `prepare` ran. */
export const waits = { name: '' };
const teams = table({
  key: 'teams',
  title: 'Teams',
  sentence: 'Teams.',
  columns: [{ key: 'name', head: 'Name', kind: 'text' }],
  rows: [{ name: text('=North') }],
});

/** What a capability may do with the wrapper, once each. */
export const routes = [
  openRoute({ path: '/open', may: 'anyone', show: (c) => page('open', { me: c.me?.name ?? null }, { title: 'Open' }) }),
  route({
    path: '/teams',
    may: 'people.read',
    query: T.Object({ show: T.Union([T.Literal('all'), T.Literal('mine')], { default: 'all' }) }),
    body: T.Object({ name: T.String({ maxLength: 20 }), ticked: T.Array(T.String(), { default: [] }) }),
    trail: 'people.add-team',
    show: (c) => {
      const model = {
        name: typed(c, 'name', 'saved'),
        ticked: typedList(c, 'ticked'),
        fault: faultAt(c, 'name'),
        show: c.query.show,
      };
      return page('teams', model, { title: 'Teams', tables: [teams] });
    },
    save: (c) => {
      const id = addTeam(c.db, c.body.name);
      c.entry.about('teams', id, { ticked: c.body.ticked.length });
      if (c.body.name === 'Taken') throw invalidField('name', 'There is a team Taken already.');
      if (c.body.name === 'Moved') throw conflict('Somebody else changed the teams.');
      if (c.body.name === 'Hidden') throw notFound();
      if (c.body.name === 'Held') throw notAllowed('Only on Mondays.');
      if (c.body.name === 'Broken') throw new Error('s3cret');
      if (c.body.name === 'Half') return shown(409, 'teams-half', { id }, { title: 'Half', outcome: { half: true } });
      return to('/teams', { outcome: { id } });
    },
  }),
  route({
    path: '/teams/:id',
    may: 'people.read',
    body: T.Object({ name: T.String() }),
    show: (c) => {
      if (c.id('id') !== 7) throw notFound();
      return page('team', { id: c.id('id'), reach: c.reach.kind }, { title: 'A team' });
    },
    save: () => to('/teams'),
  }),
  route({ path: '/list', may: 'people.read', show: () => file('list.json', 'application/json', '{"a":1}') }),
  route({ path: '/only-save', may: 'people.read', trail: false, save: (c) => to(`/teams/${addTeam(c.db, 'South')}`) }),
  route({
    path: '/slow',
    may: 'people.read',
    prepare: async (c) => {
      waits.name = c.db.inTransaction ? 'in a transaction' : 'outside';
      await Promise.resolve();
      return 'prepared';
    },
    save: (c) => page('slow', { prepared: c.prepared, inside: c.db.inTransaction }, { title: 'Slow' }),
  }),
  route({
    path: '/upload',
    may: 'people.read',
    upload: { field: 'file', bytes: 2000 },
    show: (c) => page('upload', { fault: faultAt(c, 'file') }, { title: 'Upload' }),
    prepare: (c) => Promise.resolve(c.upload),
    save: (c) =>
      page('uploaded', { name: c.prepared?.name ?? null, bytes: c.prepared?.bytes.length ?? 0 }, { title: 'Up' }),
  }),
];
