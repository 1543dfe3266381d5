import { subjectName } from '../../domain/audits/subject.js';
import type { Fault } from '../../domain/problems.js';
import type { Typed } from '../../platform/http/route.js';
import { faultAt, typed } from '../../platform/http/typed.js';
import type { Audit } from './audits.store.js';
import { leavingReasons } from './leave-place.js';

interface Again {
  typed: Typed | null;
  faults: readonly Fault[];
}

export interface LeavePage {
  title: string;
  where: string;
  sentence: string;
  codes: { value: string; text: string }[];
  code: string;
  codeFault: string | null;
  reason: string;
  reasonFault: string | null;
  press: string;
  back: string;
}

/** 'I can't audit this one', and withdrawing: both give the place to the next case in reserve. */
export function leavePage(c: Again, audit: Audit, isOwn: boolean): LeavePage {
  return {
    title: isOwn ? 'I can’t audit this one' : 'Withdraw this audit',
    where: `${subjectName(audit)}, ${audit.formTitle}`,
    sentence: 'The next case of the drawn reserve takes its place. Nobody chooses which.',
    codes: Object.entries(leavingReasons).map(([value, text]) => ({ value, text })),
    code: typed(c, 'code'),
    codeFault: faultAt(c, 'code'),
    reason: typed(c, 'reason'),
    reasonFault: faultAt(c, 'reason'),
    press: isOwn ? 'Give it back and take the next' : 'Withdraw it and take the next',
    back: `/audits/${audit.id}`,
  };
}

export interface HandOverPage {
  where: string;
  options: { value: string; text: string; hint: string }[];
  to: string;
  toFault: string | null;
  reason: string;
  reasonFault: string | null;
  back: string;
}

export function handOverPage(
  c: Again,
  audit: Audit,
  able: readonly { id: number; name: string; holds: number }[],
): HandOverPage {
  return {
    where: `${subjectName(audit)}, ${audit.formTitle}`,
    options: able.map(({ id, name, holds }) => ({ value: String(id), text: name, hint: `Has ${holds} to do now` })),
    to: typed(c, 'to'),
    toFault: faultAt(c, 'to'),
    reason: typed(c, 'reason'),
    reasonFault: faultAt(c, 'reason'),
    back: `/audits/${audit.id}`,
  };
}
