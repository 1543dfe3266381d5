/** What a reader asks in the talk with the practitioner, in any order, after the questions marked on the way. */
export const talkQuestions = [
  { key: 'life', asks: 'What is life like for this child now, and what do they hope for?' },
  { key: 'hurt', asks: 'Who could be hurt, by whom, and what changed your mind about that along the way?' },
  { key: 'plan', asks: 'Show me where the plan says so, and the last thing that was done.' },
  { key: 'tonight', asks: 'What would you do tonight if it got worse? Where would a colleague find that?' },
  { key: 'others', asks: 'Who else is in it, and did they do their part?' },
  { key: 'manager', asks: 'What did your manager add?' },
  { key: 'proud', asks: 'What are you proud of here? What would you do differently?' },
  { key: 'unwritten', asks: 'What do I need to know that is not in the file?' },
] as const;

/** Where notes on the questions that the reader marked are kept. */
export const markedQuestions = 'marked';

export const isTalkQuestion = (key: string): boolean =>
  key === markedQuestions || talkQuestions.some((question) => question.key === key);
