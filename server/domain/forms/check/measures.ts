import { caseFactOf } from '../facts.js';
import type { FormDocument, TimescaleItem } from '../document.js';
import type { FormProblem } from '../fault.js';
import { placesOf } from './places.js';

/** Timescales and numbers: dates are proposed from facts that hold one, every limit can come to be used. */
export function checkMeasures(form: FormDocument): FormProblem[] {
  return placesOf(form).flatMap(({ item, path }): FormProblem[] => {
    if (item.kind === 'timescale') return [...unknownDates(item, path), ...unusedLimits(item, path)];
    const empty =
      item.kind === 'number' && item.least !== undefined && item.most !== undefined && item.least > item.most;
    return empty
      ? [{ path, message: 'the smallest number lies above the largest', remedy: 'Exchange the two, or correct one.' }]
      : [];
  });
}

function unknownDates(item: TimescaleItem, path: string): FormProblem[] {
  return (['from', 'to'] as const).flatMap((which) => {
    const { fact } = item[which];
    if (fact === undefined || caseFactOf(fact)?.holds === 'date') return [];
    return [
      {
        path: `${path}/${which}/fact`,
        message: `there is no case fact ‘${fact}’ that holds a date`,
        remedy: 'Name one that does, or take it out.',
      },
    ];
  });
}

function unusedLimits({ limits }: TimescaleItem, path: string): FormProblem[] {
  const always = limits.findIndex(({ when }) => when === undefined);
  if (always < 0 || always === limits.length - 1) return [];
  return [
    {
      path: `${path}/limits/${always + 1}`,
      message: 'this limit is never used: the one before it always holds',
      remedy: 'Give the one before a condition, or put it last.',
    },
  ];
}
