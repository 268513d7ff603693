import type { Bilingual } from '../../domain/words/language.js';
import { isObject, listOf, numberOf, textOf } from '../json.js';
import { bilingualOf } from '../language.js';

/** A village to choose, with its groups. */
export interface VillageChoice {
  readonly id: string;
  readonly name: Bilingual;
  readonly groups: readonly number[];
}

/** A kind of request to choose. */
export interface CategoryChoice {
  readonly id: string;
  readonly name: Bilingual;
  /** The same in a resident's words. */
  readonly plainly?: Bilingual;
  readonly path?: string;
  /** What to have ready. */
  readonly documents: readonly Bilingual[];
}

const groupOf = (value: unknown): number | undefined => numberOf(isObject(value) ? value['number'] : value);

function villageOf(value: unknown): VillageChoice | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const name = bilingualOf(value['name']);
  return id === undefined || name === undefined
    ? undefined
    : { id, name, groups: listOf(value['groups'], groupOf) };
}

function categoryOf(value: unknown): CategoryChoice | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const name = bilingualOf(value['name']);
  if (id === undefined || name === undefined) return undefined;
  return {
    id,
    name,
    plainly: bilingualOf(value['plainly']),
    path: textOf(value['path']),
    documents: listOf(value['documents'], bilingualOf),
  };
}

/** The answer of `GET /villages`. */
export const villagesOf = (value: unknown): VillageChoice[] | undefined =>
  isObject(value) ? listOf(value['villages'], villageOf) : undefined;

/** The answer of `GET /categories`. */
export const categoriesOf = (value: unknown): CategoryChoice[] | undefined =>
  isObject(value) ? listOf(value['categories'], categoryOf) : undefined;
