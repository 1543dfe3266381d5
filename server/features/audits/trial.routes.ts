import { Type as T } from '@sinclair/typebox';
import { notFound } from '../../domain/problems.js';
import { page, shown, type PageOptions } from '../../platform/http/results.js';
import { route } from '../../platform/http/route.js';
import type { Db } from '../../platform/sqlite/open.js';
import { latestVersion, type FormVersion } from '../forms/forms.store.js';
import { nothingToRedraw } from './question.page.js';
import { faultsByField, fields } from './sent.js';
import { readTrial } from './trial.js';
import { trialPage } from './trial.page.js';

export const trialRoutes = [
  route({
    path: '/forms/:key/trial',
    may: 'forms.try',
    trail: false,
    body: T.Object({}),
    show: (c) => {
      const version = versionOf(c.db, c.params['key']);
      const trial = readTrial(version.document, new Map(), c.today);
      return page('audits/trial', trialPage(c.db, version, trial, nothingToRedraw, c.today), options(version));
    },
    save: (c) => {
      const version = versionOf(c.db, c.params['key']);
      const sent = fields(c.body);
      const trial = readTrial(version.document, sent, c.today);
      const redraw = {
        ...nothingToRedraw,
        faults: faultsByField(trial.faults),
        typed: trial.faults.length > 0 ? sent : new Map<string, string>(),
      };
      const status = trial.faults.length > 0 ? 422 : 200;
      return shown(status, 'audits/trial', trialPage(c.db, version, trial, redraw, c.today), options(version));
    },
  }),
];

function versionOf(db: Db, key: string | undefined): FormVersion {
  const version = latestVersion(db, key ?? '');
  if (!version) throw notFound('There is no such form.');
  return version;
}

const options = ({ title, key }: FormVersion): PageOptions => ({
  title: `Try ${title}`,
  crumbs: [
    { text: 'Audit forms', href: '/forms' },
    { text: title, href: `/forms/${key}` },
  ],
});
