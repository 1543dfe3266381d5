/** A finished chart. The part `components/chart` is the only place that prints it unescaped. */
export interface Drawing {
  readonly title: string;
  readonly svg: string;
}

export interface Described {
  /** Unique in its page: the title and the description are found by it. */
  readonly id: string;
  readonly title: string;
}

/** All charts are drawn 760 wide; the stylesheet scales them. */
export const width = 760;

/** An SVG with its title and description for those who can't see it. `marks` are already safe. */
export function drawing(
  { id, title }: Described,
  height: number,
  description: string,
  marks: readonly string[],
): Drawing {
  const svg =
    `<svg class="chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${esc(id)}-t ${esc(id)}-d">` +
    `<title id="${esc(id)}-t">${esc(title)}</title><desc id="${esc(id)}-d">${esc(description)}</desc>${marks.join('')}</svg>`;
  return { title, svg };
}

type Attributes = Readonly<Record<string, string | number | null>>;

/** Text at its place; what it says is escaped. */
export function words(x: number, y: number, says: string, attributes: Attributes = {}): string {
  return `<text x="${round(x)}" y="${round(y)}"${list(attributes)}>${esc(says)}</text>`;
}

export function mark(name: 'path' | 'circle' | 'rect', attributes: Attributes): string {
  return `<${name}${list(attributes)}/>`;
}

/** A range with ends, lying or standing. */
export const lying = (from: number, to: number, y: number): string =>
  mark('path', {
    class: 'c-range',
    d: `M${round(from)} ${y}H${round(to)}M${round(from)} ${y - 5}v10M${round(to)} ${y - 5}v10`,
  });

export const standing = (x: number, top: number, bottom: number): string =>
  mark('path', {
    class: 'c-range',
    d: `M${x} ${round(top)}V${round(bottom)}M${x - 4} ${round(top)}h8M${x - 4} ${round(bottom)}h8`,
  });

export const round = (value: number): number => Math.round(value * 10) / 10;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const esc = (says: string): string => says.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');

const list = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? round(value) : esc(value ?? '')}"`)
    .join('');
