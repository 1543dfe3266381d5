import { isAnswerWord, recognised, type Recognised } from './known-answers.js';

/** What a pasted line is taken for. */
export type LineRole = 'heading' | 'question' | 'guidance' | 'answers' | 'left-out';

/** One line as it reads by itself, before its neighbours are looked at. */
export interface LineAlone {
  words: string;
  role: LineRole;
  /** Short and nothing more: what stands around it decides whether it is a heading. */
  unsure: boolean;
  answers: Recognised | null;
  guidance: string | null;
  /** Why it is left out. */
  because: string | null;
}

const numbering =
  /^(?:(?:section|part|standard|question|q)\s*\d{1,3}(?:\.\d{1,3})*[.):]?|\d{1,3}[.):]|\d{1,3}(?:\.\d{1,3})+[.):]?|[a-z][.)]|\((?:\d{1,3}|[a-z]|[ivx]+)\)|[ivx]{1,5}[.)])(?=\s|$)\s*[-–—:]?\s*/i;
const bullets = /^[\s\u2022\u2023\u25aa\u25cf\u25e6\u2043\uf0b7·*>–—-]+(?=\s|\S)/;
const beginsAsQuestion =
  /^(is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|how|what|when|where|which|who|why|if)\b/i;
const keptByTheTool =
  /^((full )?name( of (the )?[a-z ]{3,30})?|(case )?ref(erence)?|(child|young person|client|auditor|practitioner|worker|case manager|manager|team)s?[’']?s?( name| id| no| number)?|d\.?o\.?b|date of birth|date( of (the )?audit)?|date completed|audited by|completed by|signed|signature|case (id|number|no)|total( score)?|overall score|page \d+( of \d+)?)\s*[.:_\s]*$/i;
const instruction =
  /^(please|instructions?|note:|notes?:|guidance:|how to|tick|circle|delete as|key:|this form|this audit|use this)\b/i;

/**
 * Reads one line of somebody's Word or Excel form: cells stand between tabs; numbering and bullets are taken off.
 * @returns null for a line with nothing in it
 */
export function readLine(line: string): LineAlone | null {
  const cells = line.split('\t').map((cell) => cell.replace(/\u00a0/g, ' ').trim());
  const told = cells.filter((cell) => cell !== '' && !/^(\d{1,3}(\.\d{1,3})*|[a-z])[.)]?$/i.test(cell));
  const [only] = told;
  if (only === undefined) return null;
  if (told.length > 1) return readRow(told);
  return readWords(only);
}

/** A row of a table: the question is the first cell that asks, else the first; the others are its answers or guidance. */
function readRow(cells: readonly string[]): LineAlone {
  const alone = { unsure: false, because: null };
  const inAnswers = recognised(cells.join(' / '));
  if (inAnswers && cells.every((cell) => cell.length <= 40) && inAnswers.known !== null) {
    return { ...alone, words: cells.join(' / '), role: 'answers', answers: inAnswers, guidance: null };
  }
  const asking = cells.findIndex((cell) => cell.includes('?'));
  const question = cells[Math.max(0, asking)] ?? '';
  const others = cells.filter((cell) => cell !== question);
  const cellAnswers = others.map(recognised);
  const ticks = others.filter(isAnswerWord);
  const given =
    cellAnswers.find((answers) => answers !== null) ?? (ticks.length > 1 ? recognised(ticks.join(' / ')) : null);
  const guidance = others.filter((cell, i) => !cellAnswers[i] && !isAnswerWord(cell)).join(' ');
  const read = readWords(question);
  return { ...alone, words: read.words, role: 'question', answers: given ?? read.answers, guidance: guidance || null };
}

function readWords(text: string): LineAlone {
  const sure = { unsure: false, answers: null, guidance: null, because: null };
  const plain = text.replace(bullets, '').trim();
  const own = plain.replace(numbering, '').trim() || plain;
  if (keptByTheTool.test(own))
    return { ...sure, words: own, role: 'left-out', because: 'kept with each audit already' };
  if (instruction.test(own)) return { ...sure, words: own, role: 'left-out', because: 'says how to fill the form in' };
  const list = recognised(own);
  if (list) return { ...sure, words: own, role: 'answers', answers: list };
  const { words, answers } = withAnswersBehind(own);
  if (answers || words.includes('?') || beginsAsQuestion.test(words))
    return { ...sure, words, answers, role: 'question' };
  const loud = isHeadingByForm(plain, words);
  const short = words.length <= 70 && words.split(' ').length <= 9 && !words.endsWith('.');
  return {
    ...sure,
    words: words.replace(/:$/, ''),
    role: loud || short ? 'heading' : 'question',
    unsure: !loud && short,
  };
}

/** 'Is the plan current? Yes / No': the list behind the question mark, or in brackets at the end. */
function withAnswersBehind(text: string): { words: string; answers: Recognised | null } {
  const [, words = '', rest = ''] = /^(.*\?)\s*(\S.*)$/.exec(text) ?? /^(.*\S)\s*(\([^()]+\))$/.exec(text) ?? [];
  const answers = rest === '' ? null : recognised(rest);
  return answers ? { words, answers } : { words: text, answers: null };
}

/** Numbered as a section, in capitals, or ending with a colon. */
function isHeadingByForm(plain: string, words: string): boolean {
  const letters = words.replace(/[^A-Za-z]/g, '');
  const capitals = letters.length > 2 && letters === letters.toUpperCase();
  return capitals || words.endsWith(':') || /^(section|part|standard)\s+\w/i.test(plain);
}
