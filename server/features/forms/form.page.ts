import { minutesInWords } from '../../domain/forms/minutes.js';
import { conditionInWords } from '../../domain/forms/condition-in-words.js';
import type { Cap, FormDocument, Guidance, Item, Section } from '../../domain/forms/document.js';
import { mayReadService } from '../../domain/forms/subject.js';
import { gradeName, optionsOf } from '../../domain/forms/scales.js';
import { themeName } from '../../domain/forms/themes.js';
import { markInWords } from '../../domain/forms/marks.js';
import type { LocalValues } from '../settings/local-values.js';
import { formatDate } from '../../domain/calendar/format-date.js';
import { londonDate } from '../../domain/calendar/london-date.js';
import type { FormVersion } from './forms.store.js';
import { limitFacts, uncheckedInWords } from './limit-facts.js';
import { questionCount } from './forms.page.js';

/** A form on paper: what it is for, how it scores, and every question with its answers and guidance. */
export interface FormPage {
  title: string;
  sentence: string;
  acts: { text: string; href: string; kind: string }[];
  told: string | null;
  versions: { text: string; href: string; isShown: boolean }[];
  /** Null for a re-audit, which is no form to take away. */
  fileHref: string | null;
  /** To be adapted before it is relied on. */
  isDraft: boolean;
  purpose: string;
  when: string;
  time: string;
  scoring: string;
  remarks: string[];
  bands: { name: string; text: string }[];
  sources: { name: string; what: string }[];
  sections: FormSection[];
}

interface FormSection {
  id: string;
  number: number;
  title: string;
  count: string;
  text: string | null;
  when: string | null;
  questions: FormQuestion[];
}

export interface FormQuestion {
  number: string;
  question: string;
  answers: string[];
  isText: boolean;
  good: string | null;
  weak: string | null;
  guidance: string | null;
  facts: { name: string; text: string }[];
}

/** What stands around a form: its versions, the newest first, whether it is retired and whether the reader writes forms. */
export interface AroundForm {
  versions: readonly FormVersion[];
  retiredAt: string | null;
  mayWrite: boolean;
  /** The reader may begin an audit of the service itself. */
  mayAuditService: boolean;
  /** The service's own limits, for an order that begins today. */
  own: LocalValues;
}

export function formPage(v: FormVersion, around: AroundForm): FormPage {
  const form = v.document;
  const { purpose, when, time, scoring, remarks = [], sources } = form.about;
  return {
    title: form.title,
    sentence: `Version ${v.version}, published ${formatDate(londonDate(v.publishedAt))}. ${questionCount(form)} questions at most, ${minutesInWords(form)}.`,
    acts: actsOf(v, around),
    told: toldOf(v, around),
    versions: around.versions.map(({ id, version, publishedAt }) => ({
      text: `Version ${version}, ${formatDate(londonDate(publishedAt))}`,
      href: `/forms/${form.key}?version=${version}`,
      isShown: id === v.id,
    })),
    fileHref: v.origin === 're-audit' ? null : `/forms/${form.key}/file`,
    isDraft: form.draft === true,
    purpose,
    when,
    time,
    scoring,
    remarks: [...remarks, uncheckedInWords(form)].filter((remark) => remark !== null),
    bands: bandsInWords(form),
    sources,
    sections: form.sections.map((section, i) => formSection(form, around.own, section, i + 1)),
  };
}

function actsOf(
  { key, origin, document }: FormVersion,
  { retiredAt, mayWrite, mayAuditService }: AroundForm,
): FormPage['acts'] {
  const act = (text: string, href: string) => ({ text, href, kind: 'secondary' });
  const writing = [
    act(origin === 'service' ? 'Write the next version' : 'Begin a form of our own', `/forms/drafts/copy?form=${key}`),
    act(retiredAt === null ? 'Retire' : 'Bring back', `/forms/${key}/retirement`),
  ];
  const ofService = mayAuditService && retiredAt === null && mayReadService(document);
  return [
    ...(origin === 're-audit' ? [] : [act('Try it', `/forms/${key}/trial`)]),
    ...(ofService ? [act('Audit the service with it', `/samples/service?form=${key}`)] : []),
    ...(mayWrite && origin !== 're-audit' ? writing : []),
  ];
}

function toldOf({ version }: FormVersion, { versions, retiredAt }: AroundForm): string | null {
  const newest = versions[0]?.version ?? version;
  if (version < newest) return `This is an earlier version. The newest is version ${newest}.`;
  return retiredAt === null ? null : `Retired on ${formatDate(londonDate(retiredAt))}: not offered for new samples.`;
}

/** The bands from the best down: 'from 0.90', and for the lowest 'under 0.45'. */
function bandsInWords({ bands = [] }: FormDocument): FormPage['bands'] {
  const down = [...bands].sort((a, b) => b.from - a.from);
  return down.map((band, i) => {
    const above = down[i - 1];
    const from = band.from === 0 && above ? `under ${above.from.toFixed(2)}` : `from ${band.from.toFixed(2)}`;
    return {
      name: gradeName(band.grade),
      text: band.everySectionSufficient ? `${from}, and every section judged Sufficient` : from,
    };
  });
}

const aboutWords: Record<Section['about'], string> = {
  practice: 'about practice',
  oversight: "about the manager's part",
  partners: 'about working together',
  service: 'about the service',
};

function formSection(form: FormDocument, own: LocalValues, section: Section, number: number): FormSection {
  return {
    id: section.key,
    number,
    title: section.title,
    count: `${section.items.length} questions, ${aboutWords[section.about]}${section.core ? ', core' : ''}`,
    text: section.text ?? null,
    when: section.when ? `Asked when ${conditionInWords(form, section.when)}.` : null,
    questions: section.items.map((item, i) => formQuestion(form, own, item, `${number}.${i + 1}`)),
  };
}

function formQuestion(form: FormDocument, own: LocalValues, item: Item, number: string): FormQuestion {
  const guidance: Guidance = item.guidance ?? {};
  return {
    number,
    question: item.question,
    answers:
      item.kind === 'choice' || item.kind === 'judgement' ? optionsOf(form, item).map((option) => option.label) : [],
    isText: item.kind === 'text',
    good: guidance.good ?? null,
    weak: guidance.weak ?? null,
    guidance: guidance.text ?? null,
    facts: factsOf(form, own, item),
  };
}

function factsOf(form: FormDocument, own: LocalValues, item: Item): { name: string; text: string }[] {
  const facts: { name: string; text: string | null }[] = [
    { name: 'Asked when', text: item.when ? conditionInWords(form, item.when) : null },
    { name: 'From, to', text: item.kind === 'timescale' ? `${item.from.label}, ${item.to.label}` : null },
    ...limitFacts(form, item, own),
    { name: 'Themes', text: 'themes' in item && item.themes?.length ? item.themes.map(themeName).join(', ') : null },
    { name: 'Counts', text: 'weight' in item && item.weight === 2 ? 'double' : null },
    {
      name: 'Limits the grade',
      text: 'caps' in item && item.caps ? item.caps.map((cap) => capInWords(form, item, cap)).join('; ') : null,
    },
    { name: 'Documents to have ready', text: item.kind === 'choice' ? (item.prepare?.documents ?? null) : null },
    { name: 'Whom to ask', text: item.kind === 'choice' ? (item.prepare?.people ?? null) : null },
    { name: 'Source', text: item.source ?? null },
    { name: 'How sure', text: item.mark === undefined ? null : markInWords(item.mark) },
  ];
  return facts.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }]));
}

function capInWords(form: FormDocument, item: Item, cap: Cap): string {
  const labels =
    item.kind === 'choice' || item.kind === 'judgement'
      ? cap.answers.map((key) => optionsOf(form, item).find((option) => option.key === key)?.label ?? key)
      : cap.answers;
  const when = cap.when ? `, when ${conditionInWords(form, cap.when)}` : '';
  return `${labels.join(' or ')}: at most ${gradeName(cap.atMost)}${when}`;
}
