import { rights } from '../../domain/rights.js';

/** What an entry of the trail says that somebody did: past tense, in plain words. */
const words: Record<string, string> = {
  viewed: 'Opened',
  'signed in': 'Signed in',
  'signed out': 'Signed out',
  'set up': 'Set up the service and made the first account',
  'set up colleagues': 'Made the first colleagues',
  'account.change-password': 'Changed their own password',
  'people.add': 'Added a person',
  'people.give-role': 'Gave a role',
  'people.end-role': 'Ended a role',
  'people.join-team': 'Put into a team',
  'people.leave-team': 'Took out of a team',
  'people.open-account': 'Opened an account',
  'people.reset-password': 'Gave a new first password',
  'people.leave': 'Marked as left and signed out',
  'people.come-back': 'Took back',
  'people.add-team': 'Added a team',
  'settings.change': 'Changed a setting',
  'settings.values': 'Set a limit or a list',
  'concerns.contacts': 'Set whom a concern reaches',
  'concerns.raise': 'Raised a concern',
  'concerns.acknowledge': 'Acknowledged a concern',
  'concerns.pass-on': 'Passed a concern on',
  'concerns.done': 'Recorded what was done about a concern',
  'concerns.close': 'Closed a concern',
  'concerns.in-error': 'Closed a concern raised by mistake',
  'cases.import': 'Brought in a case list',
  'samples.draw': 'Drew a sample',
  'samples.reassign': 'Gave an audit to another auditor',
  'samples.swap': 'Swapped a case for the next in reserve',
  'samples.service': 'Began an audit of the service',
  'audits.assign': 'Assigned an audit',
  'audits.reaudit': 'Began a re-audit',
  'audits.begin': 'Began an audit',
  'audits.correct-facts': 'Corrected a fact of the register in an audit',
  'audits.record-facts': 'Recorded facts of a case',
  'audits.carry-out': 'Worked on an audit',
  'audits.submit': 'Submitted an audit',
  'audits.decline': 'Could not audit a case',
  'audits.hand-over': 'Handed over an audit',
  'audits.withdraw': 'Withdrew an audit',
  'audits.put-right': 'Put facts right',
  'audits.answer-points': 'Answered what was put right',
  'audits.close-days': 'Ended the days for putting facts right',
  'audits.agree': 'Agreed an audit',
  'audits.return': 'Sent an audit back',
  'invitation accepted': 'Came in by a link that works once',
  'inspections.set-up': 'Set up an inspection',
  'inspections.change': 'Changed the set-up of an inspection',
  'inspections.begin': 'Began an inspection',
  'inspections.add-reader': 'Named a reader of an inspection',
  'inspections.invite': 'Made a link for a visiting inspector',
  'inspections.draw': 'Drew the cases of an inspection',
  'inspections.agree-reading': 'Agreed a reading of an inspection',
  'inspections.return-reading': 'Sent a reading of an inspection back',
  'inspections.give-reading': 'Gave a reading to another reader',
  'inspections.take-out': 'Took a case out of an inspection',
  'inspections.change-judgement': 'Changed a judgement after moderation',
  'inspections.settle': 'Settled where two readings differ',
  'inspections.talk': 'Kept notes of a talk with a practitioner',
  'inspections.plan': 'Changed the timetable of an inspection',
  'inspections.note': 'Kept notes of a sitting of an inspection',
  'inspections.prepare': 'Changed the countdown or the evidence of an inspection',
  'inspections.propose': 'Proposed the rating of a standard',
  'inspections.confirm': 'Confirmed the rating of a standard',
  'inspections.find': 'Changed what an inspection found',
  'inspections.close': 'Closed an inspection',
  'inspections.reopen': 'Reopened an inspection',
  'inspections.end-reader': 'Ended somebody’s reading in an inspection',
  'inspections.enter-past': 'Entered a past inspection',
  'inspections.enter-framework': 'Entered the rule of a framework',
  'inspections.discretion': 'Moved a rating by discretion, or back',
  'inspections.set-overall': 'Set an overall that the rule leaves open',
  'inspections.remove-past': 'Took a past inspection out',
  'actions.make': 'Made an action',
  'actions.make-by-hand': 'Made an action by hand',
  'actions.change': 'Moved an action or handed it over',
  'actions.drop': 'Dropped an action',
  'actions.do': 'Completed an action',
  'actions.verify': 'Verified an action',
};

/**
 * An act in plain words: its own, else the sentence of its right.
 * @example actInWords('samples.draw') // 'Drew a sample'
 */
export function actInWords(act: string): string {
  return words[act] ?? (act in rights ? rights[act as keyof typeof rights].says.replace(/\.$/, '') : act);
}

/** What things are called in the trail, one of them. */
const things: Record<string, string> = {
  people: 'person',
  teams: 'team',
  settings: 'settings',
  cases: 'case',
  imports: 'import',
  samples: 'sample',
  audits: 'audit',
  concerns: 'concern',
  actions: 'action',
  inspections: 'inspection',
  forms: 'form',
  downloads: 'a file',
};

/** @example thingInWords('audits', 12) // 'audit 12' */
export function thingInWords(thing: string | null, id: number | null): string {
  if (thing === null) return '';
  const name = things[thing] ?? thing;
  return id === null || id === 0 ? name : `${name} ${id}`;
}
