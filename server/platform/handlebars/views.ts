import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';
import type { Chrome } from './chrome.js';
import { helpers } from './helpers.js';
import { checked, propsOf } from './props.js';

export interface Views {
  /**
   * The page as HTML: the view inside the layout. A variable that the model lacks throws. A model never changes once it
   * was shown: a feature that keeps one for the next visitor has its view drawn once.
   */
  render(view: string, model: object, chrome: Chrome): string;
}

const options: PrecompileOptions = {
  strict: true,
  explicitPartialContext: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
};

/** Compiles every template under the folder, so that a broken one stops the start and not a visitor. */
export function createViews(viewsDir: string): Views {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(helpers);
  for (const name of templateNames(viewsDir)) {
    handlebars.registerPartial(name, compiled(handlebars, name, readFileSync(join(viewsDir, `${name}.hbs`), 'utf8')));
  }
  handlebars.registerPartial(asDrawn, (html: string) => html);
  const layout = template(handlebars, 'layout');
  const drawn = new WeakMap<object, Map<string, string>>();
  return {
    render(view, model, chrome) {
      let views = drawn.get(model);
      if (!views) drawn.set(model, (views = new Map<string, string>()));
      let html = views.get(view);
      if (html === undefined) views.set(view, (html = template(handlebars, view)(model)));
      return layout({ chrome, view: asDrawn, model: html });
    },
  };
}

/** Takes the place of a view in the layout once its HTML is there. */
const asDrawn = ' as drawn';

function templateNames(viewsDir: string): string[] {
  const files = readdirSync(viewsDir, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length).replaceAll(sep, '/'));
}

function compiled(handlebars: typeof Handlebars, name: string, source: string): Handlebars.TemplateDelegate {
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
