import type { About } from './actions.store.js';

export type { About };

/** What an action changes. */
export const aboutWords: Readonly<Record<About, string>> = {
  case: 'This case',
  practice: 'Practice',
  service: 'The service',
};

export const isAbout = (value: string): value is About => Object.hasOwn(aboutWords, value);
