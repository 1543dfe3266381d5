import { themeOf, type Theme } from '../../domain/forms/themes.js';
import { notFound } from '../../domain/problems.js';
import { newcombe } from '../../domain/statistics/newcombe.js';
import { fewestForPerCent } from '../../domain/statistics/small-numbers.js';
import { intervals } from '../../platform/svg/intervals.js';
import type { Drawing } from '../../platform/svg/drawing.js';
import { table, text, type Table } from '../../platform/table.js';
import { alwaysListed, type Listed } from './always-listed.js';
import { auditsBehind } from './behind.js';
import { beyondReach } from './beyond-reach.js';
import { auditorsOf, points, type Auditors } from './auditors.js';
import { counting, isIn } from './counting.js';
import { shareOf, tooFewToShow, type Figure, type Judged } from './figure.js';
import { chartRow, countCell, rangeCell, sentenceCell } from './figure-cells.js';
import { formsInFigure } from './forms-in-figure.js';
import { frame, type Frame } from './frame.js';
import { auditsAround } from './graded.js';
import { actionsOnTheme } from './listed.store.js';
import { overTime, type OverTime } from './over-time.js';
import { narrowed, selectedInWords, type Reporting } from './reporting.js';
import { goodOn, judgedOnTheme, ofQuality } from './theme-judged.js';
import { themeInPeriod } from './themes.store.js';
import { weakestQuestions } from './weakest-questions.js';
import { pageOf } from './what.js';
import { samplesBehind, type SampleBehind } from './which-samples.js';

/** One theme: the answer as a sentence, how sure and where, over time, the weakest questions, the audits behind it. */
export interface ThemePage {
  frame: Frame;
  theme: Theme;
  /** Said where there is no figure: none yet, or too few for this reader. */
  instead: string | null;
  answer: { count: string; middle: string; percent: string | null; range: string | null; after: string };
  sentence: string;
  href: string | null;
  /** Which forms and versions are in the figure, and where their questions differ. */
  forms: { name: string; text: string }[];
  /** The samples that its audits were drawn in. */
  samples: SampleBehind[];
  byTeam: { chart: Drawing; table: Table; conclusion: string | null; caption: string };
  overTime: OverTime;
  questions: Table | null;
  behind: Table;
  behindCount: string;
  behindHref: string;
  listed: Listed[];
  auditors: Auditors;
  actions: string[];
  tables: Table[];
}

export function themePage(r: Reporting, key: string): ThemePage {
  const theme = themeOf(key);
  if (!theme) throw notFound();
  const audits = auditsAround(r).filter(ofQuality);
  const judged = judgedOnTheme(audits, themeInPeriod(r.db, key, r.around));
  const says = goodOn(theme);
  const what = { theme: theme.key };
  const { rows, hold, leftOut } = counting(r, judged)(r.selection);
  const whole = shareOf(r, rows, { says, href: pageOf(r, what), hold });
  const asked = rows.map(({ audit }) => audit);
  const byTeam = teamsOf(r, theme, judged, whole, says);
  const quarters = overTime(r, judged, {
    id: 'by-quarter',
    title: `Audits good enough on ${theme.name.toLowerCase()}, by quarter`,
    says,
    what,
  });
  const questions = weakestQuestions(r, theme, audits);
  const within = judged.filter(({ audit }) => audit.within && isIn(r.selection, audit));
  const these = r.reach.kind === 'all' ? asked : within.map(({ audit }) => audit);
  const auditors = auditorsOf(r, asked, judged, { head: 'Good enough', says, what });
  const behind = auditsBehind(r, within.slice(-5).reverse(), 'behind', 'Good enough');
  const qualityAudits = audits.filter((audit) => isIn(r.selection, audit)).length;
  const more = leftOut === 0 ? '' : `, ${leftOut} more left out`;
  return {
    frame: frame(r, {
      counted: whole.isHeld ? 'too few to show' : `${rows.length} of ${qualityAudits} asked about it${more}`,
      beyond: beyondReach(r),
    }),
    theme,
    instead: insteadOf(whole, theme),
    answer: answerOf(whole),
    sentence: whole.sentence,
    href: whole.href,
    forms: whole.isHeld ? [] : formsInFigure(r, asked, theme.key),
    samples: whole.isHeld ? [] : samplesBehind(r, asked),
    byTeam,
    overTime: quarters,
    questions,
    behind,
    behindCount: `${Math.min(5, within.length)} of ${within.length} that you may open, newest first`,
    behindHref: pageOf(r, what),
    listed: alwaysListed(r, these, r.reach.kind === 'all'),
    auditors,
    actions: actionsInWords(r, key),
    tables: [byTeam.table, quarters.table, ...(questions ? [questions] : []), auditors.table, behind],
  };
}

function insteadOf(whole: Figure, theme: Theme): string | null {
  if (whole.isHeld) return tooFewToShow;
  return whole.n === 0 ? `No audit agreed in this period asked about ${theme.name.toLowerCase()}.` : null;
}

/** 'In 23 of 38 audits this theme was good enough: 61%. If every such case had been read, ...' */
function answerOf(whole: Figure): ThemePage['answer'] {
  const middle = 'this theme was good enough';
  const count = `${whole.count} audits`;
  if (whole.range === null)
    return { count, middle: `${middle}.`, percent: null, range: null, after: 'Too few for a share or a range.' };
  if (whole.percent === null) {
    const range = whole.range.replace(/^most likely /, '');
    return {
      count,
      middle: `${middle}.`,
      percent: null,
      range,
      after: 'If every such case had been read, most likely',
    };
  }
  const after = 'If every such case had been read, the share would most likely lie';
  return {
    count,
    middle: `${middle}:`,
    percent: whole.percent,
    range: `between ${whole.range.replace(' to ', ' and ')}`,
    after,
  };
}

/** Teams whose audits the reader may open, in order of the alphabet; never by size. */
function teamsOf(
  r: Reporting,
  theme: Theme,
  judged: readonly Judged[],
  whole: Figure,
  says: string,
): ThemePage['byTeam'] {
  const teams = r.choices.teams.filter(({ value }) => r.selection.team === null || value === String(r.selection.team));
  const rows = teams.map(({ value, text: name }) => {
    const team = narrowed(r, { team: Number(value) });
    const mine = judged.filter(({ audit }) => String(audit.team) === value);
    const { rows: counted, hold } = counting(team, mine)(r.selection);
    return { name, figure: shareOf(team, counted, { says, href: pageOf(team, { theme: theme.key }), hold }) };
  });
  const shown = rows.filter(({ figure }) => figure.n > 0 || figure.isHeld);
  const title = `Share of audits good enough on ${theme.name.toLowerCase()}, with 95% range`;
  const label = r.selection.team === null ? 'The service, all teams' : 'All of these';
  const all = r.selection.team === null || teams.length === 0 ? [{ name: label, figure: whole }] : [];
  return {
    chart: intervals({
      id: 'by-team',
      title,
      measure: 'share',
      rows: [
        ...all.map(({ name, figure }) => chartRow(name, figure, true)),
        ...(shown.length > 0 ? [{ kind: 'heading' as const, label: 'By team, in alphabetical order' }] : []),
        ...shown.map(({ name, figure }) => chartRow(name, figure)),
      ],
    }),
    table: table({
      key: 'by-team',
      title,
      sentence: `Good enough: 0.70 or more of what the form asks on this theme; ${selectedInWords(r)}.`,
      columns: [
        { key: 'of', head: 'Of', kind: 'text' },
        { key: 'count', head: 'Good enough', kind: 'share' },
        { key: 'range', head: 'Share, 95% range', kind: 'text' },
        { key: 'sentence', head: 'In a sentence', kind: 'file' },
      ],
      rows: [...all, ...shown].map(({ name, figure }) => ({
        of: text(name),
        count: countCell(figure),
        range: rangeCell(figure),
        sentence: sentenceCell(figure),
      })),
    }),
    conclusion: toldApart(shown),
    caption:
      'Ranges: 95%, exact where all are one drawn sample, Wilson elsewhere. Under ten audits a square stands for each audit, filled when good enough.',
  };
}

/** Whether the two teams that lie farthest apart can be told apart: nobody is called best. */
function toldApart(rows: readonly { name: string; figure: Figure }[]): string | null {
  const large = rows.filter(({ figure }) => figure.n >= fewestForPerCent);
  if (large.length < 2) return null;
  const byShare = [...large].sort((a, b) => a.figure.sufficient / a.figure.n - b.figure.sufficient / b.figure.n);
  const [low, high] = [byShare[0], byShare.at(-1)];
  if (!low || !high || low === high) return null;
  const { difference, lower, upper } = newcombe(low.figure, high.figure);
  const range = `the range of that difference runs from ${points(lower)} to ${points(upper)}`;
  if (lower <= 0 && upper >= 0) {
    return `The teams can’t be told apart on these numbers: ${low.name} is ${points(difference)} ${high.name}, and ${range}.`;
  }
  return `${low.name} is ${points(difference)} ${high.name}; ${range}. The two lie farthest apart of ${large.length}, so part of it is chance.`;
}

function actionsInWords(r: Reporting, theme: string): string[] {
  const counts = new Map(actionsOnTheme(r.db, theme, r.today).map((row) => [row.state, row]));
  const n = (state: string): number => counts.get(state)?.n ?? 0;
  if (n('open') + n('completed') + n('verified') === 0) return ['No action names this theme.'];
  const overdue = counts.get('open')?.overdue ?? 0;
  return [
    `${n('open')} open${overdue > 0 ? `, ${overdue} overdue` : ''}`,
    `${n('completed') + n('verified')} completed, ${n('verified')} of them verified`,
  ];
}
