/**
 * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
 */
export type Condition = AllOf | AnyOf | Not | Comparison;
/**
 * One question of the form.
 */
export type Item =
  ChoiceItem | JudgementItem | DateItem | DateTimeItem | NumberItem | TextItem | TimescaleItem | EchoItem;
/**
 * The question, as the auditor reads it.
 */
export type Question = string;
/**
 * A name in small letters, digits and hyphens.
 */
export type Key = string;
/**
 * Up to three themes that the item counts in, in full in each; the first is its home.
 *
 * @minItems 1
 * @maxItems 3
 */
export type Themes = Key[];
/**
 * Where the item comes from: a standard's number or a short name explained under `about.sources`.
 */
export type Source = string;
/**
 * How sure we are of the rule behind the item. V: read in a public source. M: not checked. L: a local rule that the service sets. I: our own inference.
 */
export type Mark = string;
/**
 * How long the time between the two dates may be.
 */
export type Limit = MeasuredLimit | PlainLimit;
/**
 * A grade for the whole form.
 */
export type Grade = 'outstanding' | 'good' | 'requires-improvement' | 'inadequate';

/**
 * An audit form: what is asked, of which cases, and how it is scored.
 */
export interface FormDocument {
  /**
   * The form's own name; all its versions share it.
   */
  key: string;
  /**
   * Counts up from 1. A published version never changes.
   */
  version: number;
  /**
   * The form's name, as people say it.
   */
  title: string;
  /**
   * quality: how well the work was done, as a score. compliance: whether things were done when due, as a share. inspection: judgements in an inspectorate's format. service: the service as a whole, not a case.
   */
  measures: 'quality' | 'compliance' | 'inspection' | 'service';
  /**
   * full: the practitioner has five working days to put facts right before it is agreed. light: many are agreed at once and the days run after.
   */
  agreement: 'full' | 'light';
  /**
   * Says on the form's page that it is a draft, to be adapted before it is relied on.
   */
  draft?: true;
  /**
   * No reason for lateness makes it good: reasons are kept as causes, and none counts as met. Left out: the reasons that the service accepts count as met in the adjusted share.
   */
  zeroTolerance?: true;
  about: About;
  /**
   * Lists of answers of this form's own, by name.
   */
  scales?: {
    /**
     * The answers, best first.
     *
     * @minItems 2
     * @maxItems 40
     */
    [k: string]: Option[];
  };
  /**
   * The parts of the form, in order.
   *
   * @minItems 1
   * @maxItems 60
   */
  sections: Section[];
  /**
   * Which score gives which grade, best grade first. Left out: the form gives no grade.
   *
   * @minItems 1
   * @maxItems 4
   */
  bands?: Band[];
  /**
   * How core sections judged Not sufficient hold the grade down. Left out: they do not.
   *
   * @minItems 1
   * @maxItems 6
   */
  sectionCaps?: SectionCap[];
  /**
   * How standards none of whose key questions is judged Sufficient hold the grade down. Left out: they do not.
   *
   * @minItems 1
   * @maxItems 6
   */
  standardCaps?: StandardCap[];
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  gradeWhen?: AllOf | AnyOf | Not | Comparison;
  /**
   * How many answers that count are needed for a computed grade. Goes with `bands`.
   */
  least?: number;
  /**
   * A name in small letters, digits and hyphens.
   */
  close: string;
  source?: Origin;
}
/**
 * The form's own page: what it is for and how it works.
 */
export interface About {
  /**
   * What the form finds out.
   */
  purpose: string;
  /**
   * When to use it, and on which cases.
   */
  when: string;
  /**
   * How long it takes.
   */
  minutes: {
    /**
     * Minutes for a short case.
     */
    from: number;
    /**
     * Minutes for a long one.
     */
    to: number;
  };
  /**
   * How long it takes, and what to read, in words.
   */
  time: string;
  /**
   * How it scores, in words.
   */
  scoring: string;
  /**
   * What a reader must know before relying on it.
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: One remark.
   */
  remarks?: string[];
  /**
   * The short names used as sources of items, explained.
   *
   * @maxItems 60
   *
   * Items: One source.
   */
  sources: {
    /**
     * The short name.
     */
    name: string;
    /**
     * What it stands for.
     */
    what: string;
  }[];
}
/**
 * One answer of a list.
 */
export interface Option {
  /**
   * The answer's name, used in conditions and in what is stored.
   */
  key: string;
  /**
   * The answer as the auditor reads it.
   */
  label: string;
  /**
   * What the answer is worth in a score, from 0 to 1. Left out: the answer is not scored.
   */
  worth?: number;
  /**
   * What the answer means, shown as help.
   */
  meaning?: string;
}
/**
 * A part of the form, shown on one page.
 */
export interface Section {
  /**
   * The section's own name, unique in the form.
   */
  key: string;
  /**
   * The section's heading.
   */
  title: string;
  /**
   * Whose work the section looks at. A practitioner's figures use sections about practice only; the form's score uses all.
   */
  about: 'practice' | 'oversight' | 'partners' | 'service';
  /**
   * The standard, or the stage, of a framework that the section belongs to. Its key questions are rated together.
   */
  standard?: string;
  /**
   * The section carries the form: judged Not sufficient, it holds the grade down by the form's `sectionCaps`.
   */
  core?: true;
  /**
   * A line under the heading.
   */
  text?: string;
  /**
   * When the section is asked. Left out: always.
   */
  when?: AllOf | AnyOf | Not | Comparison;
  /**
   * The repeated groups whose items stand in this section.
   *
   * @minItems 1
   * @maxItems 10
   */
  repeats?: Group[];
  /**
   * The questions, in the order in which they are asked.
   *
   * @minItems 1
   * @maxItems 400
   */
  items: Item[];
}
/**
 * Every part must hold.
 */
export interface AllOf {
  /**
   * The parts.
   *
   * @minItems 2
   * @maxItems 20
   */
  all: Condition[];
}
/**
 * One part at least must hold.
 */
export interface AnyOf {
  /**
   * The parts.
   *
   * @minItems 2
   * @maxItems 20
   */
  any: Condition[];
}
/**
 * The part must not hold. Not unknown is unknown.
 */
export interface Not {
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  not: AllOf | AnyOf | Not | Comparison;
}
/**
 * One comparison: a case fact or an earlier answer, and one test of it.
 */
export interface Comparison {
  /**
   * The case fact that is looked at, such as 'rosh' or 'days-supervised'. Name a fact or an answer, not both.
   */
  fact?: string;
  /**
   * The earlier item whose answer is looked at. Inside a repeated group an item of the same group means the same row.
   */
  answer?: string;
  /**
   * Holds when the value is one of these.
   *
   * @minItems 1
   * @maxItems 40
   *
   * Items: A value: an answer's key, or a value of the fact.
   */
  in?: string[];
  /**
   * Holds when there is a value at all. Never unknown.
   */
  set?: true;
  /**
   * Holds when the number is smaller than this.
   */
  below?: number;
  /**
   * Holds when the number is this or smaller.
   */
  atMost?: number;
  /**
   * Holds when the number is larger than this.
   */
  above?: number;
  /**
   * Holds when the number is this or larger.
   */
  atLeast?: number;
}
/**
 * Items that are asked once for each of several things, such as each review.
 */
export interface Group {
  /**
   * The group's own name, unique in the form.
   */
  key: string;
  /**
   * What one row stands for, such as 'each review'.
   */
  each: string;
  /**
   * What is ticked when there was nothing of the kind, such as 'No reviews in the period'.
   */
  none: string;
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
}
/**
 * An item with one answer of a list.
 */
export interface ChoiceItem {
  /**
   * The item's own name, unique in the form. The same key in another form means the same question with the same answers; a new meaning needs a new key.
   */
  key: string;
  /**
   * What is asked for: one answer of a list.
   */
  kind: 'choice';
  question: Question;
  /**
   * A list of answers by name: one of the shared ones or one of this form's own `scales`.
   */
  scale?: string;
  /**
   * Answers of this item's own, in place of a scale.
   *
   * @minItems 2
   * @maxItems 40
   */
  options?: Option[];
  /**
   * How much the answer counts in the score: 1 as a rule, 2 for what protects life. Left out or 0: asked, but not scored.
   */
  weight?: number;
  extras?: Extras;
  /**
   * Answers that hold the computed grade down.
   *
   * @minItems 1
   * @maxItems 10
   */
  caps?: Cap[];
  /**
   * Answers that raise a concern at once.
   *
   * @minItems 1
   */
  concern?: Key[];
  /**
   * Asks whether the thing exists at all. When it does not, the page offers to mark the scored items below, in the same section, as Not evidenced in one step.
   */
  gateway?: true;
  byRule?: ByRule;
  prepare?: Prepare;
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
  /**
   * A name in small letters, digits and hyphens.
   */
  group?: string;
  themes?: Themes;
  note?: NoteRule;
  guidance?: Guidance;
  source?: Source;
  mark?: Mark;
}
/**
 * Answers beside those of the scale. They carry no worth and leave the sum.
 */
export interface Extras {
  /**
   * Offers 'Does not apply' and says when it is right. Its reason is always required.
   */
  doesNotApply?: string;
  /**
   * Offers 'Not judged'.
   */
  notJudged?: true;
}
/**
 * Answers that hold the computed grade down. A cap never raises a grade and never touches the auditor's own.
 */
export interface Cap {
  /**
   * The answers that bring the cap. 'no' stands for 'not-evidenced' as well.
   *
   * @minItems 1
   */
  answers: Key[];
  /**
   * The best grade that the form can still have.
   */
  atMost: 'outstanding' | 'good' | 'requires-improvement' | 'inadequate';
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
}
/**
 * An answer that follows from what is known already: the item is shown with it and not asked.
 */
export interface ByRule {
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when: AllOf | AnyOf | Not | Comparison;
  /**
   * A name in small letters, digits and hyphens.
   */
  answer: string;
  /**
   * Why, in a sentence for the page.
   */
  because: string;
}
/**
 * What the question is answered from, so that it can be got ready beforehand.
 */
export interface Prepare {
  /**
   * Documents to have ready.
   */
  documents: string;
  /**
   * Whom to ask.
   */
  people: string;
}
/**
 * When a sentence is demanded beside the answer. Left out: never demanded.
 */
export interface NoteRule {
  /**
   * always: with every answer. below: with every answer under the best one. no: with answers worth nothing, and with every answer under the best one where the weight is 2 or more. late: a timescale that was not kept needs the reason why it was late, chosen from the list; with `ask` a sentence as well. differs-from-service: when the level is not the service's. differs-from-computed: when the grade is not the computed one. when: with the answers named. unless: with any other answer than those named.
   */
  rule: 'always' | 'below' | 'no' | 'late' | 'differs-from-service' | 'differs-from-computed' | 'when' | 'unless';
  /**
   * The answers that 'when' and 'unless' speak of.
   *
   * @minItems 1
   */
  answers?: Key[];
  /**
   * What the note should say, in a few words, such as 'what and when'.
   */
  ask?: string;
}
/**
 * What stands under the question.
 */
export interface Guidance {
  /**
   * What a good file shows.
   */
  good?: string;
  /**
   * What a weak file shows.
   */
  weak?: string;
  /**
   * Other help, where good and weak do not fit.
   */
  text?: string;
}
/**
 * The auditor's own view. What is asked above informs it and never decides it; nothing is suggested before it is given.
 */
export interface JudgementItem {
  /**
   * A name in small letters, digits and hyphens.
   */
  key: string;
  /**
   * What is asked for: the auditor's own view on a section or the whole form, never set by the tool.
   */
  kind: 'judgement';
  question: Question;
  /**
   * A name in small letters, digits and hyphens.
   */
  scale: string;
  /**
   * How much the answer counts in the score: 1 as a rule, 2 for what protects life. Left out or 0: asked, but not scored.
   */
  weight?: number;
  /**
   * The key question of a framework that this judgement answers, such as '2.1.1'. It counts in the section's `standard`.
   */
  keyQuestion?: string;
  /**
   * Answers that hold the computed grade down.
   *
   * @minItems 1
   * @maxItems 10
   */
  caps?: Cap[];
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
  /**
   * A name in small letters, digits and hyphens.
   */
  group?: string;
  themes?: Themes;
  note?: NoteRule;
  guidance?: Guidance;
  source?: Source;
  mark?: Mark;
}
/**
 * An item that takes a day.
 */
export interface DateItem {
  /**
   * A name in small letters, digits and hyphens.
   */
  key: string;
  /**
   * What is asked for: a day.
   */
  kind: 'date';
  question: Question;
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
  /**
   * A name in small letters, digits and hyphens.
   */
  group?: string;
  themes?: Themes;
  note?: NoteRule;
  guidance?: Guidance;
  source?: Source;
  mark?: Mark;
}
/**
 * An item that takes a day and a time of day.
 */
export interface DateTimeItem {
  /**
   * A name in small letters, digits and hyphens.
   */
  key: string;
  /**
   * What is asked for: a day and a time of day.
   */
  kind: 'date-time';
  question: Question;
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
  /**
   * A name in small letters, digits and hyphens.
   */
  group?: string;
  themes?: Themes;
  note?: NoteRule;
  guidance?: Guidance;
  source?: Source;
  mark?: Mark;
}
/**
 * An item that takes a number.
 */
export interface NumberItem {
  /**
   * A name in small letters, digits and hyphens.
   */
  key: string;
  /**
   * What is asked for: a number.
   */
  kind: 'number';
  question: Question;
  /**
   * Only whole numbers are taken.
   */
  whole?: true;
  /**
   * The smallest number that is taken. Left out: none.
   */
  least?: number;
  /**
   * The largest number that is taken. Left out: none.
   */
  most?: number;
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
  /**
   * A name in small letters, digits and hyphens.
   */
  group?: string;
  themes?: Themes;
  note?: NoteRule;
  guidance?: Guidance;
  source?: Source;
  mark?: Mark;
}
/**
 * An item that takes words.
 */
export interface TextItem {
  /**
   * A name in small letters, digits and hyphens.
   */
  key: string;
  /**
   * What is asked for: words.
   */
  kind: 'text';
  question: Question;
  /**
   * short: one line. long: a box that grows.
   */
  length: 'short' | 'long';
  /**
   * May be left empty. Left out: words are needed.
   */
  optional?: true;
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
  /**
   * A name in small letters, digits and hyphens.
   */
  group?: string;
  themes?: Themes;
  guidance?: Guidance;
  source?: Source;
  mark?: Mark;
}
/**
 * An item about two dates. It gives met or not met, is counted as compliance and never enters the score.
 */
export interface TimescaleItem {
  /**
   * A name in small letters, digits and hyphens.
   */
  key: string;
  /**
   * What is asked for: two dates and whether the time between them kept within a limit.
   */
  kind: 'timescale';
  question: Question;
  from: Moment;
  to: Moment;
  /**
   * Asks for the time of day as well.
   */
  times?: true;
  /**
   * How long it may take. Several are tried in order.
   *
   * @minItems 1
   * @maxItems 6
   */
  limits: Limit[];
  extras?: Extras;
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
  /**
   * A name in small letters, digits and hyphens.
   */
  group?: string;
  themes?: Themes;
  note?: NoteRule;
  guidance?: Guidance;
  source?: Source;
  mark?: Mark;
}
/**
 * One of the two dates of a timescale: `from` is the first, `to` the second.
 */
export interface Moment {
  /**
   * What happened then, such as 'order made'.
   */
  label: string;
  /**
   * A name in small letters, digits and hyphens.
   */
  fact?: string;
}
/**
 * A limit with a number and a unit. The day of the first date is day 0.
 */
export interface MeasuredLimit {
  /**
   * within: the second date comes no later than this after the first. at-least-before: the first date lies at least this long before the second. not-more-than: the first date lies no longer than this before the second.
   */
  direction: 'within' | 'at-least-before' | 'not-more-than';
  /**
   * How many.
   */
  amount: number;
  /**
   * Counted in: working days leave out weekends and the bank holidays of England and Wales; months are calendar months.
   */
  unit: 'working-days' | 'calendar-days' | 'hours' | 'months';
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
}
/**
 * A limit without a number.
 */
export interface PlainLimit {
  /**
   * same-day: both on one calendar day. before: the first comes before the second.
   */
  direction: 'same-day' | 'before';
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
}
/**
 * An earlier item shown again. It holds no answer of its own; changing it here changes the earlier one.
 */
export interface EchoItem {
  /**
   * A name in small letters, digits and hyphens.
   */
  key: string;
  /**
   * What is asked for: an earlier item shown again, so that it can be looked at and changed.
   */
  kind: 'echo';
  question: Question;
  /**
   * A name in small letters, digits and hyphens.
   */
  of: string;
  /**
   * A question to case facts and earlier answers, built of comparisons. A comparison with a value that is missing or hidden is unknown, and unknown at the end means 'does not apply'.
   */
  when?: AllOf | AnyOf | Not | Comparison;
  guidance?: Guidance;
  source?: Source;
  mark?: Mark;
}
/**
 * The scores that give one grade.
 */
export interface Band {
  grade: Grade;
  /**
   * The lowest score with this grade; it reaches to the next band.
   */
  from: number;
  /**
   * The grade also needs every section judged Sufficient; otherwise the next lower one stands.
   */
  everySectionSufficient?: true;
}
/**
 * Core sections judged Not sufficient that hold the computed grade down.
 */
export interface SectionCap {
  /**
   * From how many core sections on.
   */
  notSufficient: number;
  /**
   * A grade for the whole form.
   */
  atMost: 'outstanding' | 'good' | 'requires-improvement' | 'inadequate';
}
/**
 * Standards without any key question judged Sufficient that hold the computed grade down. Key questions that do not apply leave the count.
 */
export interface StandardCap {
  /**
   * From how many standards on.
   */
  noneSufficient: number;
  /**
   * A grade for the whole form.
   */
  atMost: 'outstanding' | 'good' | 'requires-improvement' | 'inadequate';
}
/**
 * The audit that a re-audit was made from. Only the tool writes it: a form that people write has none.
 */
export interface Origin {
  /**
   * The number of the earlier audit.
   */
  audit: number;
  /**
   * A name in small letters, digits and hyphens.
   */
  form: string;
  /**
   * The version of that form.
   */
  version: number;
  /**
   * The day from which things are asked again.
   */
  from: string;
  /**
   * The seed by which two questions that were answered well were drawn to be asked again.
   */
  seed: string;
  /**
   * What fell short last time and is not asked again, with the reason.
   *
   * @maxItems 400
   */
  dropped: Dropped[];
}
/**
 * One question that is not asked again.
 */
export interface Dropped {
  /**
   * A name in small letters, digits and hyphens.
   */
  item: string;
  /**
   * not-yet-due: nothing since has called for it. no-longer-possible: it can't come any more.
   */
  kind: 'not-yet-due' | 'no-longer-possible';
  /**
   * The reason, in words.
   */
  because: string;
}
