import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { anyAccount } from '../people/accounts.store.js';
import type { Db } from '../../platform/sqlite/open.js';

const minutes = 30;

/** Guards the first visit: printed where the process was started, good once and for half an hour. */
export interface SetUpCode {
  make(): string;
  fits(typed: string): boolean;
  /** Ends the code: after its first use. */
  end(): void;
}

export function createSetUpCode(clock: () => string, random: (bytes: number) => string): SetUpCode {
  let held: { digest: Buffer; until: number } | null = null;
  return {
    make() {
      const code = `${random(2)}-${random(2)}-${random(2)}`;
      held = { digest: digestOf(code), until: Date.parse(clock()) + minutes * 60_000 };
      return code;
    },
    fits: (typed) =>
      held !== null &&
      Date.parse(clock()) < held.until &&
      timingSafeEqual(held.digest, digestOf(typed.trim().toLowerCase())),
    end() {
      held = null;
    },
  };
}

/** Until there is an account, every address leads to the set-up page. */
export function onlyAfterSetUp(db: Db): RequestHandler {
  let done = false;
  return (req, res, next) => {
    done ||= anyAccount(db);
    if (done || req.path === '/set-up') next();
    else res.redirect(303, '/set-up');
  };
}

const digestOf = (code: string): Buffer => createHash('sha256').update(code).digest();
