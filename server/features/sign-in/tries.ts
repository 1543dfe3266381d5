import { RateLimiterMemory } from 'rate-limiter-flexible';
import { invalidField } from '../../domain/problems.js';

/** Ten tries on one name in a quarter of an hour; then it rests. One process serves a service, so memory will do. */
const limit = new RateLimiterMemory({ points: 10, duration: 15 * 60 });

export async function triesLeft(name: string): Promise<boolean> {
  return limit.consume(name).then(
    () => true,
    () => false,
  );
}

/** A fit password ends the count. */
export const forgetTries = (name: string): Promise<boolean> => limit.delete(name);

export const tooManyTries = () =>
  invalidField('name', 'Too many tries on this name. Wait a quarter of an hour, or ask your administrator for a new password.');
