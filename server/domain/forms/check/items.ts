import type { FormDocument, Item } from '../document.js';
import type { FormProblem } from '../fault.js';
import { isChosen, optionsOf, scaleOf, scales } from '../scales.js';
import { themeOf } from '../themes.js';
import { placesOf, type Place } from './places.js';

/** Each item by itself: its themes, its answers, and the rules that name answers. */
export function checkItems(form: FormDocument): FormProblem[] {
  const places = placesOf(form);
  return places.flatMap((place) => [
    ...checkThemes(place),
    ...checkAnswerList(form, place),
    ...checkNamedAnswers(form, place),
    ...checkEcho(place, places),
  ]);
}

function checkThemes({ item, path }: Place): FormProblem[] {
  const themes = 'themes' in item ? (item.themes ?? []) : [];
  return themes.flatMap((theme, t) =>
    themeOf(theme)
      ? []
      : [
          {
            path: `${path}/themes/${t}`,
            message: `there is no theme ‘${theme}’`,
            remedy: 'Choose one of the sixteen themes.',
          },
        ],
  );
}

function checkAnswerList(form: FormDocument, { item, path }: Place): FormProblem[] {
  if (!isChosen(item)) return [];
  if (item.kind === 'choice' && (item.scale === undefined) === (item.options === undefined)) {
    return [{ path, message: 'a choice has either a scale or options of its own', remedy: 'Give one of the two.' }];
  }
  const list = scaleOf(form, item);
  if (!list) {
    const known = [...Object.keys(scales), ...Object.keys(form.scales ?? {})].join(', ');
    return [
      { path: `${path}/scale`, message: `there is no scale ‘${item.scale}’`, remedy: `Choose one of these: ${known}.` },
    ];
  }
  const keys = list.map(({ key }) => key);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) {
    return [{ path, message: `the answer ‘${twice}’ is offered twice`, remedy: 'Give each answer a key of its own.' }];
  }
  if (item.weight && list.every(({ worth }) => worth === undefined)) {
    return [
      {
        path: `${path}/weight`,
        message: 'none of the answers is worth anything, so there is nothing to weigh',
        remedy: 'Take the weight out, or use a scale whose answers have a worth.',
      },
    ];
  }
  return [];
}

function checkNamedAnswers(form: FormDocument, { item, path }: Place): FormProblem[] {
  const named = namedAnswers(item);
  if (!isChosen(item) || !scaleOf(form, item)) {
    return named.map(({ at }) => ({
      path: `${path}/${at}`,
      message: 'this item has no list of answers',
      remedy: 'Take the rule out.',
    }));
  }
  const offered = optionsOf(form, item).map(({ key }) => key);
  return named
    .filter(({ answer }) => !offered.includes(answer))
    .map(({ answer, at }) => ({
      path: `${path}/${at}`,
      message: `the answer ‘${answer}’ is not offered`,
      remedy: `Choose among these: ${offered.join(', ')}.`,
    }));
}

function namedAnswers(item: Item): { answer: string; at: string }[] {
  const list = (answers: readonly string[] | undefined, at: string) =>
    (answers ?? []).map((answer, a) => ({ answer, at: `${at}/${a}` }));
  return [
    ...('note' in item ? list(item.note?.answers, 'note/answers') : []),
    ...('caps' in item ? (item.caps ?? []).flatMap((cap, c) => list(cap.answers, `caps/${c}/answers`)) : []),
    ...('concern' in item ? list(item.concern, 'concern') : []),
    ...('byRule' in item && item.byRule ? [{ answer: item.byRule.answer, at: 'byRule/answer' }] : []),
  ];
}

function checkEcho({ item, path, position }: Place, places: readonly Place[]): FormProblem[] {
  if (item.kind !== 'echo') return [];
  const shown = places.find((place) => place.item.key === item.of);
  const good =
    shown && shown.position < position && shown.item.kind !== 'echo' && !('group' in shown.item && shown.item.group);
  return good
    ? []
    : [
        {
          path: `${path}/of`,
          message: `‘${item.of}’ is no earlier item outside repeated groups`,
          remedy: 'Name an item that stands before this one.',
        },
      ];
}
