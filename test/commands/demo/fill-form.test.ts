import { createChance } from '../../../server/commands/demo/chance.js';
import { fillForm } from '../../../server/commands/demo/fill-form.js';
import type { Facts } from '../../../server/domain/forms/filled.js';
import { gaps } from '../../../server/domain/forms/gaps.js';
import { scoreAudit } from '../../../server/domain/scoring/score-audit.js';
import { libraryKeys, readShipped } from '../../domain/forms/shipped.js';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set(['child-missed']), limits: {} };
const court: Facts = {
  'order-type': 'yro',
  'order-group': 'court-community',
  status: 'open',
  rosh: 'medium',
  safety: 'high',
  reoffending: 'medium',
  age: 16,
  'looked-after': 'no',
  'child-protection': 'yes',
  'custody-entry': null,
  mappa: null,
  'days-supervised': 203,
  'days-to-end': 40,
  'started-on': '2026-05-05',
  'ends-on': '2027-01-03',
  'read-on': '2026-11-24',
};
const kinds: readonly (readonly [string, Facts])[] = [
  ['a court case', court],
  [
    'an out-of-court case without recorded levels',
    { ...court, 'order-type': 'youth-caution', 'order-group': 'out-of-court', rosh: null, safety: null },
  ],
  [
    'a custody case',
    {
      ...court,
      'order-type': 'dto',
      'order-group': 'custody',
      'looked-after': 'yes',
      'custody-entry': '2026-05-05',
      mappa: '2',
    },
  ],
];

describe.each(kinds)('%s', (_says, facts) => {
  test.each(libraryKeys)('fills in %s whole, and it scores', (key) => {
    const form = readShipped(key);
    for (const seed of [1, 2, 3, 4]) {
      const skill = () => 0.2 * seed;
      const done = fillForm(
        { form, facts, answers: [], occurrences: [] },
        { skill, chance: createChance(seed), settings },
      );
      const filled = { form, facts, ...done };
      expect(gaps(filled, settings)).toEqual([]);
      const { score, computedGrade } = scoreAudit(filled, settings);
      expect(score === null || (score >= 0 && score <= 1)).toBe(true);
      if (!form.bands) expect(computedGrade).toBeNull();
    }
  });
});
