import type { Band, FormDocument, SectionCap } from '../../domain/forms/document.js';
import { number, whole, words, type FieldFault, type Fields } from '../../domain/forms/draft/fields.js';
import { measuresOptions } from './begin.page.js';

/** What stands in the fields of the page about a form. */
export function savedAbout(form: FormDocument): Record<string, string> {
  const { about, bands = [], sectionCaps = [] } = form;
  const from = (grade: Band['grade']) => String(bands.find((band) => band.grade === grade)?.from ?? '');
  const cap = (grade: Band['grade']) => String(sectionCaps.find(({ atMost }) => atMost === grade)?.notSufficient ?? '');
  return {
    title: form.title,
    purpose: about.purpose,
    when: about.when,
    minutesFrom: String(about.minutes.from),
    minutesTo: String(about.minutes.to),
    time: about.time,
    scoring: about.scoring,
    remarks: (about.remarks ?? []).join('\n'),
    sources: about.sources.map(({ name, what }) => `${name}: ${what}`).join('\n'),
    measures: form.measures,
    agreement: form.agreement,
    toAdapt: form.draft ? 'yes' : 'no',
    graded: bands.length > 0 ? 'yes' : 'no',
    outstanding: from('outstanding'),
    good: from('good'),
    improve: from('requires-improvement'),
    allSufficient: bands.some(({ everySectionSufficient }) => everySectionSufficient) ? 'yes' : 'no',
    least: String(form.least ?? ''),
    capImprove: cap('requires-improvement'),
    capInadequate: cap('inadequate'),
  };
}

/** The form with what was typed into that page. */
export function withAbout(form: FormDocument, fields: Fields): { document: FormDocument; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const text = (name: string, most: number, missing: string) =>
    words(faults, name, fields.one(name), most, missing) ?? '';
  const minutes = (name: string) => whole(faults, name, fields.one(name), [1, 1000]) ?? missingNumber(faults, name);
  const about = {
    ...form.about,
    purpose: text('purpose', 1000, 'Say what the form finds out.'),
    when: text('when', 1000, 'Say when to use it, and on which cases.'),
    minutes: { from: minutes('minutesFrom'), to: minutes('minutesTo') },
    time: text('time', 1000, 'Say how long it takes, and what to read.'),
    scoring: text('scoring', 1000, 'Say how it scores.'),
    remarks: lines(fields.one('remarks')).slice(0, 20),
    sources: sourcesOf(faults, fields.one('sources')),
  };
  if (about.remarks.some((remark) => remark.length > 1000))
    faults.push({ field: 'remarks', message: 'Shorten each remark to 1,000 characters.' });
  if (about.minutes.to < about.minutes.from)
    faults.push({ field: 'minutesTo', message: 'The longest comes after the shortest.' });
  const { remarks, ...others } = about;
  const measures = measuresOptions.find(({ value }) => value === fields.one('measures'))?.value as
    FormDocument['measures'] | undefined;
  const document = {
    ...form,
    title: text('title', 120, 'Give the form a title.'),
    measures: measures ?? form.measures,
    agreement: fields.one('agreement') === 'light' ? ('light' as const) : ('full' as const),
    draft: fields.one('toAdapt') === 'yes' ? (true as const) : undefined,
    about: remarks.length > 0 ? about : others,
    ...gradeOf(faults, fields),
    sectionCaps: sectionCapsOf(faults, fields),
  };
  return { document, faults };
}

/** Bands from three numbers; 'Inadequate' is the rest. Without a grade there are no bands. */
function gradeOf(faults: FieldFault[], fields: Fields): Pick<FormDocument, 'bands' | 'least'> {
  if (fields.one('graded') !== 'yes') return { bands: undefined, least: undefined };
  const from = (name: string) => number(faults, name, fields.one(name), [0, 1]) ?? missingNumber(faults, name);
  const [outstanding, good, improve] = [from('outstanding'), from('good'), from('improve')];
  if (!(outstanding > good && good > improve && improve > 0)) {
    faults.push({ field: 'good', message: 'Let each grade begin at a lower score than the better one, above 0.' });
  }
  const all = fields.one('allSufficient') === 'yes' ? { everySectionSufficient: true as const } : {};
  return {
    bands: [
      { grade: 'outstanding', from: outstanding, ...all },
      { grade: 'good', from: good },
      { grade: 'requires-improvement', from: improve },
      { grade: 'inadequate', from: 0 },
    ],
    least: whole(faults, 'least', fields.one('least'), [1, 400]) ?? missingNumber(faults, 'least'),
  };
}

function sectionCapsOf(faults: FieldFault[], fields: Fields): SectionCap[] | undefined {
  const cap = (name: string, atMost: SectionCap['atMost']): SectionCap[] => {
    const notSufficient = whole(faults, name, fields.one(name), [1, 50]);
    return notSufficient === undefined ? [] : [{ notSufficient, atMost }];
  };
  const caps = [...cap('capImprove', 'requires-improvement'), ...cap('capInadequate', 'inadequate')];
  return caps.length > 0 ? caps : undefined;
}

/** One source a line: 'short name: what it stands for'. */
function sourcesOf(faults: FieldFault[], text: string): { name: string; what: string }[] {
  return lines(text)
    .slice(0, 60)
    .map((line) => {
      const [, name = '', what = ''] = /^([^:]{1,60}):\s*(.{1,400})$/.exec(line) ?? [];
      if (name === '')
        faults.push({
          field: 'sources',
          message: `Write ‘short name: what it stands for’ in the line ‘${line.slice(0, 40)}’.`,
        });
      return { name: name.trim(), what };
    });
}

function missingNumber(faults: FieldFault[], field: string): number {
  if (!faults.some((fault) => fault.field === field)) faults.push({ field, message: 'Give a number.' });
  return 1;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
