import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createChance } from '../../server/commands/demo/chance.js';
import { fillForm } from '../../server/commands/demo/fill-form.js';
import type { FilledForm } from '../../server/domain/forms/filled.js';
import { optionsOf } from '../../server/domain/forms/scales.js';
import { measured, type Measured } from './figures.js';
import { largeForm } from './large-form.js';
import { root } from './processes.js';

const settings = { readOn: '2026-11-24', acceptedReasons: new Set<string>(), limits: {} };

/** What is measured is what was built: this process reads TypeScript in a slower way. */
const built = (path: string): Promise<unknown> => import(join(root, 'dist', `${path}.js`));

/**
 * What applies to the large form, what it scores and what is missing, against a bare loop over its items that looks up
 * each answer and adds weight times worth; then the checker over the whole library, against reading its JSON.
 */
export async function formEngine(rounds: number): Promise<Measured[]> {
  const { whatApplies } = (await built(
    'domain/forms/applies',
  )) as typeof import('../../server/domain/forms/applies.js');
  const { gaps } = (await built('domain/forms/gaps')) as typeof import('../../server/domain/forms/gaps.js');
  const { scoreAudit } = (await built(
    'domain/scoring/score-audit',
  )) as typeof import('../../server/domain/scoring/score-audit.js');
  const filled = filledInWhole();
  const engine = {
    'what applies and the score': () => scoreAudit(filled, settings, whatApplies(filled)),
    'what applies, what is missing and the score': () => {
      const applying = whatApplies(filled);
      return [gaps(filled, settings, applying), scoreAudit(filled, settings, applying)];
    },
  };
  const figures = Object.entries(engine).map(([name, work]) => {
    const [ours, theirs] = interleaved(rounds, 200, work, () => bareScore(filled));
    return measured(`${name}, 120 items (microseconds)`, 1, ours, theirs, { atMost: 10 });
  });
  return [...figures, await checkingTheLibrary(rounds)];
}

function filledInWhole(): FilledForm {
  const occurrences = [0, 1, 2].flatMap((e) => [1, 2, 3].map((occurrence) => ({ group: `each-${e}`, occurrence })));
  const start = { form: largeForm(), facts: { 'days-supervised': 120 }, answers: [], occurrences };
  return { ...start, ...fillForm(start, { skill: () => 0.6, chance: createChance(4), settings }) };
}

/** The least that gives a score: no condition, no row, no cap, no theme. */
function bareScore({ form, answers }: FilledForm): number {
  const given = new Map(answers.map((answer) => [`${answer.item} ${answer.occurrence}`, answer]));
  let [points, weight] = [0, 0];
  for (const { items } of form.sections) {
    for (const item of items) {
      const value = given.get(`${item.key} 0`)?.value;
      const worth = optionsOf(form, item).find(({ key }) => key === value)?.worth;
      if (worth === undefined || !('weight' in item) || item.weight === undefined) continue;
      points += item.weight * worth;
      weight += item.weight;
    }
  }
  return points / weight;
}

async function checkingTheLibrary(rounds: number): Promise<Measured> {
  const { checkFiles, readerIn, shippedFiles } = (await built(
    'features/forms/check-files',
  )) as typeof import('../../server/features/forms/check-files.js');
  const schemas = join(root, 'schemas');
  const files = shippedFiles(schemas);
  const check = () => {
    const faulty = checkFiles(readerIn(schemas), files, []).filter(({ problems }) => problems.length > 0);
    if (faulty.length > 0) throw new Error(`${faulty[0]?.file} has a fault.`);
  };
  const read = () => files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown);
  const [ours, theirs] = interleaved(Math.min(rounds, 3), 1, check, read).map((times) => times.map((t) => t / 1000));
  return measured(
    `checking all ${files.length} forms of the library (ms)`,
    1,
    ours ?? [],
    theirs ?? [],
    { atMost: 1000 },
    'median',
  );
}

/** Microseconds that each takes, in turns, once both are warm. */
function interleaved(rounds: number, times: number, work: () => unknown, bare: () => unknown): [number[], number[]] {
  const took: [number[], number[]] = [[], []];
  for (let round = -3; round < rounds; round += 1) {
    for (const [i, one] of [work, bare].entries()) {
      const from = process.hrtime.bigint();
      for (let n = 0; n < times; n += 1) one();
      if (round >= 0) took[i]?.push(Number(process.hrtime.bigint() - from) / 1000 / times);
    }
  }
  return took;
}
