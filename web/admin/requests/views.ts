import { isObject, listOf, parseJson, textOf } from '../../json.js';
import type { Keep } from '../../keep.js';
import { type BoardQuery, FILTERS, readBoardQuery } from './board-query.js';

/** Filters under a name. */
export interface View {
  readonly name: string;
  readonly query: BoardQuery;
}

const nameOf = (town: string): string => `console-views.${town}`;

const searchOf = (query: BoardQuery): string => new URLSearchParams(query).toString();

/** The views that are kept on this device for a town. */
export const readViews = (keep: Pick<Keep, 'read'>, town: string): readonly View[] =>
  listOf(parseJson(keep.read(nameOf(town)) ?? ''), (kept) => {
    if (!isObject(kept)) return undefined;
    const name = textOf(kept['name']);
    const search = kept['search'];
    return name === undefined || typeof search !== 'string'
      ? undefined
      : { name, query: readBoardQuery(search) };
  });

export const writeViews = (keep: Pick<Keep, 'write'>, town: string, views: readonly View[]): void =>
  keep.write(
    nameOf(town),
    JSON.stringify(views.map(({ name, query }) => ({ name, search: searchOf(query) }))),
  );

export const isSameView = (one: BoardQuery, other: BoardQuery): boolean =>
  FILTERS.every((filter) => one[filter] === other[filter]);
