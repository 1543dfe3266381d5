import { RateLimiterMemory } from 'rate-limiter-flexible';
import { invalidField } from '../../domain/problems.js';

/**
 * Ten tries on one name and a hundred from one address in a quarter of an hour; then they rest. One process serves a
 * service, so memory will do; a whole office may share one address, hence its wider limit.
 */
const seconds = 15 * 60;
const byName = new RateLimiterMemory({ points: 10, duration: seconds });
const byAddress = new RateLimiterMemory({ points: 100, duration: seconds });

/** Counts a try before it is looked at, so that many at once can't slip through. */
export async function mayTry(name: string, address: string): Promise<boolean> {
  return (await counted(byName, name)) && (await counted(byAddress, address));
}

/** A fit password ends the count of the name and gives the address its try back. */
export async function forgiveTries(name: string, address: string): Promise<void> {
  await byName.delete(name);
  await byAddress.reward(address, 1);
}

export const tooManyTries = () =>
  invalidField('name', 'Too many tries. Wait a quarter of an hour, or ask your administrator for a new password.');

const counted = (limit: RateLimiterMemory, key: string): Promise<boolean> =>
  limit.consume(key).then(
    () => true,
    () => false,
  );
