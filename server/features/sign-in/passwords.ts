import { hash, verify } from '@node-rs/argon2';
import { invalidField } from '../../domain/problems.js';

const shortest = 10;

/** Hashes a password with argon2id at the library's defaults (19 MiB, two passes). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Spends the same time whether there is such an account or not. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? nobodysHash, password).catch(() => false);
  return stored !== null && fits;
}

/** What is wrong with a password, or null: too short, or too long to be hashed in good time. */
export function passwordFault(password: string): string | null {
  if (password.length < shortest) return `Use at least ${shortest} characters. Three words in a row are good.`;
  return password.length > 200 ? 'Use at most 200 characters.' : null;
}

export function checkPassword(field: string, password: string): void {
  const fault = passwordFault(password);
  if (fault) throw invalidField(field, fault);
}

/** A first password that somebody reads out and types once: four groups of four letters without look-alikes. */
export function firstPassword(random: (bytes: number) => string): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const bytes = Buffer.from(random(16), 'hex');
  const text = [...bytes].map((b) => letters[b % letters.length]).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
}

const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$VVJv0nrHTvFEw7c6oeQsIvmLR0wl4mVoWuCJqA8rFdE';
