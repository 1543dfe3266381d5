import { sectionStates, stateInWords, type SectionState } from '../../domain/audits/section-states.js';
import type { ApplyingSection, LeftOut } from '../../domain/forms/applies.js';
import { gatewaySettles } from '../../domain/forms/gateway.js';
import type { Question } from '../../domain/forms/filled.js';
import { placeOf } from '../../domain/audits/item-of.js';
import { questionPage, type QuestionPage, type Redraw } from './question.page.js';
import { questionId } from './question-numbers.js';
import type { Reading } from './reading.js';
import { stripOf, type Strip } from './strip.page.js';

export const filters = ['all', 'unanswered', 'later', 'gaps'] as const;
export type Filter = (typeof filters)[number];

/** One section as a form. */
export interface SectionPage {
  key: string;
  title: string;
  where: string;
  text: string | null;
  progress: string;
  show: Filter;
  filters: { text: string; href: string; current: boolean }[];
  sections: SectionsList;
  leftOut: { text: string; href: string | null; link: string | null }[];
  blocks: Block[];
  nothing: string | null;
  before: { text: string; href: string } | null;
  /** What the button says. */
  onward: string;
}

/** The list at the side. */
export interface SectionsList {
  summary: string;
  place: string;
  gaps: string | null;
  list: { text: string; href: string; state: string; gaps: string | null; current: boolean }[];
  leftOut: string[];
  submission: string;
}

export type Block =
  | {
      kind: 'question';
      isQuestion: true;
      question: QuestionPage;
      gateway: Gateway | null;
      strip: Strip | null;
      isJudgement: boolean;
    }
  | { kind: 'group'; isQuestion: false; group: GroupPage };

/** Where the thing does not exist: one press marks what follows. */
export interface Gateway {
  item: string;
  press: string;
}

export interface GroupPage {
  id: string;
  key: string;
  title: string;
  rows: { number: number; row: number; title: string; questions: QuestionPage[] }[];
  none: boolean;
  noneWords: string;
  isGap: boolean;
  add: string;
  fault: string | null;
}

export function sectionPage(
  reading: Reading,
  current: ApplyingSection,
  show: Filter,
  redraw: Redraw,
  sentBack: ReadonlyMap<string, string[]>,
): SectionPage {
  const { applying, shown, base } = reading;
  const states = sectionStates(applying, reading.missing);
  const at = applying.sections.indexOf(current);
  const [before, next] = [applying.sections[at - 1], applying.sections[at + 1]];
  const drawn = blocksOf(reading, current, redraw, sentBack);
  const blocks = drawn.flatMap((block) => filtered(block, show));
  const { section } = current;
  return {
    key: section.key,
    title: section.title,
    where: `${shown.form.title} · section ${at + 1} of ${applying.sections.length}`,
    text: section.text ?? null,
    progress: progressOf(states),
    show,
    filters: filterLinks(`${base}/${section.key}`, drawn, show),
    sections: sectionsList(reading, states, section.key),
    leftOut: leftOutOf(reading, section.key),
    blocks,
    nothing: blocks.length === 0 ? nothingWords[show] : null,
    before: before ? { text: `Back to ${before.section.title}`, href: `${base}/${before.section.key}` } : null,
    onward: next ? `Save and go on to ${next.section.title}` : 'Save and go on to submission',
  };
}

const nothingWords: Record<Filter, string> = {
  all: 'Nothing is asked here.',
  unanswered: 'Every question here is answered.',
  later: 'There is nothing here that you wanted to come back to.',
  gaps: 'Nothing is missing in what you have answered here.',
};

function progressOf(states: readonly SectionState[]): string {
  const [asked, answered] = [sum(states.map((state) => state.asked)), sum(states.map((state) => state.answered))];
  return `${answered} of ${asked} answered in all.`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** What is drawn of a section: questions and repeated groups, in order. */
export function blocksOf(
  reading: Reading,
  current: ApplyingSection,
  redraw: Redraw,
  sentBack: ReadonlyMap<string, string[]>,
): Block[] {
  return current.parts.map((part): Block => {
    if (part.kind === 'question') {
      const { question } = part;
      const isJudgement = question.item.kind === 'judgement';
      return {
        kind: 'question',
        isQuestion: true,
        question: questionPage(reading, question, redraw, sentBack),
        gateway: gatewayOf(reading, question),
        strip: isJudgement ? stripOf(reading, current, question) : null,
        isJudgement,
      };
    }
    const { group } = part;
    return {
      kind: 'group',
      isQuestion: false,
      group: {
        id: `group-${group.key}`,
        key: group.key,
        title: capital(group.each),
        rows: part.rows.map(({ occurrence, questions }, i) => ({
          number: i + 1,
          row: occurrence,
          title: `${capital(group.each.replace(/^each /, ''))} ${i + 1}`,
          questions: questions.map((question) => questionPage(reading, question, redraw, sentBack)),
        })),
        none: part.none,
        noneWords: group.none,
        isGap: part.rows.length === 0 && !part.none,
        add: `Add ${part.rows.length > 0 ? 'another' : 'a'} row for ${group.each}`,
        fault: redraw.faults.get(`group-${group.key}`) ?? null,
      },
    };
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function gatewayOf(reading: Reading, question: Question): Gateway | null {
  const { shown, applying } = reading;
  const settled = gatewaySettles(shown.form, applying, question);
  if (settled.length === 0) return null;
  const prompts = settled.length === 1 ? 'the question below' : `the ${settled.length} questions below`;
  const names = reading.isTrial ? `:${settled.map(({ item }) => item.key).join(',')}` : '';
  return { item: `${question.item.key}${names}`, press: `Mark ${prompts} Not evidenced` };
}

function filtered(block: Block, show: Filter): Block[] {
  if (show === 'all') return [block];
  if (block.isQuestion) return fits(block.question, show) ? [block] : [];
  const rows = block.group.rows
    .map((row) => ({ ...row, questions: row.questions.filter((question) => fits(question, show)) }))
    .filter(({ questions }) => questions.length > 0);
  const isOpen = show === 'unanswered' && block.group.isGap;
  return rows.length > 0 || isOpen ? [{ ...block, group: { ...block.group, rows } }] : [];
}

function fits(question: QuestionPage, show: Filter): boolean {
  if (question.conflict !== null) return true;
  if (show === 'unanswered') return question.isUnanswered;
  return show === 'later' ? question.later !== null : question.isGap;
}

function filterLinks(address: string, blocks: readonly Block[], show: Filter): SectionPage['filters'] {
  const names = { all: 'All', unanswered: 'Unanswered', later: 'Come back to', gaps: 'Gaps' };
  return filters.map((filter) => ({
    text: `${names[filter]} ${countOf(blocks, filter)}`,
    href: filter === 'all' ? address : `${address}?show=${filter}`,
    current: filter === show,
  }));
}

function countOf(blocks: readonly Block[], show: Filter): number {
  return sum(
    blocks
      .flatMap((block) => filtered(block, show))
      .map((block) => {
        if (block.isQuestion) return 1;
        const inRows = sum(block.group.rows.map(({ questions }) => questions.length));
        return inRows + (block.group.isGap ? 1 : 0);
      }),
  );
}

export function sectionsList(
  { base, applying }: Reading,
  states: readonly SectionState[],
  current: string,
): SectionsList {
  const at = states.findIndex(({ key }) => key === current);
  const all = sum(states.map(({ gaps }) => gaps));
  return {
    summary: states[at]?.title ?? 'Submission',
    place: at < 0 ? '' : `, ${at + 1} of ${states.length}`,
    gaps: gapsInWords(all),
    list: states.map((state) => ({
      text: state.title,
      href: `${base}/${state.key}`,
      state: stateInWords(state),
      gaps: gapsInWords(state.gaps),
      current: state.key === current,
    })),
    leftOut: leftOutSections({ applying }),
    submission: base.replace(/sections$/, 'submission'),
  };
}

/** Whole sections that are not asked, and why. */
export const leftOutSections = ({ applying }: Pick<Reading, 'applying'>): string[] =>
  applying.leftOut
    .filter(({ item, group }) => item === null && group === null)
    .map(
      ({ section, because, waiting }) => `${section.title} ${waiting ? 'may still open' : 'is left out'}: ${because}.`,
    );

const gapsInWords = (gaps: number): string | null => (gaps === 0 ? null : `${gaps} ${gaps === 1 ? 'gap' : 'gaps'}`);

/** One line for each reason, with the number of questions that it leaves out. */
function leftOutOf(reading: Reading, section: string): SectionPage['leftOut'] {
  const here = reading.applying.leftOut.filter(
    (one) => one.section.key === section && (one.item ?? one.group) !== null,
  );
  const byReason = new Map<string, LeftOut[]>();
  for (const one of here) byReason.set(one.because, [...(byReason.get(one.because) ?? []), one]);
  return [...byReason].map(([because, those]) => {
    const [first] = those;
    const questions = `${those.length} ${those.length === 1 ? 'question' : 'questions'}`;
    const link = first ? linkTo(reading, first) : null;
    return {
      text: `${questions} ${first?.waiting ? 'may still come' : 'left out'}: ${because}.`,
      href: link?.href ?? null,
      link: link?.text ?? null,
    };
  });
}

/** Where the answer stands that settled it. */
function linkTo({ base, shown }: Reading, { closedBy, waiting }: LeftOut): { href: string; text: string } | null {
  for (const closing of closedBy) {
    const place = 'answer' in closing ? placeOf(shown.form, closing.answer) : undefined;
    if (!place) continue;
    const text = waiting ? `It is asked in ${place.section.title}` : `You said so in ${place.section.title}`;
    return { href: `${base}/${place.section.key}#${questionId(place.item.key, 0)}`, text };
  }
  return null;
}
