import { addDays } from '../../domain/calendar/days.js';
import { whatApplies, type Applying } from '../../domain/forms/applies.js';
import type {
  ChoiceItem,
  FormDocument,
  Item,
  JudgementItem,
  NumberItem,
  TimescaleItem,
} from '../../domain/forms/document.js';
import type { Answer, FilledForm, Occurrence, Question } from '../../domain/forms/filled.js';
import { gaps } from '../../domain/forms/gaps.js';
import { isAnswered } from '../../domain/forms/items/kinds.js';
import { latenessReasons } from '../../domain/forms/lateness.js';
import { isPrompt, levels, optionsOf, type Grade } from '../../domain/forms/scales.js';
import type { ScoringSettings } from '../../domain/scoring/settings.js';
import { scoreAudit } from '../../domain/scoring/score-audit.js';
import type { Chance } from './chance.js';
import { workingDaysFrom } from './days.js';
import { said } from './said.js';

/** How likely a question is to be answered at its best, by its home theme: 0 to 1. */
export type Skill = (theme: string) => number;

export interface Filling {
  skill: Skill;
  chance: Chance;
  settings: ScoringSettings;
}

/** What stands in a form once it is filled in whole. */
export interface Filled {
  answers: readonly Answer[];
  occurrences: readonly Occurrence[];
}

/**
 * Fills a form in as an auditor would, until nothing is missing: what applies is answered, which may open more; then
 * the notes and reasons that the rules demand are written.
 */
export function fillForm(start: FilledForm, filling: Filling): Filled {
  let filled = start;
  for (let round = 0; round < 12; round += 1) {
    const applying = whatApplies(filled);
    const answers = new Map(filled.answers.map((answer) => [placeOf(answer.item, answer.occurrence), answer]));
    const occurrences = [...filled.occurrences, ...missingRows(applying, filled, filling.chance)];
    let changed = occurrences.length > filled.occurrences.length;
    const open = applying.questions.filter(mustAnswer);
    // The auditor's own grade comes when all else is known.
    const now = open.some((question) => !isGrade(question)) ? open.filter((question) => !isGrade(question)) : open;
    for (const question of now) {
      const place = placeOf(question.item.key, question.occurrence);
      const value = valueFor(question, { ...filled, answers: [...answers.values()] }, filling);
      answers.set(place, blankAnswer(question, value));
      changed = true;
    }
    filled = { ...filled, answers: [...answers.values()], occurrences };
    const missing = changed ? [] : gaps(filled, filling.settings);
    if (!changed && missing.length === 0) return filled;
    for (const gap of missing) {
      const answer = gap.item === null ? undefined : answers.get(placeOf(gap.item, gap.occurrence));
      if (!answer) continue;
      const late = gap.kind === 'reason' && answer.value !== 'does-not-apply';
      const words = { note: answer.note ?? noteFor(answer, filled.form, filling), reason: answer.reason };
      const reason = late ? filling.chance.pick(latenessReasons).code : 'The file says why in the entry of that day.';
      const mended = gap.kind === 'reason' ? { ...answer, reason } : { ...answer, ...words };
      answers.set(placeOf(answer.item, answer.occurrence), mended);
    }
    filled = { ...filled, answers: [...answers.values()] };
  }
  const left = gaps(filled, filling.settings).map(({ item, kind }) => `${item ?? 'rows'} (${kind})`);
  throw new Error(`The form ${start.form.key} could not be filled in whole: ${left.join(', ')}`);
}

const placeOf = (item: string, occurrence: number): string => `${item} ${occurrence}`;

function mustAnswer({ item, answer, byRule }: Question): boolean {
  return item.kind !== 'echo' && byRule === null && !isAnswered(item, answer?.value ?? null);
}

const isGrade = ({ item }: Question): boolean => item.kind === 'judgement' && item.scale === 'grades';

function blankAnswer(question: Question, value: string): Answer {
  return { item: question.item.key, occurrence: question.occurrence, value, note: null, evidence: null, reason: null };
}

/** A group that nobody has filled in gets one or two rows, or 'none in the period'. */
function missingRows(applying: Applying, filled: FilledForm, chance: Chance): Occurrence[] {
  return applying.sections.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      if (part.kind !== 'group' || filled.occurrences.some(({ group }) => group === part.group.key)) return [];
      const rows = chance.weighted([
        [0, 3],
        [1, 4],
        [2, 2],
      ] as const);
      const numbers = rows === 0 ? [0] : Array.from({ length: rows }, (_, i) => i + 1);
      return numbers.map((occurrence) => ({ group: part.group.key, occurrence }));
    }),
  );
}

function valueFor(question: Question, filled: FilledForm, filling: Filling): string {
  const { item } = question;
  const { chance } = filling;
  switch (item.kind) {
    case 'choice':
      return choiceFor(item, filled, filling);
    case 'judgement':
      return isGrade(question) ? gradeFor(filled, filling) : judgementFor(item, question, filled, filling);
    case 'text':
      return said(
        chance,
        item.key === 'close-improve' ? 'improve' : item.key === 'close-strengths' ? 'strength' : 'text',
      );
    case 'number':
      return numberFor(item, chance);
    case 'date':
      return addDays(filling.settings.readOn, -chance.whole(5, 80));
    case 'date-time':
      return `${addDays(filling.settings.readOn, -chance.whole(5, 80))}T1${chance.whole(0, 7)}:30`;
    case 'timescale':
      return timescaleFor(item, filled, filling);
    case 'echo':
      return '';
  }
}

function numberFor({ least = 0, most = Infinity }: NumberItem, chance: Chance): string {
  return String(Math.min(most, Math.max(least, chance.whole(1, 3))));
}

function choiceFor(item: ChoiceItem, filled: FilledForm, { chance, skill }: Filling): string {
  const options = optionsOf(filled.form, item).map(({ key }) => key);
  if (item.scale === 'levels') return levelFor(item, filled, chance);
  if (item.scale === 'safe-now')
    return chance.weighted([
      ['yes', 96],
      ['no-dealt-with', 4],
    ]);
  if (item.scale === 'compliance')
    return chance.weighted([
      ['met', 8],
      ['not-met', 1],
      ['not-evidenced', 1],
    ]);
  if (item.key === 'dip-safety-stop') return 'no';
  if (!isPrompt(filled.form, item)) return unscoredFor(options, chance);
  if (options.includes('does-not-apply') && chance.happens(0.15)) return 'does-not-apply';
  const likely = skill(item.themes?.[0] ?? '');
  // The essentials are seldom missing altogether.
  const essential = item.caps?.some(({ atMost }) => atMost === 'inadequate') ?? false;
  return scoredFor(options, essential ? Math.max(likely, 0.95) : likely, chance);
}

/** Half the time the plain 'No' or the first answer, so that not every condition opens. */
function unscoredFor(options: readonly string[], chance: Chance): string {
  const usual = options.includes('no') ? 'no' : (options[0] ?? '');
  return chance.happens(0.5) ? usual : chance.pick(options);
}

function scoredFor(options: readonly string[], likely: number, chance: Chance): string {
  if (chance.happens(likely)) return options[0] ?? '';
  if (options.includes('in-part') && chance.happens(0.6)) return 'in-part';
  const worst = options.filter((key) => key === 'no' || key === 'wrong');
  return options.includes('not-evidenced') && chance.happens(0.35) ? 'not-evidenced' : (worst[0] ?? options[1] ?? '');
}

/** Mostly the service's level; one time in five a step higher, as inspectors find. */
function levelFor(item: Item, filled: FilledForm, chance: Chance): string {
  const service = filled.facts[item.key === 'auditor-harm-level' ? 'rosh' : 'safety'];
  const at = levels.findIndex((level) => level === service);
  if (at < 0) return 'medium';
  const higher = chance.happens(0.2) ? 1 : 0;
  return levels[Math.min(at + higher, levels.length - 1)] ?? 'medium';
}

function judgementFor(
  item: JudgementItem,
  question: Question,
  filled: FilledForm,
  { chance, settings }: Filling,
): string {
  if (item.scale !== 'sufficient') return chance.pick(optionsOf(filled.form, item)).key;
  const section = scoreAudit(filled, settings).sections.find((one) => one.section === question.section.key);
  const share = section && section.weight > 0 ? section.points / section.weight : 0.7;
  const leaning = share >= 0.62 ? 0.94 : share >= 0.5 ? 0.5 : 0.1;
  return chance.happens(leaning) ? 'sufficient' : 'not-sufficient';
}

const stepAway: Record<Grade, Grade> = {
  inadequate: 'requires-improvement',
  'requires-improvement': 'good',
  good: 'requires-improvement',
  outstanding: 'good',
};

/** The auditor's own grade: most often the computed one, now and then a step away. */
function gradeFor(filled: FilledForm, { chance, settings }: Filling): string {
  const computed = scoreAudit(filled, settings).computedGrade ?? 'good';
  return chance.happens(0.85) ? computed : stepAway[computed];
}

function timescaleFor(item: TimescaleItem, filled: FilledForm, { chance, skill, settings }: Filling): string {
  const limit = item.limits.at(-1);
  const days = limit && 'amount' in limit ? inDays(limit.amount, limit.unit) : 0;
  const late = !chance.happens(0.5 + skill('timeliness') * 0.45);
  if (limit?.direction === 'at-least-before' || limit?.direction === 'before') {
    const end = dateOf(item.to.fact, filled) ?? addDays(settings.readOn, -chance.whole(1, 20));
    return moments(item, workingDaysFrom(end, late ? -1 : -(days + 2)), end);
  }
  const from = dateOf(item.from.fact, filled) ?? addDays(settings.readOn, -chance.whole(40, 90));
  const taken = late ? days + chance.whole(2, 9) : Math.max(0, days - chance.whole(1, 3));
  const to = workingDaysFrom(from, taken);
  return to > settings.readOn
    ? JSON.stringify({ from: momentAt(item, from, '10:00'), to: 'not-done' })
    : moments(item, from, to);
}

/** A date that the register knows, where the question names one. */
function dateOf(fact: string | undefined, filled: FilledForm): string | null {
  const value = fact === undefined ? null : filled.facts[fact];
  return typeof value === 'string' ? value.slice(0, 10) : null;
}

const inDays = (amount: number, unit: string): number =>
  unit === 'months' ? amount * 20 : unit === 'hours' ? 0 : amount;

const moments = (item: TimescaleItem, from: string, to: string): string =>
  JSON.stringify({ from: momentAt(item, from, '10:00'), to: momentAt(item, to, '15:00') });

const momentAt = (item: TimescaleItem, date: string, time: string): string => (item.times ? `${date}T${time}` : date);

function noteFor(answer: Answer, form: FormDocument, { chance }: Filling): string {
  const good = answer.value === 'yes' || answer.value === 'sufficient' || answer.value === 'right';
  return said(chance, good ? 'good' : form.zeroTolerance ? 'late' : 'weak');
}
