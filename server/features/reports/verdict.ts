import { fewestForRun, shiftOf } from '../../domain/statistics/run-rules.js';

/** What may be said of figures quarter by quarter: nothing before twelve, then whether there was a shift. */
export interface Verdict {
  /** For the chart; null while it is on trial. */
  verdict: string | null;
  conclusion: string;
  caption: string;
}

/** The verdict on the quarters that have a figure; `caption` says what the chart's marks are. */
export function verdictOf(values: readonly number[], caption: string): Verdict {
  const shift = shiftOf(values);
  if (shift !== null) return { verdict: inWords[shift], conclusion: inWords[shift], caption };
  return {
    verdict: null,
    conclusion: 'Whether this is rising or falling can’t be said yet.',
    caption: `It takes ${fewestForRun} quarters to test for a shift; these are ${values.length}. Points are drawn hollow until then. ${caption}`,
  };
}

const inWords = {
  up: 'A shift: seven quarters in a row above the median.',
  down: 'A shift: seven quarters in a row below the median.',
  none: 'No shift: never seven quarters in a row on one side of the median.',
};
