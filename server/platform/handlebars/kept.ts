import type Handlebars from 'handlebars';

/** Whether a part's HTML is kept: its first line says so, `{{!-- kept --}}` or `{{!-- kept props: name --}}`. */
export const isKept = (source: string): boolean => /^\{\{!-- kept\b/.test(source);

/** Makes a part that keeps its HTML out of one that draws it. */
export type Keep = (part: string, render: Handlebars.TemplateDelegate) => Handlebars.TemplateDelegate;

/** How many pieces of HTML are kept in all; the oldest goes first. */
const most = 2000;

/**
 * Keeps the HTML of parts by what they were given, for whoever is shown the same next. What a part is given is written
 * out as text, and its HTML is made from that text alone: nothing else can be in it, so nobody is shown an old or another
 * reader's words. Only plain data can be given, and a part that is kept takes no block.
 */
export function createKept(): Keep {
  const known = new Map<string, string>();
  return (part, render) => (given: unknown) => {
    const text = JSON.stringify(given);
    const key = `${part} ${text}`;
    let html = known.get(key);
    if (html === undefined) {
      const oldest = known.keys().next();
      if (known.size >= most && !oldest.done) known.delete(oldest.value);
      known.set(key, (html = render(JSON.parse(text))));
    }
    return html;
  };
}
