import { makeAction } from '../../features/actions/make.js';
import { enterPastResult } from '../../features/inspections/enter-past.js';
import { recommendationsOf, setActionOfPast } from '../../features/inspections/past-results.store.js';
import type { Service } from './service.js';

/** What inspectors found in Northbeck before, in two formats; one recommendation became an action. */
export function enterPast(service: Service, when: string, due: string): void {
  const { db } = service;
  const helen = service.idOf('Helen Pryce');
  const enter = (given: Parameters<typeof enterPastResult>[2]) =>
    service.as(helen, when, 'inspections.enter-past', (by) => enterPastResult(db, by, given));
  enter({
    format: 'screening',
    published: 'May 2016',
    source: 'Letter to the council, invented',
    recommendations: '',
    figures: { reoffending: '74', public: '61', child: '66', sentence: '82', cases: '31' },
  });
  const report = enter({
    format: '2018-2024',
    published: '14 September 2021',
    source: 'Published report, invented',
    recommendations:
      'Plans to keep other people safe name who is protected and how\nManagers check plans before they are used\nOut-of-court work has a contingency plan that fits the child',
    figures: {
      overall: 'requires-improvement',
      points: '17',
      '2.2': 'requires-improvement',
      '3.2': 'requires-improvement',
    },
  });
  const [first] = recommendationsOf(db, report);
  if (!first) return;
  service.as(helen, when, 'actions.make-by-hand', (by) => {
    const action = makeAction(db, by, {
      about: 'service',
      audit: null,
      item: null,
      theme: null,
      practitioner: null,
      team: null,
      wording: first.wording,
      goodLooksLike: 'Nine of ten plans read in the dip name each person and what is done for them',
      owner: service.idOf('Marcus Bell'),
      dueOn: due,
    });
    setActionOfPast(db, first.id, action);
  });
}
