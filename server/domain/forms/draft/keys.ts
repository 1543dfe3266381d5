import type { FormDocument } from '../document.js';
import { placesOf } from '../check/places.js';

/** Forms and questions that a service writes begin with this, so that nothing in a later library can take their key. */
export const OWN = 'own-';
const LONGEST = 44;

/** Words that tell one question from another in no way. */
const empty = new Set(
  'a an and are as at be been by can did do does for from had has have if in is it its of on or that the their there they this to was were will with your you'.split(
    ' ',
  ),
);

/**
 * A key out of words: stable once made, and of nothing else that is there.
 * @param taken keys that stand for something already
 * @example keyFrom('Is the plan clear about who does what?', new Set()) // 'plan-clear-about-who-what'
 */
export function keyFrom(words: string, taken: ReadonlySet<string>, prefix = ''): string {
  const plain = words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const parts = plain
    .replace(/[’']/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const telling = parts.filter((part) => !empty.has(part));
  const made = shortened(telling.length > 0 ? telling : parts) || 'item';
  const base = prefix + (/^[a-z]/.test(prefix + made) ? made : `q-${made}`);
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

/** Every key of a section, repeated group or item of a form. */
export function keysIn(form: FormDocument): Set<string> {
  const sections = form.sections.flatMap(({ key, repeats = [] }) => [key, ...repeats.map((group) => group.key)]);
  return new Set([...sections, ...placesOf(form).map(({ item }) => item.key)]);
}

function shortened(parts: readonly string[]): string {
  let made = '';
  for (const part of parts) {
    const longer = made === '' ? part.slice(0, LONGEST) : `${made}-${part}`;
    if (longer.length > LONGEST) break;
    made = longer;
  }
  return made;
}
