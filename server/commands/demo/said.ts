import type { Chance } from './chance.js';

/** What people write: made-up sentences without names, so that a demonstration reads like a service. */
const sentences = {
  good: [
    'Seen at home in the week of the arrest, and the record says what changed because of it.',
    'The assessment is dated after the last incident and could be about no other child.',
    'Dated checks with school and police, and each answer is used further down.',
    'The plan names who rings whom, in and out of hours.',
    'The child’s own words open the assessment and come back in the plan.',
    'The route past the other group’s estate was talked through and changed.',
  ],
  weak: [
    'Carried over from the last order; the move in the summer is not in it.',
    'A level is given, and no people. I could not tell who might be hurt.',
    'The plan lists two programmes. What the assessment found about rows at home has no action.',
    'What to do if things get worse is ‘inform manager’.',
    'The victim is mentioned under reparation only; nobody asked about the bus they share.',
    'Three supervisions carry the same direction and nothing follows.',
    'I looked in plans, documents and contacts and found nothing.',
    'Social care has a plan of its own; ours does not mention it.',
    'The review is the last one with a new date.',
  ],
  late: [
    'The court sat late and nobody had begun the form. Reception was told by telephone at six. The form is now begun the day before.',
    'Sent to the wrong establishment first. The night officer had the warnings from the escort. Addresses stand in one list now.',
    'Nobody took it on: the officer was at another court. The duty worker’s list names who sends it from now on.',
    'The system was down until the morning. Health needs were read out over the telephone. A blank on paper lies at court now.',
  ],
  text: [
    'Assessment of the order, plan, contacts of the last six months, supervision record. Spoke with the worker.',
    'Lives with an aunt since spring, sleeps badly, likes the garage placement and is afraid of the walk home.',
    'Back in school three days a week. Arguments at home are fewer, by the child’s account and the carer’s.',
    'None that I can see yet: six weeks in, two of four sessions were missed.',
  ],
  strength: [
    'Visited at home the evening after the arrest and wrote what the child said in the child’s own words.',
    'Every main cause in the assessment has its session, in a sensible order, and what came of each is written.',
    'The mother was rung before each meeting and after it; she knows whom to call.',
    'The school’s timetable was changed within the week so that the two boys do not meet.',
  ],
  improve: [
    'Say in the plan what protects the person who was hurt: the bus, the school day, who warns whom.\nWrite the signs to watch for and the first step, so that a duty worker could act on a Saturday.',
    'Look at the level again after the September arrest and say why it stands or moves.',
    'Ask social care for its plan and fit ours to it, with dates.\nRecord what the manager tested, not only that it was agreed.',
    'Put the child’s own account beside the police summary.\nGive each action a name and a date.',
  ],
} as const;

export type Saying = keyof typeof sentences;

export const said = (chance: Chance, kind: Saying): string => chance.pick<string>(sentences[kind]);
