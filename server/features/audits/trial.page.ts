import { factKinds } from '../../domain/audits/correctable.js';
import { isUnanswered } from '../../domain/audits/section-states.js';
import type { ApplyingSection } from '../../domain/forms/applies.js';
import { gradeName } from '../../domain/forms/scales.js';
import { scoreAudit } from '../../domain/scoring/score-audit.js';
import type { Redraw } from './question.page.js';
import { drawn, type Reading } from './reading.js';
import { scoringSettings } from './scoring-settings.js';
import { blocksOf, leftOutSections, type Block } from './section.page.js';
import { madeUp, rowsInWords, type Trial } from './trial.js';
import type { Db } from '../../platform/sqlite/open.js';

/** A form on a made-up case, with what the answers come to. */
export interface TrialPage {
  title: string;
  action: string;
  rows: string;
  facts: { name: string; label: string; value: string; options: { value: string; text: string }[] }[];
  faults: { message: string; href: string | null }[];
  sections: { key: string; title: string; text: string | null; blocks: Block[]; leftOut: string[] }[];
  leftOut: string[];
  result: { facts: { name: string; text: string }[]; caps: string[] };
}

export function trialPage(db: Db, base: string, trial: Trial, redraw: Redraw, today: string): TrialPage {
  const { form } = trial.filled;
  const started = trial.filled.facts['started-on'];
  const startedOn = typeof started === 'string' ? started : null;
  const settings = scoringSettings(db, { readOn: today, startedOn, limitsAt: null, reasonsAt: null });
  const around = {
    stored: new Map(),
    comeBacks: new Map(),
    isKept: () => false,
    me: 0,
    names: [],
    today,
    isTrial: true,
  };
  const levelsShown = 'rosh' in trial.shown.facts;
  const reading: Reading = {
    ...drawn(trial.shown, settings),
    ...around,
    base,
    shown: trial.shown,
    levelsShown,
    settings,
  };
  return {
    title: `Try ‘${form.title}’`,
    action: base,
    rows: rowsInWords(trial.filled.occurrences),
    // A form about the service asks nothing of a case.
    facts: form.measures === 'service' ? [] : factFields(trial),
    faults: trial.faults.map(({ field, message }) => ({ message, href: field === null ? null : `#${field}` })),
    sections: reading.applying.sections.map((current) => ({
      key: current.section.key,
      title: current.section.title,
      text: current.section.text ?? null,
      blocks: blocksOf(reading, withoutEchoes(current), redraw, new Map()),
      leftOut: questionsLeftOut(reading, current.section.key),
    })),
    leftOut: leftOutSections(reading),
    result: resultOf(reading, trial),
  };
}

/** All sections stand on one page, so a question that a later section shows again is there already. */
function withoutEchoes(current: ApplyingSection): ApplyingSection {
  const parts = current.parts.filter((part) => part.kind === 'group' || part.question.item.kind !== 'echo');
  return { ...current, parts };
}

/** Which questions and groups of a section are not asked, and why: whoever writes a form looks for a wrong condition. */
function questionsLeftOut({ applying }: Reading, section: string): string[] {
  return applying.leftOut.flatMap(({ section: of, item, group, because, waiting }) => {
    const what = item?.question ?? group?.each;
    if (of.key !== section || what === undefined) return [];
    return [`‘${what}’ ${waiting ? 'may still come' : 'is left out'}: ${because}.`];
  });
}

function factFields({ filled }: Trial): TrialPage['facts'] {
  return Object.keys(madeUp).map((fact) => {
    const kind = factKinds[fact];
    return {
      name: `case-${fact}`,
      label: kind?.name ?? fact,
      value: String(filled.facts[fact] ?? ''),
      options: [{ value: '', text: 'Not recorded' }, ...(kind?.options ?? [])],
    };
  });
}

function resultOf({ settings, missing }: Reading, { filled }: Trial): TrialPage['result'] {
  const score = scoreAudit(filled, settings);
  const { bands } = filled.form;
  const grade = (value: typeof score.computedGrade) =>
    value === null ? 'none yet: too few answers' : gradeName(value);
  const open = missing.filter(isUnanswered).length;
  return {
    facts: [
      {
        name: 'Score',
        text: score.score === null ? 'none yet' : `${score.score.toFixed(2)} of ${score.scored} answers`,
      },
      ...(score.due > 0 ? [{ name: 'Rules kept', text: `${score.met} of ${score.due}` }] : []),
      ...(bands
        ? [
            { name: 'Grade before limits', text: grade(score.gradeBeforeCaps) },
            { name: 'Computed grade', text: grade(score.computedGrade) },
            { name: 'Your grade', text: score.ownGrade === null ? 'not given' : gradeName(score.ownGrade) },
          ]
        : [{ name: 'Grade', text: 'this form gives none' }]),
      { name: 'Not answered', text: String(open) },
    ],
    caps: score.caps.map(({ because, atMost }) => `${bands ? `At most ${gradeName(atMost)}` : 'Alert'}: ${because}`),
  };
}
