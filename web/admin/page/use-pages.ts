import { useCallback, useEffect, useState } from 'react';
import { usePage } from './page-context.js';
import type { Problem } from '../api/client.js';
import { problemOf } from './use-loaded.js';
import { withQuery } from '../api/query.js';

/** A list that the API gives in pages. */
export interface ApiPage<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string | undefined;
}

export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly isLoading: boolean;
  readonly problem?: Problem | undefined;
  /** Asks for the next page; absent when all is there. */
  readonly more?: (() => void) | undefined;
  readonly reload: () => void;
}

type Query = Readonly<Record<string, string | number | undefined>>;
interface Held<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string | undefined;
  readonly isLoading: boolean;
  readonly problem?: Problem | undefined;
}

/** The pages of a list, one after the other, from the start again when the query changes. `query` must be kept between renderings. */
export function usePages<Item>(path: string, query: Query): Pages<Item> {
  const { client } = usePage();
  const [held, setHeld] = useState<Held<Item>>({ items: [], isLoading: true });
  // What is being asked for: an answer to an earlier question is dropped.
  const [asked, setAsked] = useState<{ readonly cursor?: string }>({});
  useEffect(() => setAsked({}), [path, query]);
  useEffect(() => {
    let isCurrent = true;
    const isFirst = asked.cursor === undefined;
    setHeld((before) => ({
      ...before,
      items: isFirst ? [] : before.items,
      isLoading: true,
      problem: undefined,
    }));
    client.get<ApiPage<Item>>(withQuery(path, { ...query, cursor: asked.cursor })).then(
      ({ items, cursor }) =>
        isCurrent &&
        setHeld((before) => ({
          items: isFirst ? items : [...before.items, ...items],
          cursor,
          isLoading: false,
        })),
      (error: unknown) =>
        isCurrent && setHeld((before) => ({ ...before, isLoading: false, problem: problemOf(error) })),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, path, query, asked]);
  const { cursor } = held;
  return {
    ...held,
    more: cursor === undefined ? undefined : () => setAsked({ cursor }),
    reload: useCallback(() => setAsked({}), []),
  };
}
