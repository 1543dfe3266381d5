import Handlebars from 'handlebars';

/**
 * The fields that a template shows under the name of a helper, such as `{{with}}`: Handlebars would call the helper in
 * their place, and only for the visitor who comes to that line. `{{this.with}}` shows the field.
 */
export function fieldsNamedLikeHelpers(source: string, helpers: readonly string[]): string[] {
  const shown = new Shown();
  shown.accept(Handlebars.parse(source));
  return shown.names.filter((name) => helpers.includes(name));
}

/** Every path that is shown as it stands, without anything handed to it. */
class Shown extends Handlebars.Visitor {
  readonly names: string[] = [];

  override MustacheStatement({ path, params }: hbs.AST.MustacheStatement): void {
    if (params.length === 0 && isPath(path)) this.names.push(path.original);
  }
}

const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === 'PathExpression';
