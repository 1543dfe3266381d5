import { groupKeyOf } from '../layout.js';
import { holds } from '../condition.js';
import type { Comparison, Condition, FormDocument } from '../document.js';
import { caseFactOf, type CaseFact } from '../facts.js';
import type { Item } from '../document.js';
import { isChosen, optionsOf } from '../scales.js';
import { placesOf, type Place } from './places.js';

/** Beyond this many ways nobody asks further: such a condition is taken to be one that can hold. */
const MOST_WAYS = 256;

/** One comparison that must come out true or false. */
interface Demand {
  comparison: Comparison;
  is: boolean;
}

/** One way to make something hold: every demand in it. */
type Way = readonly Demand[];

/** All ways to make something hold; null when there are too many to tell. */
type Ways = readonly Way[] | null;

const ALWAYS: Ways = [[]];

/**
 * Says whether a condition can hold at all, for any case and any answers: its parts must not exclude one another, and
 * every answer that it looks at must be one that can be given where it is asked.
 */
export class Possibilities {
  private readonly places: ReadonlyMap<string, Place>;
  private readonly appearing = new Map<string, Ways>();

  constructor(private readonly form: FormDocument) {
    this.places = new Map(placesOf(form).map((place) => [place.item.key, place]));
  }

  /** Whether conditions that must all hold can hold together. */
  canHold(...conditions: (Condition | undefined)[]): boolean {
    return this.possible(together(conditions.map((condition) => this.waysTo(condition))));
  }

  /** Whether an item can ever be asked, and a condition of its own hold then. */
  canAppear(item: Item, also?: Condition): boolean {
    return this.possible(together([this.waysToAppear(item.key), this.waysTo(also)]));
  }

  private waysToAppear(key: string): Ways {
    const place = this.places.get(key);
    if (!place) return ALWAYS;
    const known = this.appearing.get(key);
    if (known !== undefined) return known;
    // Until it is known: a document whose conditions run in a circle must not run in one here.
    this.appearing.set(key, ALWAYS);
    const { item, section } = place;
    const group = section.repeats?.find((one) => one.key === groupKeyOf(item));
    const parts = [section.when, group?.when, item.when].map((condition) => this.waysTo(condition));
    const ways = together(item.kind === 'echo' ? [...parts, this.waysToAppear(item.of)] : parts);
    this.appearing.set(key, ways);
    return ways;
  }

  private waysTo(condition: Condition | undefined, is = true): Ways {
    if (condition === undefined) return ALWAYS;
    if ('not' in condition) return this.waysTo(condition.not, !is);
    if ('all' in condition || 'any' in condition) {
      const parts = 'all' in condition ? condition.all : condition.any;
      const ways = parts.map((part) => this.waysTo(part, is));
      return 'all' in condition === is ? together(ways) : eitherOf(ways);
    }
    const demand: Ways = [[{ comparison: condition, is }]];
    const needsAnAnswer = condition.answer !== undefined && (is || !condition.set);
    return needsAnAnswer ? together([demand, this.waysToAppear(condition.answer ?? '')]) : demand;
  }

  private possible(ways: Ways): boolean {
    return ways === null || ways.some((way) => this.isPossible(way));
  }

  private isPossible(way: Way): boolean {
    const bySubject = new Map<string, Demand[]>();
    for (const demand of way) {
      const { fact, answer } = demand.comparison;
      const subject = answer === undefined ? `fact ${fact ?? ''}` : `answer ${answer}`;
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), demand]);
    }
    return [...bySubject.values()].every((demands) => this.someValueMeets(demands));
  }

  private someValueMeets(demands: readonly Demand[]): boolean {
    return [null, ...this.valuesFor(demands)].some((value) => {
      const values = { fact: () => value, answer: () => value };
      return demands.every(({ comparison, is }) => holds(comparison, values) === is);
    });
  }

  private valuesFor(demands: readonly Demand[]): readonly (string | number)[] {
    const { fact, answer } = demands[0]?.comparison ?? {};
    if (answer === undefined) return valuesOfFact(caseFactOf(fact ?? ''), demands);
    const item = this.places.get(answer)?.item;
    return item ? valuesOfItem(this.form, item, demands) : anyValue(demands);
  }
}

function valuesOfFact(fact: CaseFact | null, demands: readonly Demand[]): readonly (string | number)[] {
  if (fact?.values) return fact.values;
  return fact?.holds === 'number' ? numbersAround(demands, [1]) : anyValue(demands);
}

function valuesOfItem(form: FormDocument, item: Item, demands: readonly Demand[]): readonly (string | number)[] {
  if (isChosen(item)) return optionsOf(form, item).map(({ key }) => key);
  if (item.kind !== 'number') return anyValue(demands);
  const { least = -Infinity, most = Infinity, whole } = item;
  const numbers = numbersAround([...demands, ...bounds(item)], whole ? [1] : [1, 0.001]);
  return numbers.filter((number) => number >= least && number <= most);
}

function bounds({ least, most }: { least?: number; most?: number }): Demand[] {
  return [least, most].flatMap((atLeast) => (atLeast === undefined ? [] : [{ comparison: { atLeast }, is: true }]));
}

/** Every number that comparisons name, and those next to it: if any number meets them all, one of these does. */
function numbersAround(demands: readonly Demand[], steps: readonly number[]): number[] {
  const named = demands.flatMap(({ comparison: { below, atMost, above, atLeast, in: values = [] } }) =>
    [below, atMost, above, atLeast, ...values.map(Number)].filter((number) => number !== undefined),
  );
  return [0, ...named.flatMap((number) => [number, ...steps.flatMap((step) => [number - step, number + step])])];
}

/** Every value that comparisons name, and one that none names. */
function anyValue(demands: readonly Demand[]): (string | number)[] {
  return [...demands.flatMap(({ comparison }) => comparison.in ?? []), 'any other', ...numbersAround(demands, [1])];
}

function together(parts: readonly Ways[]): Ways {
  return parts.reduce<Ways>((so, part) => {
    if (so === null || part === null || so.length * part.length > MOST_WAYS) return null;
    return so.flatMap((way) => part.map((more) => [...way, ...more]));
  }, ALWAYS);
}

function eitherOf(parts: readonly Ways[]): Ways {
  const all = parts.reduce<Ways>((so, part) => (so === null || part === null ? null : [...so, ...part]), []);
  return all !== null && all.length > MOST_WAYS ? null : all;
}
