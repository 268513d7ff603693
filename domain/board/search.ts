import { wordsOf } from '../access/known-resident.js';
import { readSymbols } from '../codes/alphabet.js';
import { joinNumbers } from '../contact/join-numbers.js';
import type { RequestFacts } from '../request/facts.js';
import type { Person } from '../request/record.js';
import type { Town } from '../town/schema.js';
import { foldText } from '../words/fold-text.js';
import { FOUND_BY, type FoundBy } from './standings.js';

/** So many symbols of a number, of a request or of a telephone, tell one from another. */
const FEWEST_SYMBOLS = 4;

interface Searched {
  readonly facts: RequestFacts;
  /** Who it is about, for whoever may know that. */
  readonly person?: Person | undefined;
}

/** The sought words: each has to be found somewhere. */
export const soughtWords = (text: string): string[] =>
  joinNumbers(foldText(text))
    .split(/[\s,，、]+/)
    .filter((word) => word !== '');

/** By what a request is found by all of these words; undefined where one of them is nowhere. */
export function foundBy(
  town: Town,
  sought: readonly string[],
  { facts, person }: Searched,
): FoundBy[] | undefined {
  const texts = textsOf(town, facts, person);
  const found = sought.map((word) => FOUND_BY.filter((by) => isIn(texts[by], word, by)));
  if (sought.length === 0 || found.some((by) => by.length === 0)) return undefined;
  return FOUND_BY.filter((by) => found.some((all) => all.includes(by)));
}

function isIn(texts: readonly string[], word: string, by: FoundBy): boolean {
  const symbols = word.replace(/[+\-()]/g, '');
  const isEnough = symbols.length >= FEWEST_SYMBOLS;
  if (by === 'number') return isEnough && texts.some((id) => id.includes(readSymbols(symbols)));
  if (by === 'person' && /^\d+$/.test(symbols))
    return isEnough && texts.some((text) => text.includes(symbols.replace(/^0+/, '')));
  return texts.some((text) => text.includes(word));
}

function textsOf(
  { villages, grids, categories, staff }: Town,
  { id, category, grid, village, group, owner, handler }: RequestFacts,
  person: Person | undefined,
): Readonly<Record<FoundBy, readonly string[]>> {
  const namesOf = (list: readonly { id: string; name: object }[], one: string | undefined): string[] =>
    list.filter((each) => each.id === one).flatMap(({ name }) => Object.values(name).map(String));
  const all = {
    number: [],
    category: namesOf(categories, category),
    place: [
      ...namesOf(villages, village),
      ...grids.filter(({ number }) => number === grid).flatMap(({ name }) => Object.values(name)),
      ...(group === undefined ? [] : [`${group}组`, `group ${group}`]),
    ],
    staff: staff.filter((one) => one.id === owner || one.id === handler).map(({ name }) => name),
    person: [person?.name ?? '', person?.phone ?? '', person?.filedBy?.name ?? ''],
    words: [person ? wordsOf(person) : ''],
  };
  return { ...mapped(all, foldText), number: [id] };
}

const mapped = <Key extends string>(
  texts: Readonly<Record<Key, readonly string[]>>,
  change: (text: string) => string,
): Record<Key, string[]> =>
  Object.fromEntries(
    Object.entries<readonly string[]>(texts).map(([key, list]) => [key, list.map(change)]),
  ) as Record<Key, string[]>;
