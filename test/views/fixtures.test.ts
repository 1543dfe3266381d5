import { mkdtempSync, readFileSync, rmSync, cpSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createViews, type Views } from '../../server/platform/handlebars/views.js';
import { chrome } from './gallery.js';

type Options = Record<string, unknown>;

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

/** For each of our parts: the design system's component, its options that we take, and our names for them. */
const parts: Record<string, { component: string; takes: string[]; props: (options: Options) => Options }> = {
  button: {
    component: 'button',
    takes: [
      'text',
      'href',
      'name',
      'value',
      'id',
      'type',
      'disabled',
      'preventDoubleClick',
      'classes=govuk-button--secondary',
      'classes=govuk-button--warning',
    ],
    props: (o) => ({
      ...only(o, ['text', 'href', 'name', 'value', 'id', 'type', 'disabled']),
      once: o.preventDoubleClick ?? false,
      kind: modifier(o.classes),
    }),
  },
  input: {
    component: 'input',
    takes: [
      ...field(),
      'value',
      'type',
      'inputmode',
      'autocomplete',
      'spellcheck',
      'prefix.text',
      'suffix.text',
      ...['2', '3', '4', '5', '10', '20'].map((n) => `classes=govuk-input--width-${n}`),
    ],
    props: (o) => ({
      ...named(o),
      ...only(o, ['value', 'type', 'inputmode', 'autocomplete']),
      ...spelling(o),
      prefix: textOf(o.prefix),
      suffix: textOf(o.suffix),
      width: modifier(o.classes)?.replace('width-', '') ?? null,
    }),
  },
  textarea: {
    component: 'textarea',
    takes: [...field(), 'value', 'rows', 'spellcheck'],
    props: (o) => ({ ...named(o), ...only(o, ['value']), ...spelling(o), rows: o.rows ?? 5 }),
  },
  select: {
    component: 'select',
    takes: [...field(), 'items', 'items.value', 'items.text', 'items.selected', 'value'],
    props: (o) => ({ ...named(o), options: choices(o), value: chosen(o, 'selected')[0] ?? null }),
  },
  file: {
    component: 'file-upload',
    takes: [...field(), 'multiple'],
    props: (o) => ({ ...named(o), ...only(o, ['multiple']) }),
  },
  radios: {
    component: 'radios',
    takes: group('radios'),
    props: (o) => ({ ...grouped(o), value: chosen(o, 'checked')[0] ?? null }),
  },
  checkboxes: {
    component: 'checkboxes',
    takes: group('checkboxes'),
    props: (o) => ({ ...grouped(o), value: chosen(o, 'checked') }),
  },
  details: {
    component: 'details',
    takes: ['summaryText', 'text', 'id', 'open'],
    props: (o) => ({ summary: o.summaryText, ...only(o, ['text', 'id', 'open']) }),
  },
  older: {
    component: 'pagination',
    takes: ['previous.href', 'next.href'],
    props: (o) => ({ newest: hrefOf(o.previous), older: hrefOf(o.next), newestText: 'Previous', olderText: 'Next' }),
  },
  faults: {
    component: 'error-summary',
    takes: ['titleText', 'errorList', 'errorList.text', 'errorList.href'],
    props: (o) => ({
      title: o.titleText,
      faults: ((o.errorList ?? []) as Options[]).map((e) => ({ message: e.text, href: e.href ?? null })),
    }),
  },
};

/** Our options always have a value and a text, none is left out, and one value says which is chosen. */
const notOurs = [
  "don't prevent double click",
  'with falsy items',
  'with falsy values',
  'without values',
  'without values with selected value',
  'item selected overrides value',
  'item checked overrides value',
  'item checked overrides values',
];

let folder: string;
let views: Views;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-fixtures-'));
  cpSync(join(__dirname, '../../views/components'), join(folder, 'components'), { recursive: true });
  writeFileSync(join(folder, 'layout.hbs'), '{{> (lookup this "view") model}}');
  views = createViews(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

let compared = 0;
afterAll(() => process.stdout.write(`${compared} fixtures of the design system compared\n`));

describe.each(Object.entries(parts))('%s', (part, { component, takes, props }) => {
  const fixtures = fixturesOf(component).filter(
    (f) => !notOurs.includes(f.name) && paths(f.options).every((path) => takes.includes(path)),
  );

  test('has fixtures to be compared with', () => expect(fixtures.length).toBeGreaterThan(0));

  test.each(fixtures.map((f) => [f.name, f] as const))('is as the design system draws it: %s', (_name, fixture) => {
    compared += 1;
    expect(normal(views.render(`components/${part}`, props(fixture.options), chrome))).toBe(normal(fixture.html));
  });
});

function fixturesOf(component: string): Fixture[] {
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

/** The options used, as paths; a class with what it says, since only some are ours. */
function paths(options: Options, before = ''): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    const path = before + name;
    if (name === 'classes') return value === '' ? [] : [`${path}=${String(value)}`];
    if (Array.isArray(value))
      return [
        path,
        ...value.flatMap((v) => (typeof v === 'object' && v ? paths(v as Options, `${path}.`) : [`${path}.text`])),
      ];
    return typeof value === 'object' && value !== null ? paths(value as Options, `${path}.`) : [path];
  });
}

/** Same elements, attributes in any order, blanks between tags and at the edges of text ignored; our word for an error. */
function normal(html: string): string {
  return html
    .replaceAll('Fault:', 'Error:')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replace(/<([a-z][\w-]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/gi, (_tag, name: string, attributes: string) => {
      const sorted = (attributes.match(/[\w-]+(="[^"]*")?/g) ?? []).map((a) => a.trim()).sort();
      return `<${[name, ...sorted].join(' ')}>`;
    })
    .replace(/\s+/g, ' ')
    .replace(/\s*(<[^>]+>)\s*/g, '$1')
    .trim();
}

function field(): string[] {
  return [
    'name',
    'id',
    'label.text',
    'hint.text',
    'errorMessage.text',
    ...['s', 'm', 'l'].map((size) => `label.classes=govuk-label--${size}`),
  ];
}

function group(kind: string): string[] {
  return [
    'name',
    'idPrefix',
    'fieldset.legend.text',
    ...['s', 'm', 'l', 'xl'].map((size) => `fieldset.legend.classes=govuk-fieldset__legend--${size}`),
    'hint.text',
    'errorMessage.text',
    'items',
    ...['value', 'text', 'checked', 'disabled', 'hint.text'].map((name) => `items.${name}`),
    'value',
    'values',
    'values.text',
    `classes=govuk-${kind}--inline`,
    `classes=govuk-${kind}--small`,
  ];
}

function named(o: Options): Options {
  const label = o.label as Options;
  return {
    ...only(o, ['name', 'id']),
    label: label.text,
    size: modifier(label.classes),
    hint: textOf(o.hint),
    fault: textOf(o.errorMessage),
  };
}

function grouped(o: Options): Options {
  const legend = (o.fieldset as { legend?: Options } | undefined)?.legend;
  return {
    name: o.name,
    ...(o.idPrefix === undefined ? {} : { id: o.idPrefix }),
    legend: textOf(legend),
    size: modifier(legend?.classes),
    hint: textOf(o.hint),
    fault: textOf(o.errorMessage),
    options: choices(o),
    inline: String(o.classes).endsWith('--inline'),
    small: String(o.classes).endsWith('--small'),
  };
}

const choices = (o: Options): Options[] =>
  ((o.items ?? []) as Options[]).map((item) => ({
    value: word(item.value),
    text: item.text,
    ...(item.hint ? { hint: textOf(item.hint) } : {}),
    ...(item.disabled ? { disabled: true } : {}),
  }));

function chosen(o: Options, flag: string): string[] {
  const listed = (o.values as string[] | undefined) ?? (o.value === undefined ? [] : [word(o.value)]);
  return [...listed, ...((o.items ?? []) as Options[]).filter((item) => item[flag]).map((item) => String(item.value))];
}

const only = (o: Options, names: string[]): Options =>
  Object.fromEntries(names.filter((name) => o[name] !== undefined).map((name) => [name, o[name]]));
const spelling = (o: Options): Options => (o.spellcheck === undefined ? {} : { spellcheck: word(o.spellcheck) });
const textOf = (o: unknown): unknown => (o as Options | undefined)?.text ?? null;
const hrefOf = (o: unknown): unknown => (o as Options | undefined)?.href ?? null;
const modifier = (classes: unknown): string | null =>
  typeof classes === 'string' ? (classes.split('--')[1] ?? null) : null;
const word = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value).replaceAll('"', ''));
