import { randomBytes } from 'node:crypto';
import { openDataFolder } from '../data-folder.js';
import { accountByName } from '../features/people/accounts.store.js';
import { resetPassword } from '../features/people/first-password.js';
import { firstPassword, hashPassword } from '../features/sign-in/passwords.js';
import { perform } from '../features/trail/perform.js';
import type { Db } from '../platform/sqlite/open.js';
import { readSettings } from '../settings.js';

const random = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Gives an account a new first password: for whoever can log in to this machine, when nobody else can help. */
export async function recover(db: Db, signInName: string, now: string): Promise<string> {
  const account = accountByName(db, signInName);
  if (!account) throw new Error(`Nobody signs in as '${signInName}'.`);
  const password = firstPassword(random);
  const hash = await hashPassword(password);
  perform(db, { me: null, now, random }, 'people.reset-password', (by) =>
    resetPassword(db, by, { person: account.person, hash }),
  );
  return password;
}

async function main(): Promise<number> {
  const signInName = process.argv[2];
  if (signInName === undefined) {
    console.error('Say who: npm run recover -- SIGN-IN-NAME');
    return 2;
  }
  try {
    const { db } = openDataFolder(readSettings(process.env).dataDir);
    const password = await recover(db, signInName, new Date().toISOString());
    console.log(`${signInName} signs in once with ${password} and then chooses a new password.`);
    db.close();
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

if (require.main === module) void main().then((code) => process.exit(code));
