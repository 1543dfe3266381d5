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

describe('a field that bears the name of a helper', () => {
  test.each(['{{with}}', '{{#if there}}{{each}}{{/if}}'])('stops the start: %s', (page) => {
    write({ layout: '', page });
    expect(() => createViews(folder)).toThrow(/field named like a helper/);
  });

  test('is fine one level out or as a word, and so are the helpers themselves', () => {
    write({ layout: '', page: '{{#with there}}{{../plus}}{{this.eq}}{{#if (eq name "with")}}x{{/if}}{{/with}}' });
    expect(() => createViews(folder)).not.toThrow();
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
