import type { Parts } from './app.js';
import { routes as actions } from './features/actions/routes.js';
import { routes as agreement } from './features/audits/agreement.routes.js';
import { routes as audits } from './features/audits/routes.js';
import { routes as concerns } from './features/concerns/routes.js';
import { routes as cases } from './features/cases/routes.js';
import { routes as forms } from './features/forms/routes.js';
import { routes as home } from './features/home/routes.js';
import { pastRoutes } from './features/inspections/past.routes.js';
import { ratingsRoutes } from './features/inspections/ratings.routes.js';
import { reportRoutes } from './features/inspections/report.routes.js';
import { routes as inspections } from './features/inspections/routes.js';
import { routes as people } from './features/people/routes.js';
import { routes as reports } from './features/reports/routes.js';
import { routes as samples } from './features/samples/routes.js';
import { routes as settings } from './features/settings/routes.js';
import { routes as signIn } from './features/sign-in/routes.js';
import { invitationRoutes } from './features/sign-in/invitation.routes.js';
import { setUpRoutes } from './features/sign-in/set-up.routes.js';
import { routes as trail } from './features/trail/routes.js';
import type { Route } from './platform/http/route.js';

/** Every capability of Assay: one line each, in the order of the menu. */
export const capabilities = (parts: Parts): Route[] => [
  ...home,
  ...cases,
  ...samples,
  ...reports,
  ...pastRoutes,
  ...ratingsRoutes,
  ...reportRoutes,
  ...inspections,
  ...agreement,
  ...audits,
  ...actions,
  ...forms,
  ...concerns,
  ...people,
  ...settings,
  ...trail,
  ...signIn,
  ...invitationRoutes,
  ...setUpRoutes(parts.setUpCode),
];
