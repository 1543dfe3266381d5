import { Type as T } from '@sinclair/typebox';
import { page } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import { whoMayPage } from './who-may.page.js';
import { trailPage, verificationPage } from './trail.page.js';
import { verifyTrail } from './verify.js';

export const routes = [
  route({
    path: '/trail',
    may: 'trail.read',
    query: T.Object({ before: T.Optional(T.String({ pattern: '^[1-9]\\d{0,14}$' })) }),
    show: (c) => {
      const model = trailPage(c.db, c.query.before === undefined ? null : Number(c.query.before));
      return page('trail/trail', model, { title: 'The trail', tables: [model.table] });
    },
  }),

  route({
    path: '/trail/verification',
    may: 'trail.read',
    show: (c) =>
      page('trail/verification', verificationPage(verifyTrail(c.db)), {
        title: 'Is the trail whole?',
        crumbs: [{ text: 'The trail', href: '/trail' }],
      }),
  }),

  route({
    path: '/who-may',
    may: 'rights.read',
    show: (c) => {
      const model = whoMayPage(c.me);
      return page('trail/who-may', model, { title: 'Who may do what', tables: model.groups.map((g) => g.table) });
    },
  }),
];
