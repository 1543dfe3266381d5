import type { FormDocument } from './document.js';

/** How long a form takes, said before somebody begins. @example '60 to 90 minutes' */
export function minutesInWords(form: FormDocument): string {
  const { from, to } = form.about.minutes;
  return from === to ? `${from} minutes` : `${from} to ${to} minutes`;
}
