import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Chrome } from '../../../server/platform/handlebars/chrome.js';
import { createViews } from '../../../server/platform/handlebars/views.js';

const chrome: Chrome = {
  title: 'Samples',
  service: 'Northbeck',
  person: null,
  demo: false,
  menu: [],
  crumbs: [],
  faults: [],
  printed: 'Printed by Helen Pryce',
  layout: 'page',
  address: '/samples',
  scripts: [],
};

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'assay-views-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function rendered(templates: Record<string, string>, model: object): string {
  write({ layout: '{{> (lookup this "view") model}}', ...templates });
  return createViews(folder).render('page', model, chrome).trim();
}

function write(templates: Record<string, string>): void {
  for (const [name, source] of Object.entries(templates)) {
    const file = join(folder, `${name}.hbs`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, source);
  }
}

describe('a variable that the model lacks', () => {
  test.each([
    ['in the text', '{{missing}}'],
    ['in if', '{{#if missing}}x{{/if}}'],
    ['in unless', '{{#unless missing}}x{{/unless}}'],
    ['in each', '{{#each missing}}x{{/each}}'],
    ['in with', '{{#with missing}}x{{/with}}'],
    ['one level down', '{{#with there}}{{missing}}{{/with}}'],
    ['handed to a part', '{{> components/part name=missing}}'],
  ])('fails %s', (_where, page) => {
    const part = '{{!-- props: name --}}{{name}}';
    expect(() => rendered({ page, 'components/part': part }, { there: { a: 1 } })).toThrow(/missing|not defined|needs/);
  });

  test('null is a value: nothing is shown', () => {
    expect(rendered({ page: '[{{name}}{{#if name}}x{{/if}}]' }, { name: null })).toBe('[]');
  });
});

describe('a model that was kept', () => {
  beforeEach(() =>
    write({ layout: '{{chrome.title}}: {{> (lookup this "view") model}}', page: '{{name}} &', other: '{{name}}' }),
  );

  test('is drawn once for each view, inside what stands around it now', () => {
    const views = createViews(folder);
    let asked = 0;
    const model = {
      get name() {
        return `${(asked += 1)} <`;
      },
    };
    expect(views.render('page', model, chrome)).toBe('Samples: 1 &lt; &');
    expect(views.render('page', model, { ...chrome, title: 'Cases' })).toBe('Cases: 1 &lt; &');
    expect(views.render('other', model, chrome)).toBe('Samples: 2 &lt;');
  });

  test('says nothing of another that is the same but for a word', () => {
    const views = createViews(folder);
    expect(views.render('other', { name: 'Kofi' }, chrome)).toBe('Samples: Kofi');
    expect(views.render('other', { name: 'Hana' }, chrome)).toBe('Samples: Hana');
  });
});

describe('a part', () => {
  const part = '{{!-- props: name id=name hint=null size="m" --}}{{name}} {{id}} {{size}}{{#if hint}} {{hint}}{{/if}}';
  const using = (call: string): string => rendered({ page: call, 'components/part': part }, { typed: 'x' });

  test('fills in what it was not given', () => {
    expect(using('{{> components/part name="due"}}')).toBe('due due m');
    expect(using('{{> components/part name="due" id="a" hint=typed size="s"}}')).toBe('due a s x');
  });

  test('asks for what it needs', () => {
    expect(() => using('{{> components/part hint="x"}}')).toThrow("components/part needs 'name'");
  });

  test('refuses what it does not know', () => {
    expect(() => using('{{> components/part name="due" colour="red"}}')).toThrow("components/part takes no 'colour'");
  });

  test('sees nothing of the page that it was not given', () => {
    expect(() => rendered({ page: '{{> components/bare}}', 'components/bare': '{{typed}}' }, { typed: 'x' })).toThrow();
  });

  test('does not take the block of the part around it', () => {
    const box = '{{!-- props: of=null --}}[{{#if @block}}{{> @partial-block of}}{{/if}}]';
    const page = '{{#> components/box of=this}}{{typed}}{{> components/box}}{{/components/box}}';
    expect(rendered({ page, 'components/box': box }, { typed: 'x' })).toBe('[x[]]');
  });
});

test('what somebody typed is escaped', () => {
  expect(rendered({ page: '<p title="{{a}}">{{a}}</p>' }, { a: '"><script>' })).not.toContain('<script>');
});

test('an unknown helper stops the start, not a visitor', () => {
  write({ layout: 'x', page: '{{shout name}}' });
  expect(() => createViews(folder)).toThrow('page.hbs');
});

test('a view without a template is named', () => {
  write({ layout: 'x' });
  expect(() => createViews(folder).render('page', {}, chrome)).toThrow('There is no template page.hbs');
});

test('helpers: the same or one of a list, the first given, joined words', () => {
  const page =
    '{{#if (eq a "x")}}1{{/if}}{{#if (eq "y" list)}}2{{/if}}{{#if (eq "z" list)}}3{{/if}}{{or none a}}{{concat a "-hint"}}';
  expect(rendered({ page }, { a: 'x', list: ['x', 'y'], none: null })).toBe('12xx-hint');
});
