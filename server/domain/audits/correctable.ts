import { parseDate } from '../calendar/parse-date.js';
import { levels } from '../forms/scales.js';
import { isOrderType, orderTypeKeys, orderTypes } from '../register/orders.js';

/** How a fact of the register is typed when an auditor corrects it. */
export interface FactKind {
  name: string;
  /** The values to choose from; null where it is typed. */
  options: readonly { value: string; text: string }[] | null;
  /** Hidden from the auditor until their own levels are put. */
  hidden: boolean;
  /** What is kept; undefined when it can't be taken. */
  read: (typed: string) => string | undefined;
  message: string;
}

const date = (name: string): FactKind => ({
  name,
  options: null,
  hidden: false,
  read: (typed) => parseDate(typed) ?? undefined,
  message: 'Give a date, such as 24 11 2026.',
});

const chosen = (name: string, options: readonly { value: string; text: string }[], hidden = false): FactKind => ({
  name,
  options,
  hidden,
  read: (typed) => options.find(({ value }) => value === typed)?.value,
  message: 'Choose one of the list.',
});

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];
const levelNames = levels.map((level) => ({ value: level, text: sentence(level) }));

/** The facts that an auditor can correct, in the order in which the page shows them. */
export const factKinds: Readonly<Record<string, FactKind | undefined>> = {
  'order-type': chosen(
    'Order',
    orderTypeKeys.filter(isOrderType).map((value) => ({ value, text: orderTypes[value].says })),
  ),
  'started-on': date('Began'),
  'ends-on': date('Ends'),
  status: chosen('Open or closed', [
    { value: 'open', text: 'Open' },
    { value: 'closed', text: 'Closed' },
  ]),
  age: {
    name: 'Age',
    options: null,
    hidden: false,
    read: (typed) =>
      /^\d{1,2}$/.test(typed.trim()) && Number(typed) >= 8 && Number(typed) <= 25 ? typed.trim() : undefined,
    message: 'Give an age from 8 to 25.',
  },
  'looked-after': chosen('Looked after', yesNo),
  'child-protection': chosen('Child protection plan', yesNo),
  'custody-entry': date('Entry to custody'),
  mappa: chosen(
    'MAPPA level',
    ['1', '2', '3'].map((value) => ({ value, text: value })),
  ),
  rosh: chosen('Risk of serious harm', levelNames, true),
  safety: chosen('Safety and wellbeing', levelNames, true),
};

function sentence(key: string): string {
  const words = key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
