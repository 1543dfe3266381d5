import type Handlebars from 'handlebars';

/** What a part takes, from its first line: `{{!-- props: name label value="" id=name hint=null --}}`. */
export interface Prop {
  readonly name: string;
  /** Null: it must be given. */
  readonly byDefault: { readonly value: unknown } | { readonly sameAs: string } | null;
}

export function propsOf(source: string): Prop[] | null {
  const line = /^\{\{!-- (?:kept )?props:(.*?)--\}\}/s.exec(source);
  if (line?.[1] === undefined) return null;
  const words = line[1].match(/[\w-]+(?:=(?:"[^"]*"|[^\s"]+))?/g) ?? [];
  return words.map(prop);
}

function prop(word: string): Prop {
  const at = word.indexOf('=');
  if (at < 0) return { name: word, byDefault: null };
  const given = word.slice(at + 1);
  const isName = /^[a-z]\w*$/i.test(given) && !['null', 'true', 'false'].includes(given);
  return { name: word.slice(0, at), byDefault: isName ? { sameAs: given } : { value: JSON.parse(given) as unknown } };
}

/** A part that refuses what it doesn't know, asks for what it needs, and fills in the rest. */
export function checked(
  part: string,
  props: readonly Prop[],
  render: Handlebars.TemplateDelegate,
): Handlebars.TemplateDelegate {
  const names = new Set(props.map((p) => p.name));
  return (context: Record<string, unknown> | undefined, options) => {
    const given = context ?? {};
    const unknown = Object.keys(given).find((name) => !names.has(name));
    if (unknown !== undefined) throw new Error(`${part} takes no '${unknown}'`);
    return render(filled(part, props, given), withOwnBlock(options));
  };
}

function filled(part: string, props: readonly Prop[], given: Record<string, unknown>): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const { name, byDefault } of props) {
    if (name in given) all[name] = given[name];
    else if (byDefault !== null) all[name] = 'sameAs' in byDefault ? all[byDefault.sameAs] : byDefault.value;
    if (all[name] === undefined) throw new Error(`${part} needs '${name}'`);
  }
  return all;
}

/**
 * Tells a part by `@block` whether it has a block: without one of its own it would find that of the part around it. The
 * options were made for this one call; only what stands in `data` is shared with the part around.
 */
function withOwnBlock(options: Handlebars.RuntimeOptions | undefined): Handlebars.RuntimeOptions {
  const own = options ?? {};
  const block = (own as { fn?: unknown }).fn !== undefined;
  own.data = { ...(own.data as object | undefined), block };
  return own;
}
