import type { Db } from '../../platform/sqlite/open.js';
import { setting } from './settings.store.js';

const atFirst = 4;

/** Hours that the named manager has to acknowledge a concern before it is with the deputy too. */
export const concernHours = (db: Db): number => Number(setting(db, 'concern-hours') ?? atFirst);
