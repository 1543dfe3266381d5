import type { Item } from '../../domain/forms/document.js';
import type { Answer } from '../../domain/forms/filled.js';
import { kindOfLevel, levelDifference, readLevel, serviceLevels } from '../../domain/forms/levels.js';
import { isOwnGrade } from '../../domain/forms/own-grade.js';
import { gradeName, levelName, type Grade } from '../../domain/forms/scales.js';
import { scoreAudit } from '../../domain/scoring/score-audit.js';
import type { Reading } from './reading.js';

/** The auditor's own level or grade beside the other one; before it is given only that it will be shown. */
export interface BesideService {
  waiting: string | null;
  facts: { name: string; text: string }[];
}

export function besideService(reading: Reading, item: Item, answer: Answer | null): BesideService | null {
  const kind = kindOfLevel(item);
  if (kind !== null) return besideLevel(reading, kind, answer);
  return isOwnGrade(reading.shown.form, item) ? besideGrade(reading, answer) : null;
}

function besideLevel({ shown, levelsShown }: Reading, kind: 'harm' | 'safety', answer: Answer | null): BesideService {
  if (!levelsShown) return { waiting: 'The service’s level is shown when you have put yours.', facts: [] };
  const own = readLevel(answer?.value ?? null);
  const service = serviceLevels(shown.facts)[kind];
  return {
    waiting: null,
    facts: [
      { name: 'You', text: own === null ? 'Not judged' : levelName(own) },
      { name: 'Service', text: `${levelName(service)}${difference(levelDifference(own, service))}` },
    ],
  };
}

function difference(steps: number | null): string {
  if (steps === null) return '';
  if (steps === 0) return ', the same';
  return `, ${Math.abs(steps) === 1 ? 'one step' : `${Math.abs(steps)} steps`} ${steps > 0 ? 'lower' : 'higher'} than yours`;
}

function besideGrade({ shown, settings, applying }: Reading, answer: Answer | null): BesideService | null {
  if ((answer?.value ?? null) === null)
    return { waiting: 'The computed grade is shown when you have given yours.', facts: [] };
  const { computedGrade } = scoreAudit(shown, settings, applying);
  const computed = computedGrade === null ? 'None: too few answers' : gradeName(computedGrade);
  return {
    waiting: null,
    facts: [
      { name: 'You', text: gradeName(answer?.value as Grade) },
      { name: 'Computed', text: computed },
    ],
  };
}
