import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';
import type { Chrome } from './chrome.js';
import { fieldsNamedLikeHelpers } from './fields.js';
import { helpers } from './helpers.js';
import { createKept, isKept, type Keep } from './kept.js';
import { checked, propsOf } from './props.js';

export interface Views {
  /** The page as HTML: the view inside the layout. A variable that the model lacks throws. */
  render(view: string, model: object, chrome: Chrome): string;
}

const options: PrecompileOptions = {
  strict: true,
  explicitPartialContext: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
};

/**
 * Compiles every template under the folder, so that a broken one stops the start and not a visitor.
 * @param kept what becomes of parts whose HTML is kept
 */
export function createViews(viewsDir: string, kept: Keep = createKept()): Views {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(helpers);
  for (const name of templateNames(viewsDir)) {
    const source = readFileSync(join(viewsDir, `${name}.hbs`), 'utf8');
    const render = compiled(handlebars, name, source);
    handlebars.registerPartial(name, isKept(source) ? kept(name, render) : render);
  }
  const layout = template(handlebars, 'layout');
  return {
    render(view, model, chrome) {
      template(handlebars, view);
      return layout({ chrome, view, model });
    },
  };
}

function templateNames(viewsDir: string): string[] {
  const files = readdirSync(viewsDir, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length).replaceAll(sep, '/'));
}

function compiled(handlebars: typeof Handlebars, name: string, source: string): Handlebars.TemplateDelegate {
  const called = fieldsNamedLikeHelpers(source, Object.keys(helpers));
  if (called.length > 0)
    throw new Error(
      `${name}.hbs has a field named like a helper: ${called.join(', ')}. Show it with 'this.' before it.`,
    );
  try {
    // The types say that precompile returns the specification; it returns its source text.
    const script = handlebars.precompile(source, options) as unknown as string;
    const render = handlebars.template(runInThisContext(`(${script})`, `${name}.hbs`) as TemplateSpecification);
    const props = propsOf(source);
    return props === null ? render : checked(name, props, render);
  } catch (cause) {
    throw new Error(`The template ${name}.hbs can't be compiled: ${String(cause)}`, { cause });
  }
}

function template(handlebars: typeof Handlebars, name: string): Handlebars.TemplateDelegate {
  const found: unknown = handlebars.partials[name];
  if (typeof found !== 'function') throw new Error(`There is no template ${name}.hbs`);
  return found as Handlebars.TemplateDelegate;
}
