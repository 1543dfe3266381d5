/** One line of the table, and of the file. `ratio` is always median / bare, in the unit that the name ends with. */
export interface Figure {
  name: string;
  clients: number;
  median: number;
  /** Highest less lowest of the rounds. */
  spread: number;
  bare: number;
  ratio: number;
}

/** A figure with what it is meant to reach. */
export interface Measured extends Figure {
  aim: { atLeast: number } | { atMost: number } | null;
  /** Whether the aim is about the ratio or about the median itself. */
  of: 'ratio' | 'median';
}

export function measured(
  name: string,
  clients: number,
  rounds: readonly number[],
  bareRounds: readonly number[],
  aim: Measured['aim'] = null,
  of: Measured['of'] = 'ratio',
): Measured {
  const middle = median(rounds);
  const bare = median(bareRounds);
  const spread = Math.max(...rounds) - Math.min(...rounds);
  return { name, clients, median: middle, spread, bare, ratio: middle / bare, aim, of };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}

export function asTable(figures: readonly Measured[]): string {
  const rows = figures.map((f) => [
    f.name,
    String(f.clients),
    ...[f.median, f.spread, f.bare, f.ratio].map(short),
    aimInWords(f),
  ]);
  const heads = ['', 'clients', 'median', 'spread', 'bare', 'ratio', 'aim'];
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 || i === 6 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [heads, ...rows].map(line).join('\n');
}

export const asJson = (figures: readonly Measured[]): string =>
  JSON.stringify(
    figures.map(({ name, clients, median: middle, spread, bare, ratio }): Figure => ({
      name,
      clients,
      median: middle,
      spread,
      bare,
      ratio,
    })),
    null,
    2,
  );

function aimInWords(f: Measured): string {
  if (f.aim === null) return '';
  const value = f.of === 'ratio' ? f.ratio : f.median;
  const [words, isReached] =
    'atLeast' in f.aim
      ? [`${f.of} at least ${f.aim.atLeast}`, value >= f.aim.atLeast]
      : [`${f.of} at most ${f.aim.atMost}`, value <= f.aim.atMost];
  return `${words}: ${isReached ? 'reached' : 'missed'}`;
}

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
