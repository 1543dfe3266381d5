import { orderGroups, type OrderGroup } from '../../domain/register/orders.js';
import { number, table, text, type Table } from '../../platform/table.js';
import type { FrameRow } from './frame-rows.store.js';
import { readFacts, type RowFacts } from './row-facts.js';

type Sign = [says: string, holds: (facts: RowFacts) => boolean, tellsLevel: boolean];

const inGroup = (group: OrderGroup): Sign => [orderGroups[group], (facts) => facts.group === group, false];

const signs: readonly Sign[] = [
  inGroup('court-community'),
  inGroup('custody'),
  inGroup('out-of-court'),
  ['Harm high or very high', ({ harm }) => harm === 'high' || harm === 'very-high', true],
  ['Safety high or very high', ({ safety }) => safety === 'high' || safety === 'very-high', true],
  ['Looked after', ({ lookedAfter }) => lookedAfter === 'yes', false],
  ['Girls', ({ sex }) => /^(f|g)/i.test(sex ?? ''), false],
];

/** Drawn beside eligible, so that a reader can judge. `levelsHidden`: the reader still has to put levels of their own. */
export function balanceTable(frame: readonly FrameRow[], size: number, levelsHidden: boolean): Table {
  const eligible = frame
    .filter(({ rank }) => rank !== null)
    .map(({ facts, rank }) => ({ ...readFacts(facts), rank: rank ?? 0 }));
  const drawn = eligible.filter(({ rank }) => rank <= size);
  return table({
    key: 'balance',
    title: 'Sample beside the eligible cases',
    sentence: 'Counts of cases, as at the draw.',
    columns: [
      { key: 'of', head: 'Of', kind: 'text' },
      { key: 'drawn', head: `${drawn.length} drawn`, kind: 'number' },
      { key: 'eligible', head: `${eligible.length} eligible`, kind: 'number' },
    ],
    rows: signs
      .filter(([, holds, tellsLevel]) => !(tellsLevel && levelsHidden) && eligible.some(holds))
      .map(([says, holds]) => ({
        of: text(says),
        drawn: number(drawn.filter(holds).length),
        eligible: number(eligible.filter(holds).length),
      })),
  });
}

/** How the draw fell on practitioners, in a sentence. */
export function practitionersIn(frame: readonly FrameRow[], size: number): string {
  const eligible = frame.filter(({ rank }) => rank !== null);
  const held = eligible.filter(({ rank }) => (rank ?? 0) <= size).map(({ practitionerId }) => practitionerId);
  const people = new Set(held.filter((id) => id !== null));
  const all = new Set(eligible.map(({ practitionerId }) => practitionerId).filter((id) => id !== null));
  const most = Math.max(0, ...[...people].map((id) => held.filter((holder) => holder === id).length));
  return `${people.size} of ${all.size} practitioners have a case in the draw, most for one person: ${most}.`;
}
