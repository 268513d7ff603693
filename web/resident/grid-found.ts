import type { Bilingual } from '../../domain/words/language.js';
import type { Grid, Staff } from '../../domain/town/schema.js';
import { isObject, listOf, numberOf, textOf } from '../json.js';
import { bilingualOf } from '../language.js';

/** Where somebody looks for their grid: a village group, or a point. */
export type GridPlace =
  | { readonly village: string; readonly group: string }
  | { readonly lat: number; readonly lng: number };

export interface GridPerson {
  readonly name: string;
  readonly post: keyof Grid['posts'];
  readonly duty: Staff['duty'];
}

/** A grid and its people: the answer of `GET /grids/find`. */
export interface GridFound {
  readonly number: number;
  readonly name: Bilingual;
  readonly people: readonly GridPerson[];
}

const POSTS: Readonly<Record<GridPerson['post'], true>> = { a: true, b: true, c: true };
const DUTIES: Readonly<Record<GridPerson['duty'], true>> = {
  'town-cadre': true,
  'village-cadre': true,
  'group-leader': true,
  'community-administrator': true,
  department: true,
  provider: true,
  leader: true,
};

const memberOf = <Name extends string>(
  names: Readonly<Record<Name, true>>,
  value: unknown,
): Name | undefined => (Object.keys(names) as Name[]).find((name) => name === value);

function personOf(value: unknown): GridPerson | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value['name']);
  const post = memberOf(POSTS, value['post']);
  const duty = memberOf(DUTIES, value['duty']);
  return name === undefined || post === undefined || duty === undefined ? undefined : { name, post, duty };
}

export function gridFoundOf(value: unknown): GridFound | undefined {
  if (!isObject(value)) return undefined;
  const number = numberOf(value['number']);
  const name = bilingualOf(value['name']);
  return number === undefined || name === undefined
    ? undefined
    : { number, name, people: listOf(value['people'], personOf) };
}

/** About 100 m: near enough for a grid, and no address of a call says where somebody's door is. */
const coarse = (degrees: number): string => degrees.toFixed(3);

/** The place as a query. */
export const placeQuery = (place: GridPlace): string =>
  new URLSearchParams(
    'village' in place ? { ...place } : { lat: coarse(place.lat), lng: coarse(place.lng) },
  ).toString();
