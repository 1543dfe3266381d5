/** One square stands for one case, or for one answer. */
export type Mark = 'yes' | 'in-part' | 'no' | 'not-evidenced' | 'does-not-apply' | 'no-answer';

/** The squares of one row as path data, a path for each look; an empty string where there is none. */
export interface Units {
  readonly width: number;
  /** More than twenty: it may be drawn smaller where there is no room. */
  readonly long: boolean;
  readonly filled: string;
  readonly hollow: string;
  readonly dashed: string;
  readonly line: string;
  readonly dot: string;
}

const step = 15;
const most = 40;

/** Lays out squares in the order given. Above 40 nobody counts them: then a bar shows the parts in their proportion. */
export function unitRow(marks: readonly Mark[]): Units {
  const scale = Math.min(1, most / Math.max(1, marks.length));
  const runs = scale < 1 ? together(marks, scale) : marks.map((mark, i) => ({ mark, x: i * step, width: 12 }));
  const paths = { filled: '', hollow: '', dashed: '', line: '', dot: '' };
  for (const run of runs) draw(paths, run);
  return {
    long: marks.length > 20,
    width: Math.max(12, Math.round(Math.min(marks.length, most) * step - 3)),
    ...paths,
  };
}

interface Run {
  readonly mark: Mark;
  readonly x: number;
  readonly width: number;
}

/** Neighbours of one kind become one stretch of the bar. */
function together(marks: readonly Mark[], scale: number): Run[] {
  const starts = marks.flatMap((mark, i) => (mark === marks[i - 1] ? [] : [i]));
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? marks.length;
    return {
      mark: marks[start] ?? 'no-answer',
      x: round(start * step * scale),
      width: round((end - start) * step * scale - 3),
    };
  });
}

function draw(paths: Record<keyof Omit<Units, 'width' | 'long'>, string>, { mark, x, width }: Run): void {
  const inner = round(Math.max(1, width - 1.5));
  const square = `M${x + 0.75} .75h${inner}v10.5h-${inner}z`;
  if (mark === 'yes') paths.filled += square;
  if (mark === 'no' || mark === 'in-part') paths.hollow += square;
  if (mark === 'in-part') paths.filled += `M${x + 0.75} 6h${inner}v5.25h-${inner}z`;
  if (mark === 'not-evidenced') paths.dashed += square;
  if (mark === 'does-not-apply') paths.line += `M${x + 2} 6h${round(Math.max(1, width - 4))}`;
  if (mark === 'no-answer') paths.dot += `M${round(x + width / 2)} 6h.01`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
