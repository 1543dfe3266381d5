import type { Route } from '../../platform/http/route.js';
import type { SetUpCode } from './set-up-code.js';

export const setUpRoutes = (_code: SetUpCode): Route[] => [];
