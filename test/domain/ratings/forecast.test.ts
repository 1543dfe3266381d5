import { forecastReadings, itemOf, type InternalJudgement } from '../../../server/domain/ratings/forecast.js';
import { questionsOf, standards } from '../../../server/domain/ratings/framework-2018-2024.js';
import { keyQuestionsOf } from '../../../server/domain/ratings/reading-of.js';
import { readShipped } from '../forms/shipped.js';

const judgement = (given: Partial<InternalJudgement>): InternalJudgement => ({
  case: 1,
  from: 'court',
  item: 'judge-harm-planning',
  value: 'sufficient',
  harm: 'high',
  safety: 'high',
  ...given,
});

describe('a forecast from internal audits', () => {
  it('takes for each key question the judgement that the inspection form asks under it', () => {
    for (const form of ['court-case', 'out-of-court-case'])
      for (const { key, item } of keyQuestionsOf(readShipped(form))) expect([key, itemOf(key)]).toEqual([key, item]);
    expect(standards.filter(({ from }) => from !== 'judged').flatMap(({ key }) => questionsOf(key)).length).toBe(21);
  });

  it('counts court orders as 2.x and disposals out of court as 3.x, and what is neither not at all', () => {
    const { court, outOfCourt } = forecastReadings([
      judgement({ case: 1 }),
      judgement({ case: 2, from: 'out-of-court', value: 'not-sufficient' }),
      judgement({ case: 3, from: null }),
    ]);
    expect([court.length, outOfCourt.length]).toEqual([1, 1]);
    expect([court[0]!.values['2.2.3'], outOfCourt[0]!.values['3.2.3']]).toEqual(['sufficient', 'not-sufficient']);
  });

  it('lets the newest judgement of a case hold, the auditor’s Low take it out, and guesses nothing', () => {
    const newest = forecastReadings([judgement({ value: 'not-sufficient' }), judgement({})]).court[0]!.values;
    expect([newest['2.2.3'], newest['2.2.1'], newest['2.2.2']]).toEqual([
      'sufficient',
      'does-not-apply',
      'does-not-apply',
    ]);
    const low = [judgement({ harm: 'low' }), judgement({ harm: 'low', item: 'judge-harm-assessment' })];
    const { values } = forecastReadings(low).court[0]!;
    expect([values['2.2.3'], values['2.1.3']]).toEqual(['low', 'sufficient']);
  });
});
