import { levelDifference, serviceLevels, type LevelKind } from '../../domain/forms/levels.js';
import type { Db } from '../../platform/sqlite/open.js';
import { concernsOfAudit } from '../concerns/concerns.store.js';
import { isIn, type CaseRead, type Rated } from './rated.js';

/** One line of what is printed beside the ratings and outside the score. */
export interface Beside {
  name: string;
  text: string;
}

/**
 * What inspectors report beside their ratings: levels above and below the service's, classification, oversight, whether
 * the practitioner was spoken to, concerns. Never part of a share.
 */
export function besideRatings(db: Db, { cases }: Pick<Rated, 'cases'>): Beside[] {
  const read = cases.filter(isIn);
  const concerns = read.flatMap(({ id }) => concernsOfAudit(db, id)).length;
  return [
    { name: 'Risk of harm to others', text: levelsInWords(read, 'harm') },
    { name: 'Concern for the child’s safety', text: levelsInWords(read, 'safety') },
    ...counted(read, 'harm-classified-right', ['right'], 'Level of harm classified right'),
    ...counted(read, 'safety-classified-right', ['right'], 'Level of safety classified right'),
    ...counted(read, 'judge-oversight', ['sufficient'], 'Management oversight sufficient'),
    ...counted(read, 'facts-interview', ['in-person', 'by-telephone-or-link'], 'Practitioner spoken to'),
    { name: 'Concerns raised while reading', text: String(concerns) },
  ];
}

/** The inspector's level against the service's, over cases with both; those without a level of the service apart. */
function levelsInWords(read: readonly CaseRead[], kind: LevelKind): string {
  const own = read.filter(({ levels }) => levels[kind] !== null);
  const steps = own.map(({ levels, filled }) =>
    levelDifference(levels[kind], filled && serviceLevels(filled.facts)[kind]),
  );
  const known = steps.filter((step) => step !== null);
  const none = steps.length - known.length;
  const under = known.filter((step) => step > 0).length;
  const over = known.filter((step) => step < 0).length;
  return `the service lower than the inspector in ${under} of ${known.length}, higher in ${over}${none > 0 ? `; the service recorded no level in ${none}` : ''}`;
}

/** Nothing where no reading was asked it. */
function counted(read: readonly CaseRead[], item: string, good: readonly string[], name: string): Beside[] {
  const given = read.flatMap(({ filled }) => filled?.answers.find((answer) => answer.item === item)?.value ?? []);
  if (given.length === 0) return [];
  return [{ name, text: `${given.filter((value) => good.includes(value)).length} of ${given.length}` }];
}
