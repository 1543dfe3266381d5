import type { RequestHandler } from 'express';
import type { Db } from '../../platform/sqlite/open.js';
import { accountOf } from '../people/accounts.store.js';

const open = new Set(['/account/password', '/sign-out', '/sign-in']);

/** A first password, known to whoever gave it, opens nothing but the page that changes it. */
export function ownPasswordFirst(db: Db): RequestHandler {
  return (req, res, next) => {
    const person = req.session.person;
    if (person === undefined || open.has(req.path) || !accountOf(db, person)?.mustChange) {
      next();
      return;
    }
    if ((req.get('Accept') ?? '').startsWith('application/json')) {
      res.status(403).json({ message: 'Choose a password of your own first.', faults: [] });
      return;
    }
    res.redirect(303, '/account/password');
  };
}
